// What the mark of a claim has to say, beside the mark, when a pointer or the keyboard comes to it.
// All of it is the title of the mark's link, in parts; without this script the browser shows the title itself.
(() => {
  "use strict";
  const SEPARATOR = " · ";
  const GAP = 8; // pixels between the mark, the popover and the edge of the window

  const marks = [...document.querySelectorAll("a > .claim-mark")].map((sign) => sign.parentElement);
  if (!marks.length) return;

  const popover = document.createElement("div");
  popover.id = "claim-popover";
  popover.className = "claim-popover";
  popover.setAttribute("role", "tooltip");
  popover.hidden = true;
  document.body.append(popover);

  let shown = null; // the mark whose popover is open
  let leaving; // the timer that closes it
  let touched = false; // whether a finger came to a mark that was closed

  function line(text) {
    const [name, ...rest] = text.split(": ");
    const paragraph = document.createElement("p");
    const label = document.createElement("b");
    label.textContent = rest.length ? `${name}: ` : name;
    paragraph.append(label, rest.join(": "));
    return paragraph;
  }

  function place(mark) {
    const box = mark.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetWidth: width, offsetHeight: height } = popover;
    const below = box.bottom + GAP + height <= clientHeight || box.top < height + GAP;
    const left = Math.max(GAP, Math.min(box.left - width / 2, clientWidth - width - GAP));
    popover.style.left = `${left + window.scrollX}px`;
    popover.style.top = `${window.scrollY + (below ? box.bottom + GAP / 2 : box.top - height - GAP / 2)}px`;
  }

  function open(mark) {
    clearTimeout(leaving);
    if (shown === mark) return;
    close();
    shown = mark;
    popover.replaceChildren(...mark.dataset.account.split(SEPARATOR).map(line));
    popover.style.left = popover.style.top = "0";
    popover.hidden = false;
    place(mark);
    mark.setAttribute("aria-describedby", popover.id);
  }

  function close() {
    clearTimeout(leaving);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    popover.hidden = true;
  }

  // A moment's grace, in which the pointer may move from the mark into the popover.
  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(close, 200);
  }

  for (const mark of marks) {
    mark.dataset.account = mark.title;
    mark.setAttribute("aria-label", mark.title.split(SEPARATOR)[0]);
    mark.removeAttribute("title"); // or the browser would show it as well
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open(mark));
    mark.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    mark.addEventListener("focus", () => open(mark));
    mark.addEventListener("blur", close);
    // A finger cannot hover: its first touch opens the popover, its second follows the link.
    mark.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch" && shown !== mark;
    });
    mark.addEventListener("click", (event) => {
      if (!touched) return;
      touched = false;
      event.preventDefault();
      open(mark);
    });
  }
  popover.addEventListener("pointerenter", () => clearTimeout(leaving));
  popover.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("pointerdown", (event) => {
    if (shown && !popover.contains(event.target) && !shown.contains(event.target)) close();
  });
  window.addEventListener("resize", close);
})();
