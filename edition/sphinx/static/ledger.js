// Filter and sort the ledger. Everything comes from the table on the page, which is complete without this script.
// What is chosen stands in the address, as ?verdict=differs&sort=-article, which can be copied and opened again.
(() => {
  "use strict";
  const table = document.querySelector("table.ledger");
  if (!table) return;
  const rows = [...table.tBodies[0].rows];

  // ---- Filter

  // What can be chosen from: its label, and the class of the text that a row has for it.
  const CHOICES = { Section: "claim-section", Verdict: "claim-verdict", Method: "claim-method" };
  const textOf = (row, name) => row.querySelector(`.${name}`)?.textContent.trim() ?? "";
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const inAddress = (text) => plain(text).match(/[\p{L}\p{N}]+/gu)?.join("-") ?? "";
  const contents = new Map(rows.map((row) => [row, plain(row.textContent)]));

  const selects = Object.entries(CHOICES).map(([label, name]) => {
    const values = new Set(rows.map((row) => textOf(row, name)));
    const options = [...values].map((value) => make("option", { value: inAddress(value), textContent: value }));
    return [label, make("select", { name, id: name }, make("option", { value: "", textContent: "all" }), ...options)];
  });
  const search = make("input", { type: "search", name: "words", id: "claim-words", autocomplete: "off" });
  const count = make("output");
  const here = make("a", { className: "copied-address", textContent: "Link to this view" });
  const form = make(
    "form",
    { className: "ledger-filter" },
    ...[...selects, ["Text", search]].map(([label, field]) =>
      make("div", {}, make("label", { htmlFor: field.id, textContent: label }), field),
    ),
    make("button", { type: "reset", textContent: "Show all" }),
    count,
    here,
  );
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter the ledger");

  function filter() {
    const words = plain(search.value).split(/\s+/);
    const fits = (row) =>
      selects.every(([, select]) => !select.value || inAddress(textOf(row, select.name)) === select.value) &&
      words.every((word) => contents.get(row).includes(word));
    for (const row of rows) row.hidden = !fits(row);
    count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows`;
  }

  // A link to a row that is filtered out shows all rows again.
  function reveal() {
    const row = document.getElementById(location.hash.slice(1));
    if (!rows.includes(row) || !row.hidden) return;
    form.reset();
    setTimeout(() => row.scrollIntoView());
  }

  form.addEventListener("input", () => { filter(); note(); });
  form.addEventListener("reset", () => setTimeout(() => { filter(); note(); })); // the fields are emptied after the event
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => { reveal(); note(); });
  (table.closest(".pst-scrollable-table-container") ?? table).before(form);

  // ---- Sort

  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const DATE = new RegExp(`^(?:(\\d{1,2}) )?(?:(${MONTHS.join("|")}) )?(\\d{4})$`);
  const compareTexts = new Intl.Collator("en", { numeric: true }).compare;

  // What a cell is sorted by: a date as 1901-05-10, anything else as it stands; "" if it is empty.
  function key(row, column) {
    const text = (row.cells[column].querySelector("p") ?? row.cells[column]).textContent.trim();
    if (text === "–") return "";
    const [, day, month, year] = text.match(DATE) ?? [];
    return year ? [year, MONTHS.indexOf(month) + 1, day ?? 0].join("-") : text.replace(/(\d),(?=\d{3})/g, "$1");
  }

  function sort(column, direction) {
    const keys = new Map(rows.map((row) => [row, key(row, column)]));
    const compare = (a, b) => {
      const [first, second] = [keys.get(a), keys.get(b)];
      return (first === "") - (second === "") || direction * compareTexts(first, second); // empty cells last
    };
    table.tBodies[0].append(...[...rows].sort(compare));
  }

  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    head.scope = "col";
    const button = make("button", { type: "button", className: "ledger-sort" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      order(column, head.getAttribute("aria-sort") === "ascending");
      note();
    });
  });

  function order(column, descending) {
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", descending ? "descending" : "ascending");
    sort(column, descending ? -1 : 1);
  }

  // ---- The address

  function note() {
    const said = new URLSearchParams();
    for (const [label, select] of selects) if (select.value) said.set(inAddress(label), select.value);
    if (search.value.trim()) said.set("text", search.value.trim());
    const sorted = heads.findIndex((head) => head.ariaSort);
    const sign = heads[sorted].ariaSort === "descending" ? "-" : "";
    if (sorted || sign) said.set("sort", sign + inAddress(heads[sorted].textContent));
    const query = said.size ? `?${said}` : "";
    here.href = `${location.pathname}${query}#${table.id}`;
    try {
      if (query !== location.search) history.replaceState(history.state, "", location.pathname + query + location.hash);
    } catch { /* the browser keeps the address of a file as it is: the link has the other */ }
  }

  const asked = new URLSearchParams(location.search);
  for (const [label, select] of selects) {
    const value = asked.get(inAddress(label));
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  search.value = asked.get("text") ?? "";
  const wanted = asked.get("sort") ?? "";
  const column = heads.findIndex((head) => inAddress(head.textContent) === wanted.replace(/^-/, ""));
  heads[0].setAttribute("aria-sort", "ascending"); // as the page has them
  if (column >= 0) order(column, wanted.startsWith("-"));
  filter();
  note();
  reveal();
})();
