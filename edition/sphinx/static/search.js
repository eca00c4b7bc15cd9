// The search: sections, claims, figures, tables, rows, terms and works as answers of their own, the best first.
(() => {
  "use strict";
  const MOST = 60; // answers that are shown
  const EXCERPT = 220; // characters of each
  const KINDS = { claim: "Claim", section: "Section", figure: "Figure", table: "Table", term: "Glossary", work: "Work" };
  const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+/gu; // a number is one, with its commas and its point

  // "Ağaç" is found by "agac", "100,000" by "100000", and "M007" by "M7".
  const folded = (text) => plain(text).replace(/^(\p{L}+)0+(?=\d)/u, "$1");
  const forms = (term) => spellings(folded(term));

  const input = document.getElementById("search-words");
  const list = document.getElementById("search-results");
  const count = document.getElementById("search-count");
  const entries = window.searchEntries;
  const engine = new MiniSearch({
    fields: ["title", "text"],
    tokenize: (text) => text.match(WORD) ?? [],
    processTerm: forms,
    searchOptions: { boost: { title: 3 }, prefix: (term) => term.length > 2, combineWith: "AND" },
  });
  // In parts, so that a slow phone answers to its reader meanwhile.
  const ready = engine.addAllAsync(entries, { chunkSize: 40 });

  // A claim before a section, and a section before a row, if all else is alike.
  const weight = { claim: 1.6, section: 1.2, term: 1.2, row: 1, figure: 0.6, table: 0.6, work: 0.3 };
  const boostDocument = (id) => weight[entries[id].kind];
  // "claim 7" is M007.
  const identified = (words) => {
    const number = words.match(/^claim\s+0*(\d+)$/i)?.[1];
    const claim = entries.find(({ kind, title }) => kind === "claim" && folded(title).replace(/^\p{L}+/u, "") === number);
    return claim ? claim.title : words;
  };
  // What is found nowhere may be misspelt.
  const find = (asked) => {
    const words = identified(asked);
    const found = engine.search(words, { boostDocument });
    // What begins with these words, as "Figure 4.2" does, comes before what has them somewhere.
    const begun = new RegExp(`^${folded(words).replace(/[^\p{L}\p{N}]+/gu, "[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "u");
    const first = new Set(found.filter(({ id }) => begun.test(folded(entries[id].title))));
    if (found.length) return [...first, ...found.filter((one) => !first.has(one))];
    return engine.search(words, { boostDocument, fuzzy: 0.25 });
  };

  // The part of a text around the first word that was found, with what was found marked.
  function excerpt(text, terms) {
    const words = [...text.matchAll(WORD)].filter(([word]) => forms(word).some((said) => terms.includes(said)));
    const start = Math.max(0, (words[0]?.index ?? 0) - 60);
    let from = start ? text.indexOf(" ", start) + 1 : 0;
    if (text.startsWith("· ", from)) from += 2; // it begins with a cell, not with what parts two
    const part = make("p", {}, from ? "… " : "");
    let place = from;
    for (const { 0: word, index } of words) {
      if (index < place || index > from + EXCERPT) continue;
      part.append(text.slice(place, index), make("mark", { textContent: word }));
      place = index + word.length;
    }
    const most = from + EXCERPT; // and no word is cut
    const end = Math.max(place, most < text.length ? text.lastIndexOf(" ", most) : most);
    part.append(text.slice(place, end), end < text.length ? " …" : "");
    return part;
  }

  function show() {
    const words = input.value.trim();
    const found = words ? find(words) : [];
    count.textContent = !words ? "" : `${found.length} ${found.length === 1 ? "answer" : "answers"}${found.length > MOST ? `, the first ${MOST} of them` : ""}`;
    list.replaceChildren(...found.slice(0, MOST).map(({ id, terms }) => {
      const { kind, page, address, title, text } = entries[id];
      const place = make("span", { className: "search-kind", textContent: kind === "row" ? page : `${KINDS[kind]}${page === title || page === KINDS[kind] ? "" : `, ${page}`}` });
      return make("li", {}, make("a", { href: address, textContent: title }), " ", place, excerpt(text, terms));
    }));
  }

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", () => {
    ready.then(show);
    try { history.replaceState(null, "", input.value ? `?q=${encodeURIComponent(input.value)}` : "?"); } catch { /* from the disk */ }
  });
  input.form.addEventListener("submit", (event) => event.preventDefault());
  ready.then(show);
  input.focus();
})();
