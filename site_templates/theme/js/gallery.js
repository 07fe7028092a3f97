// Filters over the gallery, by the search index. Without this file, or when the index does not load, the gallery that the
// page holds stays as it is. Nothing is fetched before somebody filters, and of each facet only what is open.

import { Facet, element, filtersOf, learn } from "./facets.js";
import { loadIndex } from "./index.js";
import { factsOf, pictureOf } from "./picture.js";
import { readBack } from "./spelling.js";

const KIND = "loai"; // of all that is indexed, the gallery shows one kind of page
const PAGE = 24;
const MOST = 10 * PAGE; // an address asks for no more cards at once than this
const SIZES = "(min-width: 960px) 280px, (min-width: 768px) 31vw, (min-width: 480px) 46vw, 104px"; // as the page's cards
const WIDE_SIZES = "(min-width: 960px) 570px, (min-width: 768px) 62vw, (min-width: 480px) 46vw, 94vw";
const [COLUMNS, WIDE_EVERY] = [3, 5];
const OPEN_AT_FIRST = 2;
const SORTS = {
  moi: { words: "Mới nhất trước", order: ["newest", "last"] },
  ten: { words: "Theo tên, A đến Y", order: ["name"] },
};

/** Which cards are wide: about every fifth that has a picture, where two columns are left in its line, as on the page. */
function widths(cards) {
  let [last, column] = [-WIDE_EVERY, 0];
  return cards.map(({ filters }, number) => {
    const wide = Boolean(factsOf(filters).src) && number - last >= WIDE_EVERY && column < COLUMNS - 1;
    if (wide) last = number;
    column = (column + (wide ? 2 : 1)) % COLUMNS;
    return wide;
  });
}

/** An exemplar from the index as the page's own cards look. */
function card({ url, meta, filters }, wide) {
  const facts = factsOf(filters);
  const page = new URL(url, location.href);
  const texts = [["card__w", facts.unit], ["", facts.deed], ["by", facts.by]].filter(([, words]) => words);
  const made = element("li", { className: wide ? "card card--wide" : "card" }, pictureOf(facts, page, wide ? WIDE_SIZES : SIZES), element("div", { className: "card__t" },
    element("h2", {}, element("a", { href: page.href }, readBack(meta.title))),
    ...texts.map(([className, words]) => element("p", className ? { className } : {}, words))));
  made.dataset.url = url;
  return made;
}

/** A facet with the values that the page's own links hold; one with too many for the page is empty until first opened. */
function facetOf(source, open) {
  const made = new Facet(source.dataset.facet, source.querySelector(".filt__h").textContent.trim(), "byTime" in source.dataset);
  for (const link of source.querySelectorAll("[data-key]")) {
    made.add(link.dataset.key, link.querySelector("span").textContent, link.querySelector("i").textContent);
  }
  made.fold.open = open && made.values.size > 0;
  return made;
}

/** <gallery-filter data-search="…/pagefind-entry.json" data-kind="the gallery's kind of page in the index">…the gallery…</gallery-filter> */
class GalleryFilter extends HTMLElement {
  connectedCallback() {
    if (this.facets) return;
    this.nav = this.querySelector(".filt");
    this.gallery = this.querySelector(".gallery");
    this.links = [...this.nav.children];
    this.shown = PAGE;
    this.always = { [KIND]: [this.dataset.kind] };
    this.facets = this.links.map((source, number) => facetOf(source, number < OPEN_AT_FIRST));
    this.build();
    this.nav.addEventListener("change", (event) => this.choose(event.target));
    for (const facet of this.facets) {
      facet.fold.addEventListener("toggle", () => {
        if (facet.fold.open && (this.active || !facet.values.size)) this.update();
      });
    }
    this.onBack = () => this.restore();
    window.addEventListener("popstate", this.onBack);
    if (location.search.length > 1) this.restore();
  }

  disconnectedCallback() {
    window.removeEventListener("popstate", this.onBack);
  }

  build() {
    const choices = Object.entries(SORTS).map(([value, { words }]) => element("option", { value }, words));
    this.select = element("select", { className: "facet__sort" }, ...choices);
    this.clear = element("button", { type: "button", className: "btn btn--2", hidden: true }, "Xóa bộ lọc");
    this.go = element("button", { type: "button", className: "btn facet__go", hidden: true });
    this.status = element("p", { className: "count" });
    this.status.setAttribute("role", "status");
    this.cards = element("ul", { className: "cards" });
    this.more = element("button", { type: "button", className: "btn btn--2", hidden: true }, "Xem thêm");
    this.bar = element("div", { className: "facet__bar" }, element("label", {}, "Sắp xếp ", this.select), this.clear);
    this.found = element("div", { className: "found", hidden: true }, this.cards, this.more);
    this.nav.replaceChildren(...this.facets.map((facet) => facet.fold), this.go);
    this.gallery.before(this.bar, this.status, this.found);

    this.select.addEventListener("change", () => this.changed());
    this.clear.addEventListener("click", () => {
      for (const facet of this.facets) facet.chosen.clear();
      this.select.value = "moi";
      this.changed();
      this.select.focus();
    });
    this.go.addEventListener("click", () => {
      this.querySelector(".fold").open = false;
      this.status.tabIndex = -1;
      this.status.focus();
    });
    this.more.addEventListener("click", async () => {
      const before = this.shown;
      this.shown += PAGE;
      this.remember(true);
      await this.update();
      this.cards.children[before]?.querySelector("a").focus();
    });
  }

  /** Whether anything differs from the gallery as the page holds it. */
  get active() {
    return this.select.value !== "moi" || this.facets.some((facet) => facet.chosen.size);
  }

  choose(input) {
    const facet = this.facets.find((one) => one.boxes.contains(input));
    if (input.checked) facet.chosen.add(input.value);
    else facet.chosen.delete(input.value);
    this.changed();
  }

  changed() {
    this.shown = PAGE;
    this.remember(false);
    this.update();
  }

  /** Writes what is chosen into the address. */
  remember(same) {
    const query = new URLSearchParams();
    for (const facet of this.facets) for (const key of facet.chosen) query.append(facet.name, key);
    if (this.select.value !== "moi") query.set("xep", this.select.value);
    if (this.shown > PAGE) query.set("xem", String(this.shown));
    const words = query.toString();
    const address = words ? `${location.pathname}?${words}` : location.pathname;
    if (same) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  /** Takes what is chosen from the address. */
  restore() {
    const query = new URLSearchParams(location.search);
    for (const facet of this.facets) {
      facet.chosen = new Set(query.getAll(facet.name));
      if (facet.chosen.size) facet.fold.open = true;
    }
    this.select.value = Object.hasOwn(SORTS, query.get("xep")) ? query.get("xep") : "moi";
    this.shown = Math.min(MOST, Math.max(PAGE, Number.parseInt(query.get("xem"), 10) || 0));
    this.update();
  }

  /** The index, loaded once. */
  load() {
    this.loading ??= loadIndex(this.dataset.search);
    return this.loading;
  }

  /** Shows what is chosen: numbers, cards, and how many; a newer choice overtakes an older one. */
  async update() {
    const turn = (this.turn = (this.turn || 0) + 1);
    try {
      const index = await this.load();
      await learn(index, this.facets, this.always);
      const open = this.facets.filter((facet) => facet.used);
      const [all, counts] = await Promise.all([
        this.search(index),
        Promise.all(open.map((facet) => facet.marks.length && this.search(index, facet))),
      ]);
      const cards = this.active ? await index.read(all, this.shown) : [];
      if (turn !== this.turn) return;
      open.forEach((facet, number) => facet.show((counts[number] || all).counts[facet.name]));
      this.show(all.pages.length, cards);
    } catch {
      this.giveUp();
    }
  }

  search(index, free) {
    return index.search([], filtersOf(this.facets, this.always, free), SORTS[this.select.value].order);
  }

  show(total, cards) {
    const active = this.active;
    this.gallery.hidden = active;
    this.found.hidden = !active;
    this.clear.hidden = !active;
    this.go.hidden = !active;
    this.go.textContent = `Xem ${total} gương`;
    const words = total ? element("strong", {}, `${total} gương`) : "Không có gương nào như vậy. Bạn thử bỏ bớt một ô đã chọn.";
    this.status.replaceChildren(...(active ? [words] : []));
    const wide = widths(cards);
    const there = [...this.cards.children]; // a card that stays as and where it was stays the same element: nothing flickers
    const stays = (one, url, number) => one?.dataset.url === url && one.matches(".card--wide") === wide[number];
    this.cards.replaceChildren(
      ...cards.map((data, number) => (stays(there[number], data.url, number) ? there[number] : card(data, wide[number]))),
    );
    this.more.hidden = cards.length >= total;
  }

  /** The index cannot be had: everything back as the page holds it. */
  giveUp() {
    const inside = this.nav.contains(document.activeElement);
    window.removeEventListener("popstate", this.onBack);
    this.nav.replaceChildren(...this.links);
    for (const extra of [this.bar, this.status, this.found]) extra.remove();
    this.gallery.hidden = false;
    if (inside) this.nav.querySelector("a")?.focus();
  }
}

customElements.define("gallery-filter", GalleryFilter);
