// The page around the text: its colours, the lists at its sides, and paper.
// The first part runs in the head, before anything is painted; without this script the page is light.

// An element with its properties and children, for every script of a page.
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// Text as one looks for it: in small letters, without accents, numbers without commas.
function plain(text) {
  const letters = { ı: "i", ø: "o", ł: "l", ß: "ss", æ: "ae", đ: "d" }; // which no accent is taken from
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[ıøłßæđ]/g, (letter) => letters[letter]).replace(/(\d),(?=\d{3})/g, "$1");
}

// How plain text is spelled: "ə" is written a and e.
function spellings(text) {
  return text.includes("ə") ? [text.replaceAll("ə", "a"), text.replaceAll("ə", "e")] : [text];
}

// Scroll, and again when what has come into sight is laid out and may have another height than was guessed (page.css).
function settle(scroll, frames = 3) {
  scroll();
  if (frames) requestAnimationFrame(() => settle(scroll, frames - 1));
}

(() => {
  "use strict";
  const KEY = "mode";
  const MODES = { auto: "as the system has them", light: "light", dark: "dark" };
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let mode = "auto";
  // Pages read from the disk may not be allowed to remember.
  try { mode = localStorage.getItem(KEY) ?? mode; } catch { /* then it holds for this page */ }
  if (!(mode in MODES)) mode = "auto";

  function paint() {
    root.dataset.mode = mode;
    root.dataset.theme = mode === "auto" ? (system.matches ? "dark" : "light") : mode;
    document.querySelector(".colour-switch")?.setAttribute("aria-label", `Colours: ${MODES[mode]}`);
  }

  paint();
  // The faces of the first lines are asked for before anything is laid out, so that little is painted without them.
  for (const face of ["1em \"Noto Serif\"", "1em \"Noto Sans\"", "bold 1em \"Noto Sans\""]) document.fonts.load(face);
  system.addEventListener("change", paint);
  addEventListener("beforeprint", () => (root.dataset.theme = "light"));
  addEventListener("afterprint", paint);

  // ---- What needs the page

  function next() {
    const names = Object.keys(MODES);
    mode = names[(names.indexOf(mode) + 1) % names.length];
    try { localStorage.setItem(KEY, mode); } catch { /* as above */ }
    paint();
  }

  // The list of contents follows: the last section that has begun is marked in it, and in sight.
  function follow(list) {
    const here = list.querySelector("li.current");
    const links = [...list.querySelectorAll("a[href^='#']:not([href='#'])")];
    const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let marked;
    const mark = () => {
      const current = links[sections.findLastIndex((section) => section && section.getBoundingClientRect().top < 120)];
      if (current === marked) return;
      marked?.removeAttribute("aria-current");
      current?.setAttribute("aria-current", "true");
      marked = current;
      bringIntoSight();
    };
    // Not by scrollIntoView, which would stop the page where a link leads it.
    const bringIntoSight = () => {
      const place = (marked ?? here)?.getBoundingClientRect();
      const frame = list.getBoundingClientRect();
      if (place && (place.top < frame.top + 60 || place.bottom > frame.bottom - 60)) list.scrollTop += place.top - frame.top - frame.height / 3;
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    list.addEventListener("toggle", bringIntoSight);
    // Not before the other scripts have changed the page: whoever measures in between has it laid out twice.
    requestAnimationFrame(() => { mark(); bringIntoSight(); });
  }

  // As heights are guessed, pixels do not lead back to a card: the history keeps which one is read, and where it stands.
  function keepPlace() {
    const cards = () => [...document.querySelectorAll("table.ledger.cards > tbody > tr, .page-files")];
    const [first] = cards();
    if (!first) return;
    const isGuessed = () => getComputedStyle(first).contentVisibility === "auto";
    const isInSight = ({ top, bottom }) => bottom > 60 && top < innerHeight;
    const keep = () => {
      if (!isGuessed()) return;
      const all = cards();
      const number = all.findIndex((one) => isInSight(one.getBoundingClientRect()));
      const place = number < 0 ? null : { number, top: all[number].getBoundingClientRect().top };
      history.replaceState({ ...history.state, place }, "");
    };
    addEventListener("scrollend", () => setTimeout(keep, 100)); // when what came into sight is laid out
    const comeBack = () => {
      const place = isGuessed() && history.state?.place;
      const card = place && cards()[place.number];
      if (card) settle(() => scrollBy({ top: card.getBoundingClientRect().top - place.top, behavior: "instant" }));
    };
    addEventListener("popstate", comeBack);
    addEventListener("pageshow", comeBack);
  }

  // Code can be taken along.
  function addCopyButton(code) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-code";
    button.textContent = "Copy";
    button.setAttribute("aria-label", code.closest(".page-files, .citation-forms") ? "Copy the citation" : "Copy the code");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(code); // to be copied with the keyboard
        button.textContent = "Selected";
      }
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    code.tabIndex = 0; // it may be wider than its frame, and the keyboard moves it
    code.parentElement.append(button);
  }

  // The address of a place is a link beside it, which leads there; here it is copied too.
  function copyAddresses() {
    const said = document.createElement("output");
    said.className = "copied";
    document.body.append(said);
    let fading;
    document.addEventListener("click", async (event) => {
      const link = event.target.closest("a.headerlink, a.copied-address");
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
      try {
        await navigator.clipboard.writeText(link.href);
        said.textContent = "The address is copied";
      } catch {
        said.textContent = "It stands in the address bar";
      }
      clearTimeout(fading);
      fading = setTimeout(() => (said.textContent = ""), 3000);
    });
  }

  addEventListener("DOMContentLoaded", () => {
    paint();
    copyAddresses();
    keepPlace();
    // The numbers of a figure may be wider than the page, and the keyboard moves them.
    document.addEventListener("toggle", ({ target }) => {
      for (const { parentElement: frame } of target.querySelectorAll("table.drawn")) {
        if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
      }
    }, true);
    for (const code of document.querySelectorAll("div.highlight > pre")) addCopyButton(code);
    document.querySelector(".colour-switch")?.addEventListener("click", next);
    follow(document.querySelector(".bd-sidebar-primary"));
    // A link in an opened list leads to where it says: the list gets out of the way.
    for (const menu of document.querySelectorAll("[popover]")) {
      menu.addEventListener("click", (event) => event.target.closest("a") && menu.matches(":popover-open") && menu.hidePopover());
    }
    new IntersectionObserver(([top]) => document.body.classList.toggle("scrolled", top.boundingClientRect.y < 0))
      .observe(document.querySelector(".page-top"));
  });
})();
