// The marks beside the parts of an official text, and its contents. Without this file each mark is a plain link.

const box = document.createElement("span");
box.className = "cite";
box.setAttribute("role", "group");
box.dataset.apparatus = "";
let mark = null;

function button(label, text) {
  const made = document.createElement("copy-button");
  made.dataset.copy = text;
  made.textContent = label;
  return made;
}

/** Shows beside the mark the one box with both buttons, and goes to the first. */
function open(next) {
  close();
  mark = next;
  mark.setAttribute("aria-expanded", "true");
  const part = mark.getAttribute("aria-label");
  box.setAttribute("aria-label", `Chép ${part}`);
  const cited = `${part} ${mark.closest("[data-cite]").dataset.cite}`;
  box.replaceChildren(button("Chép liên kết", mark.href), button("Chép trích dẫn", cited));
  mark.after(box);
  box.querySelector("button").focus();
}

function close() {
  mark?.removeAttribute("aria-expanded");
  mark = null;
  box.remove();
}

document.addEventListener("click", (event) => {
  if (box.contains(event.target)) return;
  const next = event.target.closest(".anc");
  if (!next || event.ctrlKey || event.metaKey || event.shiftKey) {
    close();
    return;
  }
  event.preventDefault();
  if (next === mark) close();
  else open(next);
});

// A mark that opens something is used like a button, too: with the space bar.
document.addEventListener("keydown", (event) => {
  const next = event.key === " " && event.target.closest?.(".anc");
  if (!next) return;
  event.preventDefault();
  if (next === mark) close();
  else open(next);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !mark) return;
  const back = mark;
  close();
  back.focus();
});

box.addEventListener("focusout", (event) => {
  const next = event.relatedTarget;
  if (next && next !== mark && !box.contains(next)) close();
});

/** Marks in the contents where the reader is: the last listed part whose top has passed a quarter of the screen. */
function follow(contents) {
  const links = new Map();
  for (const link of contents.querySelectorAll("a[href^='#']")) {
    const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) links.set(part, link);
  }
  const parts = [...links.keys()];
  const passed = new Set();
  const side = contents.closest(".split__side");
  let current = null;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const now = links.get(parts.findLast((part) => passed.has(part)));
      if (now === current) return;
      current?.removeAttribute("aria-current");
      current = now;
      if (!now) return;
      now.setAttribute("aria-current", "true");
      const [own, around] = [now.getBoundingClientRect(), side.getBoundingClientRect()];
      if (own.top < around.top || own.bottom > around.bottom) side.scrollTop += own.top - around.top - around.height / 3;
    },
    { rootMargin: "10000000px 0px -75% 0px" },
  );
  for (const part of parts) observer.observe(part);
}

const contents = document.querySelector(".toc");
if (contents) follow(contents);
