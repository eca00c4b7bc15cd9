// The search: sections, claims, rows and terms as answers of their own, the best first.
(() => {
  "use strict";
  const MOST = 60; // answers that are shown
  const EXCERPT = 220; // characters of each
  const KINDS = { claim: "Claim", section: "Section", row: "Row", term: "Glossary" };
  const LETTERS = { ə: "a", ı: "i", ø: "o", ł: "l", ß: "ss", æ: "ae", đ: "d" }; // which no accent is taken from

  // "Ağaç", "Agach" apart, is found by "agac": without accents, in small letters.
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[əıøłßæđ]/g, (letter) => LETTERS[letter]);

  const input = document.getElementById("search-words");
  const list = document.getElementById("search-results");
  const count = document.getElementById("search-count");
  const entries = window.searchEntries;
  const engine = new MiniSearch({
    fields: ["title", "text"],
    processTerm: (term) => plain(term) || null,
    searchOptions: { boost: { title: 3 }, prefix: (term) => term.length > 2, combineWith: "AND" },
  });
  engine.addAll(entries);

  // A claim before a section, and a section before a row, if all else is alike.
  const weight = { claim: 1.6, section: 1.2, term: 1.2, row: 1 };
  const find = (words) => engine.search(words, { boostDocument: (id) => weight[entries[id].kind] });

  // The part of a text around the first word that was found, with what was found marked.
  function excerpt(text, terms) {
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => terms.includes(plain(word)));
    const start = Math.max(0, (words[0]?.index ?? 0) - 60);
    const from = start ? text.indexOf(" ", start) + 1 : 0;
    const part = make("p", {}, from ? "… " : "");
    let place = from;
    for (const { 0: word, index } of words) {
      if (index < place || index > from + EXCERPT) continue;
      part.append(text.slice(place, index), make("mark", { textContent: word }));
      place = index + word.length;
    }
    const end = Math.max(place, from + EXCERPT);
    part.append(text.slice(place, end), end < text.length ? " …" : "");
    return part;
  }

  function show() {
    const words = input.value.trim();
    const found = words ? find(words) : [];
    count.textContent = !words ? "" : `${found.length} ${found.length === 1 ? "answer" : "answers"}${found.length > MOST ? `, the first ${MOST} of them` : ""}`;
    list.replaceChildren(...found.slice(0, MOST).map(({ id, terms }) => {
      const { kind, page, address, title, text } = entries[id];
      const place = make("span", { className: "search-kind", textContent: kind === "row" ? page : `${KINDS[kind]}${page === title ? "" : `, ${page}`}` });
      return make("li", {}, make("a", { href: address, textContent: title }), " ", place, excerpt(text, terms));
    }));
  }

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", () => {
    show();
    try { history.replaceState(null, "", input.value ? `?q=${encodeURIComponent(input.value)}` : "?"); } catch { /* from the disk */ }
  });
  input.form.addEventListener("submit", (event) => event.preventDefault());
  show();
  input.focus();
})();
