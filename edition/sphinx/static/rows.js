// Filter and sort the rows of the ledger, or of all tables of data on a page, which are complete without this script.
// What is chosen stands in the address, as ?verdict=differs&sort=-article, which can be copied and opened again.
(() => {
  "use strict";
  const FEWEST = 20; // that one does not see at a glance
  const own = document.currentScript.src;
  const tables = [...document.querySelectorAll("table.rows")];
  const rowsOf = new Map(tables.map((table) => [table, [...table.tBodies[0].rows]])); // as the page has them
  const rows = [...rowsOf.values()].flat();
  if (rows.length < FEWEST) return;

  const inAddress = (text) => plain(text).match(/[\p{L}\p{N}]+/gu)?.join("-") ?? "";

  // ---- Filter

  // What can be chosen from is marked in the rows: <span class="choice-verdict">differs</span>.
  const CHOICE = /\bchoice-(\S+)/;
  const choices = new Map(rows.map((row) => [row, new Map()]));
  const fields = new Map();
  for (const row of rows) {
    for (const said of row.querySelectorAll("[class*=choice-]")) {
      const [, name] = said.className.match(CHOICE);
      const text = said.textContent.trim();
      choices.get(row).set(name, inAddress(text));
      if (!fields.has(name)) fields.set(name, new Map());
      fields.get(name).set(inAddress(text), text);
    }
  }
  const selects = [...fields].map(([name, values]) => {
    const options = [...values].map(([value, textContent]) => make("option", { value, textContent }));
    return make("select", { name, id: `choice-${name}` }, make("option", { value: "", textContent: "all" }), ...options);
  });
  const contents = new Map(); // filled when somebody looks for a word
  const contentOf = (row) => contents.get(row) ?? contents.set(row, spellings(plain(row.textContent)).join(" ")).get(row);
  const search = make("input", { type: "search", name: "text", id: "row-words", autocomplete: "off" });
  const count = make("output");
  const here = make("a", { className: "copied-address", textContent: "Link to this view" });
  const order = make("select", { id: "row-order" }, make("option", { value: "", textContent: "the order of the page" }));
  const all = make("button", { type: "button", textContent: "Show all" });
  const ordering = make("div", { className: "row-order" }, make("label", { htmlFor: order.id, textContent: "Sort by" }), order);
  const form = make(
    "form",
    { className: "row-filter" },
    ...[...selects, search].map((field) => {
      const textContent = field.name[0].toUpperCase() + field.name.slice(1).replaceAll("-", " ");
      return make("div", {}, make("label", { htmlFor: field.id, textContent }), field);
    }),
    ordering, // on a phone, where cards have no heads
    all,
    count,
    here,
  );
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter the rows");

  // A number is found as a whole, and in the name of a row without its zeros: "7" in M007, and not in 1907. A word is found
  // in any, and by the other names of what it names.
  function finder(word) {
    if (/^\d[\d.]*$/.test(word)) {
      const number = new RegExp(`(?<![\\d.])0*${word.replaceAll(".", "\\.")}(?![\\d]|\\.\\d)`);
      return (text) => number.test(text);
    }
    const names = [word, ...(window.otherNames ?? []).map((all) => all.map(plain).flatMap(spellings)).filter((all) => all.includes(word)).flat()];
    return (text) => names.some((name) => text.includes(name));
  }

  // The other names come when somebody writes, or has written.
  let namesAsked = false;
  function loadNames() {
    if (namesAsked) return;
    namesAsked = true;
    const script = make("script", { src: new URL("../other-names.js", own) });
    script.onload = filter;
    document.head.append(script);
  }

  function filter() {
    const words = plain(search.value).split(/\s+/).filter(Boolean).map(finder);
    const fits = (row) =>
      selects.every((select) => !select.value || choices.get(row).get(select.name) === select.value) &&
      words.every((finds) => finds(contentOf(row)));
    for (const row of rows) row.hidden = !fits(row);
    for (const [table, its] of rowsOf) table.hidden = its.every((row) => row.hidden);
    count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows`;
  }

  function showAll() {
    form.reset();
    order.value = sorted; // which stays as it is
    filter();
    note();
  }

  // A link to a row that is filtered out shows all rows again.
  function reveal() {
    const row = document.getElementById(location.hash.slice(1));
    if (!rows.includes(row) || !row.hidden) return;
    showAll();
    settle(() => row.scrollIntoView());
  }

  search.addEventListener("focus", loadNames);
  form.addEventListener("input", ({ target }) => {
    if (target === order) sort(order.value);
    filter();
    note();
  });
  all.addEventListener("click", showAll);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => { reveal(); note(); });
  // Above the table; above the sections, if there are several.
  const frame = tables[0].closest(".pst-scrollable-table-container") ?? tables[0];
  (tables.length > 1 ? tables[0].closest("section section") ?? frame : frame).before(form);

  // ---- Sort: by a head, in every table that has it

  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "); // whole, or short
  const MONTH = `(?:${MONTHS.join("|")})[a-z]*`;
  const DATE = new RegExp(`^(?:(\\d{1,2})(?:–\\d{1,2})? )?(?:(${MONTH})(?: ?– ?(?:\\d{1,2} )?(?:${MONTH}))? )?(\\d{4})(?: ?–.*)?$`);
  const compareTexts = new Intl.Collator("en", { numeric: true }).compare;
  const named = (head) => inAddress(head.textContent);
  let sorted = ""; // the name of a head, after a - if it is descending; none: as the page has them

  // What a cell is sorted by: a date, or the first of a span, as 1901-05-10, anything else as it stands; "" if it is empty.
  function key(row, column) {
    const cell = row.cells[column].cloneNode(true);
    cell.querySelector(".headerlink")?.remove();
    const text = (cell.querySelector("p") ?? cell).textContent.trim().replace(/\s/g, " ");
    if (text === "–") return "";
    const [, day, month, year] = text.match(DATE) ?? [];
    return year ? [year, MONTHS.indexOf(month?.slice(0, 3)) + 1, day ?? 0].join("-") : text.replace(/(\d),(?=\d{3})/g, "$1");
  }

  function inOrder(table, column, direction) {
    const keys = new Map(rowsOf.get(table).map((row) => [row, key(row, column)]));
    return [...keys.keys()].sort((one, other) => {
      const [first, second] = [keys.get(one), keys.get(other)];
      return (first === "") - (second === "") || direction * compareTexts(first, second); // empty cells last
    });
  }

  // Rows that stay where they are need not be laid out again.
  function put(table, wanted) {
    const [body] = table.tBodies;
    if (wanted.some((row, place) => row !== body.rows[place])) body.append(...wanted);
  }

  // The first head says so if the page has the rows in its order.
  const isOrdered = new Map(tables.map((table) =>
    [table, inOrder(table, 0, 1).every((row, place) => row === rowsOf.get(table)[place])]));

  function sort(wanted) {
    const name = wanted.replace(/^-/, "");
    const descending = wanted.startsWith("-");
    sorted = "";
    for (const table of tables) {
      const heads = [...table.tHead.rows[0].cells];
      const column = heads.findIndex((head) => named(head) === name);
      for (const head of heads) head.removeAttribute("aria-sort");
      if (column >= 0) {
        sorted = column || descending || !isOrdered.get(table) ? wanted : sorted;
        heads[column].setAttribute("aria-sort", descending ? "descending" : "ascending");
        put(table, inOrder(table, column, descending ? -1 : 1));
      } else {
        if (isOrdered.get(table)) heads[0].setAttribute("aria-sort", "ascending");
        put(table, rowsOf.get(table));
      }
    }
    order.value = sorted;
  }

  for (const head of tables.flatMap((table) => [...table.tHead.rows[0].cells])) {
    const by = named(head);
    if (![...order.options].some((option) => option.value === by)) {
      const textContent = head.textContent.trim();
      order.append(make("option", { value: by, textContent }), make("option", { value: `-${by}`, textContent: `${textContent}, from the end` }));
    }
    const button = make("button", { type: "button", className: "row-sort" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { ascending: `-${named(head)}`, descending: "" }; // and then as the page has them
      sort(next[head.getAttribute("aria-sort")] ?? named(head));
      note();
    });
  }

  // ---- The address

  function note() {
    const said = new URLSearchParams();
    for (const field of [...selects, search]) if (field.value.trim()) said.set(field.name, field.value.trim());
    if (sorted) said.set("sort", sorted);
    const query = said.size ? `?${said}` : "";
    here.href = `${location.pathname}${query}${tables[0].id && `#${tables[0].id}`}`;
    try {
      if (query !== location.search) history.replaceState(history.state, "", location.pathname + query + location.hash);
    } catch { /* the browser keeps the address of a file as it is: the link has the other */ }
  }

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name);
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  search.value = asked.get("text") ?? "";
  if (search.value) loadNames();
  sort(asked.get("sort") ?? "");
  filter();
  note();
  reveal();
})();
