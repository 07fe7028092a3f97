// How a hit shows in the list of results.

import { element } from "./facets.js";
import { excerpt, highlighted } from "./hits.js";
import { pictureOf } from "./picture.js";

const PERSON = "guong";
const LISTED = new Set(["danh-hieu"]); // its parts are called by their own names, whatever page they stand on
const CITED = new Set(["ke-hoach", "nhiem-vu"]); // a hit there always leads to the part

/** One hit: of which kind, its name, where in it, the words around what was asked. */
export function shown(hit) {
  const { data, facts, title, parts } = hit;
  const [kind, said] = [facts.loai.slice(0, facts.loai.indexOf(" ")), facts.loai.slice(facts.loai.indexOf(" ") + 1)];
  const page = new URL(data.url, location.href);
  const at = (part) => (part ? Object.assign(new URL(page), { hash: part.id }).href : page.href);
  const cited = CITED.has(kind);
  const part = cited || !hit.named || parts[0]?.level > 2 ? parts[0] : undefined;
  const label = !part?.label ? title : LISTED.has(kind) ? nameOf(part) : `${title}, ${part.label}`;
  const words = kind === PERSON && hit.named && facts.deed
    ? facts.deed
    : hit.named && !part ? facts.about : excerpt(hit, part?.start, part?.end);
  const [name, text] = highlighted(hit, label, words);
  const lines = [
    element("p", { className: "hit__k" }, [said, facts.unit].filter(Boolean).join(" · ")),
    element("h2", {}, element("a", { href: at(part) }, ...name)),
    element("p", {}, ...text),
  ];
  const others = cited ? parts.slice(1) : [];
  if (others.length) {
    const links = others.map((one) => element("li", {}, element("a", { href: at(one) }, one.label)));
    lines.push(element("ul", { className: "hit__p" }, ...links));
  }
  const made = element("li", { className: kind === PERSON ? "hit hit--person" : "hit" }, element("div", {}, ...lines));
  if (kind === PERSON) made.prepend(pictureOf(facts, page, "88px"));
  return made;
}

/** A part by its heading, and what that heading belongs to. */
function nameOf({ label, above }) {
  return above ? `${above}: ${label}` : label;
}
