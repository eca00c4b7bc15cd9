// Two ways of reading: "read" shows the text and its figures, "check" all that stands behind it.
// The first part runs in the head, before anything is painted; without this script everything is shown.
(() => {
  "use strict";
  const KEY = "reading";
  const root = document.documentElement;

  // Pages read from the disk may not be allowed to remember.
  const memory = {
    get way() {
      try { return localStorage.getItem(KEY); } catch { return null; }
    },
    set way(way) {
      try { localStorage.setItem(KEY, way); } catch { /* then it holds for this page */ }
    },
  };

  // #read and #check name a way; the address of a claim or of a cell can be seen in one of them only.
  function named() {
    const hash = location.hash.toLowerCase();
    if (hash === "#read" || hash === "#check") return (memory.way = hash.slice(1));
    return /^#(claim|cell)-/.test(hash) ? "check" : null;
  }

  function set(way) {
    root.dataset.reading = way === "check" ? "check" : "read";
    for (const button of document.querySelectorAll("[data-way]")) {
      button.setAttribute("aria-pressed", button.dataset.way === root.dataset.reading);
    }
  }

  set(named() ?? memory.way);

  // ---- What needs the page

  // Switch, and keep what is read in its place: the first text or figure below the bar, which both ways show.
  function change(way) {
    const kept = [...document.querySelectorAll("article :is(h1, h2, h3, .passage > p, figure)")];
    const place = window.scrollY ? kept.find((one) => one.getBoundingClientRect().bottom > 90) : null;
    const before = place?.getBoundingClientRect().top;
    set(way);
    if (place) window.scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
  }

  addEventListener("DOMContentLoaded", () => {
    set(root.dataset.reading);
    for (const button of document.querySelectorAll("[data-way]")) {
      button.addEventListener("click", () => change((memory.way = button.dataset.way)));
    }
  });

  addEventListener("hashchange", () => {
    const way = named();
    if (!way || way === root.dataset.reading) return;
    change(way);
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });

  // A page that comes back from the browser's memory follows what was chosen meanwhile.
  addEventListener("pageshow", (event) => event.persisted && set(named() ?? memory.way));
})();
