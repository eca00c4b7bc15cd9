// The page for an address that leads nowhere may be shown at any depth. This script is asked for from several places, and
// knows from the one where it was found where the book is.
(() => {
  "use strict";
  const page = document.documentElement;
  const assumed = page.dataset.root;
  if (assumed === undefined) return; // found twice
  delete page.dataset.root;
  const root = new URL("..", document.currentScript.src);
  for (const link of document.querySelectorAll("a[href], form")) {
    const name = link.tagName === "FORM" ? "action" : "href";
    link.setAttribute(name, new URL(link.getAttribute(name).slice(assumed.length), root));
  }
  // The colours that a reader has chosen; without a choice those of the system.
  try {
    const mode = localStorage.getItem("mode");
    if (mode === "light" || mode === "dark") Object.assign(page.dataset, { mode, theme: mode });
  } catch { /* then the system's */ }
})();
