// Filters over the gallery, by the search index. Without this file, or when the index does not load, the gallery that the
// page holds stays as it is. Nothing is fetched before somebody filters, and of each facet only what is open.

const PAGE = 24;
const MOST = 10 * PAGE; // an address asks for no more cards at once than this
const SIZES = "(min-width: 960px) 280px, (min-width: 768px) 31vw, (min-width: 480px) 46vw, 104px"; // as the page's cards
const OPEN_AT_FIRST = 2;
const SORTS = {
  moi: { words: "Mới nhất trước", sort: { newest: "desc" } },
  ten: { words: "Theo tên, A đến Y", sort: { name: "asc" } },
};

/** An element with properties and children; texts become text nodes, never markup. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** An exemplar from the index as the page's own cards look; addresses of pictures count from the exemplar's page. */
function card({ url, meta }) {
  const page = new URL(url, location.href);
  const place = (address) => new URL(address, page).href;
  const places = (srcset) => srcset.split(", ").map((one) => one.split(" ")).map(([at, width]) => `${place(at)} ${width}`).join(", ");
  let picture;
  if (meta.src) {
    const image = element("img", {
      sizes: SIZES, srcset: places(meta.jpeg), width: meta.width, height: meta.height, alt: meta.alt || "",
      className: meta.keep || "", loading: "lazy", decoding: "async", src: place(meta.src),
    });
    const webp = meta.webp ? [element("source", { type: "image/webp", sizes: SIZES, srcset: places(meta.webp) })] : [];
    picture = element("picture", {}, ...webp, image);
  } else {
    picture = element("div", { className: "mark", ariaHidden: "true" }, element("b", {}, meta.initial || ""));
  }
  const texts = [["card__w", meta.unit], ["", meta.deed], ["by", meta.by]].filter(([, words]) => words);
  const made = element("li", { className: "card" }, picture, element("div", { className: "card__t" },
    element("h2", {}, element("a", { href: page.href }, meta.title)),
    ...texts.map(([className, words]) => element("p", { className }, words))));
  made.dataset.url = url;
  return made;
}

/** One facet: its fold of check boxes. ``values`` by key; a facet with too many for the page is empty until first opened. */
class Facet {
  constructor(source, open) {
    this.name = source.dataset.facet;
    this.byTime = "byTime" in source.dataset;
    this.values = new Map();
    this.chosen = new Set();
    this.label = source.querySelector(".filt__h").textContent.trim();
    this.boxes = element("fieldset", {}, element("legend", { className: "sr" }, this.label));
    this.fold = element("details", { className: "qa facet" }, element("summary", {}, this.label), this.boxes);
    for (const link of source.querySelectorAll("[data-key]")) {
      const label = link.querySelector("span").textContent;
      this.add(link.dataset.key, label, link.querySelector("i").textContent);
    }
    this.fold.open = open && this.values.size > 0;
  }

  /** The value as the index writes it: key, space, words. */
  add(key, label, count) {
    const input = element("input", { type: "checkbox", value: key });
    const number = element("i", {}, String(count));
    const line = element("label", {}, input, element("span", {}, label), number);
    this.values.set(key, { mark: `${key} ${label}`, input, number, line });
    this.boxes.append(line);
  }

  /** Takes the numbers the index gives; the first time also the values themselves, if the page did not hold them. */
  show(counts) {
    if (!this.values.size) {
      const found = Object.keys(counts).map((mark) => [mark.slice(0, mark.indexOf(" ")), mark.slice(mark.indexOf(" ") + 1)]);
      const alphabet = new Intl.Collator("vi", { numeric: true });
      found.sort(this.byTime ? ([a], [b]) => (a < b ? 1 : -1) : ([, a], [, b]) => alphabet.compare(a, b));
      for (const [key, label] of found) this.add(key, label, 0);
      this.long = true;
    }
    for (const [key, value] of this.values) {
      const count = counts[value.mark] || 0;
      value.number.textContent = String(count);
      value.input.checked = this.chosen.has(key);
      value.line.hidden = Boolean(this.long) && !count && !value.input.checked;
    }
  }

  get marks() {
    return [...this.chosen].filter((key) => this.values.has(key)).map((key) => this.values.get(key).mark);
  }
}

/** <gallery-filter data-search="…/pagefind.js">…the gallery…</gallery-filter> */
class GalleryFilter extends HTMLElement {
  connectedCallback() {
    if (this.facets) return;
    this.nav = this.querySelector(".filt");
    this.gallery = this.querySelector(".gallery");
    this.links = [...this.nav.children];
    this.shown = PAGE;
    this.facets = this.links.map((source, number) => new Facet(source, number < OPEN_AT_FIRST));
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
    this.loading ??= (async () => {
      const { createInstance } = await import(new URL(this.dataset.search, document.baseURI));
      const index = createInstance({ noWorker: true }); // small enough for the page's own thread
      await index.init();
      return index;
    })();
    return this.loading;
  }

  /** Shows what is chosen: numbers, cards, and how many; a newer choice overtakes an older one. */
  async update() {
    const turn = (this.turn = (this.turn || 0) + 1);
    try {
      const index = await this.load();
      await this.learn(index);
      const open = this.facets.filter((facet) => facet.fold.open || facet.chosen.size);
      const [all, counts] = await Promise.all([
        this.search(index, open),
        Promise.all(open.map((facet) => facet.marks.length && this.search(index, open, facet))),
      ]);
      const cards = this.active ? await Promise.all(all.results.slice(0, this.shown).map((one) => one.data())) : [];
      if (turn !== this.turn) return;
      open.forEach((facet, number) => facet.show((counts[number] || all).filters[facet.name] || {}));
      this.show(all.results.length, cards);
    } catch {
      this.giveUp();
    }
  }

  /** Asks for the values of facets that are open or chosen and still empty, and forgets keys that no value has. */
  async learn(index) {
    for (const facet of this.facets.filter((one) => one.fold.open || one.chosen.size)) {
      if (!facet.values.size) facet.show((await this.search(index, [facet], facet)).filters[facet.name] || {});
      facet.chosen = new Set([...facet.chosen].filter((key) => facet.values.has(key)));
    }
  }

  /** A search: any of the values within a facet, all facets together; one facet may be left free, to count its values. */
  search(index, open, free) {
    const asked = new Set([...open, ...this.facets.filter((facet) => facet.chosen.size)]);
    const filters = [...asked].map((facet) => [facet.name, { any: facet === free ? [] : facet.marks }]);
    return index.search(null, { filters: Object.fromEntries(filters), sort: SORTS[this.select.value].sort });
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
    const there = [...this.cards.children]; // a card that stays where it was stays the same element: nothing flickers
    this.cards.replaceChildren(
      ...cards.map((data, number) => (there[number]?.dataset.url === data.url ? there[number] : card(data))),
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
