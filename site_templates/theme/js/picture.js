// An exemplar's picture from the search index; its addresses count from the exemplar's page.

import { element } from "./facets.js";

/** What the index keeps of a page beside its words: ``deed``, ``unit``, ``title`` and so on. */
export function factsOf(filters) {
  return Object.fromEntries(Object.entries(filters).map(([name, [value]]) => [name.replace(/^the-/, ""), value]));
}

/** The picture, or one letter where there is none. */
export function pictureOf(facts, page, sizes) {
  if (!facts.src) return element("div", { className: "mark", ariaHidden: "true" }, element("b", {}, facts.initial || ""));
  const place = (address) => new URL(address, page).href;
  const places = (srcset) => srcset.split(", ").map((one) => one.split(" ")).map(([at, width]) => `${place(at)} ${width}`).join(", ");
  const image = element("img", {
    sizes, srcset: places(facts.jpeg), width: facts.width, height: facts.height, alt: facts.alt || "",
    className: facts.keep || "", loading: "lazy", decoding: "async", src: place(facts.src),
  });
  const webp = facts.webp ? [element("source", { type: "image/webp", sizes, srcset: places(facts.webp) })] : [];
  return element("picture", {}, ...webp, image);
}
