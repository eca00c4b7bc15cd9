// What a link leads to, beside the link, when a pointer, the keyboard or a finger comes to it: notes, works, terms,
// figures and claims. Without this script they are plain links, and the title of a mark says what a claim's preview does.
(() => {
  "use strict";
  const SEPARATOR = " · "; // between the parts of a mark's title
  const GAP = 8; // pixels between the link, the preview and the edge of the window
  const PATIENCE = 150; // milliseconds until a pointer that rests on a link asks for the preview
  const GRACE = 250; // milliseconds in which it may move into the preview
  // How each kind is known, and what the link to its place is called.
  const KINDS = [
    ["a:has(> .claim-mark)", "Row in the ledger"],
    ["a.footnote-reference", "Note"],
    ["a[href*='#ref-']", "List of works"],
    ["a[href*='#term-']", "Glossary"],
    ["a[href*='#fig-']", "Figure"],
  ];
  if (!("popover" in HTMLElement.prototype)) return;
  const own = document.currentScript.src;
  const root = new URL("..", own).href;

  const box = make("div", { id: "preview", className: "preview", popover: "manual" });
  box.setAttribute("role", "dialog");

  let shown = null; // the link whose preview is open, or will be when it is known
  let coming, leaving; // the timers that open and close it
  let touched = false; // whether a finger came to a link whose preview was closed
  let isBack = false; // whether the focus comes back from the preview

  // What stands on other pages comes in a script, when it is first asked for: a page from the disk may load nothing else.
  let loading;
  function entries() {
    loading ??= new Promise((done) => {
      const script = make("script", { src: new URL("preview-entries.js", root).href });
      script.onload = () => done(window.previewEntries);
      script.onerror = () => done({});
      document.head.append(script);
    });
    return loading;
  }

  const kind = (link) => KINDS.find(([selector]) => link.matches(selector));
  const target = (link) => (link.pathname === location.pathname ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null);
  const anchor = ([text, address]) => make("a", { textContent: text, href: new URL(address, root).href });

  // A text in which the names of links are links; those that are used are taken from the list.
  function linked(text, links) {
    const found = links.filter(([name]) => text.includes(name)).sort((a, b) => text.indexOf(a[0]) - text.indexOf(b[0]))[0];
    if (!found) return [text];
    links.splice(links.indexOf(found), 1);
    const at = text.indexOf(found[0]);
    return [text.slice(0, at), anchor(found), ...linked(text.slice(at + found[0].length), links)];
  }

  function line(text, links) {
    const [name, ...rest] = text.split(": ");
    return make("p", {}, make("b", { textContent: rest.length ? `${name}: ` : name }), ...linked(rest.join(": "), links));
  }

  function copy(element) {
    const copied = element.cloneNode(true);
    for (const one of copied.querySelectorAll("[id]")) one.removeAttribute("id");
    for (const one of copied.querySelectorAll(".headerlink, .label, .backrefs, [role=doc-backlink]")) one.remove();
    return copied;
  }

  // The picture of a figure, in its drawing for narrow columns if it has one: a preview is as narrow.
  function picture(figure) {
    const image = copy(figure.querySelector("img"));
    const small = figure.querySelector("source");
    if (small) Object.assign(image, { src: small.srcset, width: small.width, height: small.height });
    return image;
  }

  // What a link leads to, as far as it is known: elements, or none.
  function contents(link, entry) {
    const links = [...(entry?.links ?? [])];
    const place = target(link);
    const parts = [];
    if (link.dataset.account) parts.push(...link.dataset.account.split(SEPARATOR).map((part) => line(part, links)));
    else if (place?.matches("figure")) {
      parts.push(picture(place), ...[".caption-number", ".caption-text"].map((part) => copy(place.querySelector(part))));
    } else if (link.matches(".footnote-reference") && place) parts.push(...copy(place).childNodes);
    else if (entry) {
      if (entry.image) {
        const [width, height] = entry.size ?? [];
        parts.push(make("img", { src: new URL(entry.image, root).href, alt: entry.alt, ...(width && { width, height }) }));
      }
      if (entry.title) parts.push(make("p", {}, make("b", { textContent: entry.title })));
      if (entry.text) parts.push(make("p", {}, ...linked(entry.text, links)));
    }
    if (parts.length) {
      const more = [make("a", { href: link.href, textContent: kind(link)[1] }), ...links.map(anchor)];
      parts.push(make("p", { className: "preview-links" }, ...more.flatMap((one, place) => (place ? [SEPARATOR, one] : [one]))));
    }
    return parts;
  }

  // Below the link if there is room, else above it, else on the side that has more room: there it scrolls in itself.
  function place(link) {
    const around = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const above = around.top - 1.5 * GAP;
    const below = clientHeight - around.bottom - 1.5 * GAP;
    box.style.maxHeight = "";
    const isBelow = box.offsetHeight <= below || below >= above;
    if (box.offsetHeight > Math.max(above, below)) box.style.maxHeight = `${Math.max(above, below)}px`;
    const { offsetWidth: width, offsetHeight: height } = box;
    box.style.left = `${Math.max(GAP, Math.min(around.left - width / 2, clientWidth - width - GAP)) + scrollX}px`;
    box.style.top = `${scrollY + (isBelow ? around.bottom + GAP / 2 : around.top - height - GAP / 2)}px`;
  }

  function fill(link, parts) {
    if (!parts.length) return;
    box.replaceChildren(...parts);
    if (box.previousSibling !== link) link.after(box); // so that the keyboard comes to it next
    box.setAttribute("aria-label", `Preview: ${link.getAttribute("aria-label") ?? link.textContent}`);
    box.style.left = box.style.top = "0";
    if (!box.matches(":popover-open")) box.showPopover();
    place(link);
    for (const image of box.querySelectorAll("img")) image.addEventListener("load", () => shown === link && place(link));
    link.setAttribute("aria-describedby", box.id);
  }

  function open(link) {
    clearTimeout(coming);
    clearTimeout(leaving);
    if (shown === link) return;
    close();
    shown = link;
    fill(link, contents(link));
    if (link.matches(".footnote-reference")) return;
    entries().then((known) => {
      const entry = known[decodeURI(link.href.slice(root.length).replace(/\?[^#]*/, ""))];
      if (shown === link && entry) fill(link, contents(link, entry));
    });
  }

  function close() {
    clearTimeout(coming);
    clearTimeout(leaving);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    if (box.matches(":popover-open")) box.hidePopover();
    box.remove();
  }

  // A moment's grace, in which the pointer may move from the link into the preview.
  function leave() {
    clearTimeout(coming);
    clearTimeout(leaving);
    leaving = setTimeout(close, GRACE);
  }

  for (const link of document.querySelectorAll(KINDS.map(([selector]) => `article ${selector}:not(.headerlink, nav *)`).join())) {
    if (link.querySelector(".claim-mark")) {
      link.dataset.account = link.title;
      link.setAttribute("aria-label", link.title.split(SEPARATOR)[0]);
    }
    link.removeAttribute("title"); // or the browser would show it as well
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "mouse") return;
      clearTimeout(leaving);
      coming = setTimeout(open, PATIENCE, link);
    });
    link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    link.addEventListener("focus", () => !isBack && link.matches(":focus-visible") && open(link));
    link.addEventListener("blur", (event) => !box.contains(event.relatedTarget) && close());
    // A finger cannot hover: its first touch opens the preview, its second follows the link.
    link.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch" && shown !== link;
    });
    link.addEventListener("click", (event) => {
      if (!touched) return close();
      touched = false;
      event.preventDefault();
      open(link);
    });
  }
  box.addEventListener("pointerenter", () => clearTimeout(leaving));
  box.addEventListener("pointerleave", leave);
  box.addEventListener("focusout", ({ relatedTarget }) => relatedTarget !== shown && !box.contains(relatedTarget) && close());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    const back = box.contains(document.activeElement) ? shown : null;
    close();
    isBack = true;
    back?.focus();
    isBack = false;
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !box.contains(event.target) && !shown.contains(event.target)) close();
  });
  window.addEventListener("resize", close);
})();
