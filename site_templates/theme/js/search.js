// The search page: results as one types, by the search index. Without this file, or when the index does not load, the page
// leads to lists of everything by kind and letter.

import { Facet, element, filtersOf, learn } from "./facets.js";
import { Query, better, excerpt, highlighted, judge } from "./hits.js";
import { loadIndex } from "./index.js";
import { factsOf, pictureOf } from "./picture.js";
import { fold, plain, words } from "./spelling.js";

const PAGE = 10;
const MOST = 100; // an address asks for no more hits at once than this
const READ = 20; // as many of the first pages are read and put in order anew
const WAIT = 250; // milliseconds after the last key
const REST = 1000; // then one or two letters at the end count as a word, too
const MOST_WAIT = 2000; // where a search takes long, the next one waits for twice as long as it took, up to this
const SLOW = 500; // only then is said that it takes a while
const KIND = "loai";
const NAMED = ["don-vi", "danh-hieu", "phong-trao", "van-ban"]; // the kinds whose names are proposed
const MOST_PROPOSED = 3;
const ALIKE = 0.34; // how far from a name each word may be on average, in shares of its letters
const STRANGE = 0.5; // a word farther than this has nothing to do with it: one in four may be such
const LISTED = new Set(["danh-hieu"]); // its parts are called by their own names, whatever page they stand on
const CITED = new Set(["ke-hoach", "nhiem-vu"]); // a hit there always leads to the part

/** <site-search data-search="…/pagefind-entry.json">form, list of facets, what to browse</site-search> */
class SiteSearch extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector("form");
    this.input = this.form.elements.q;
    this.browse = this.querySelector(".browse");
    this.kinds = new Map([...this.querySelectorAll("[data-kind]")].map((one) => [one.dataset.kind, one]));
    this.facets = [...this.querySelectorAll("[data-facet]")].map(
      ({ dataset, textContent }) => new Facet(dataset.facet, textContent.trim(), "byTime" in dataset),
    );
    this.shown = PAGE;
    this.took = 0;
    this.build();
    this.listen();
    this.restore();
    if (!this.input.value && !matchMedia("(pointer: coarse)").matches) this.input.focus();
  }

  disconnectedCallback() {
    window.removeEventListener("popstate", this.onBack);
  }

  build() {
    this.status = element("p", { className: "count" });
    this.status.setAttribute("role", "status");
    this.list = element("ol", { className: "hits" });
    this.more = element("button", { type: "button", className: "btn btn--2", hidden: true }, "Xem thêm");
    this.clear = element("button", { type: "button", className: "btn btn--2", hidden: true }, "Xóa bộ lọc");
    this.help = element("div", { className: "nothing", hidden: true });
    const fold = element("details", { className: "fold" }, element("summary", {}, "Lọc kết quả"));
    const filters = element("div", { className: "fold__b filt" }, ...this.facets.map((facet) => facet.fold), this.clear);
    this.found = element("div", { className: "split found", hidden: true },
      element("div", { className: "split__side" }, fold, filters),
      element("div", { className: "split__main" }, this.status, this.help, this.list, this.more));
    this.side = this.found.firstChild;
    this.browse.before(this.found);
  }

  listen() {
    this.input.addEventListener("focus", () => this.load().catch(() => {}), { once: true });
    this.input.addEventListener("input", () => {
      this.prepare();
      clearTimeout(this.timer);
      clearTimeout(this.rest);
      const unasked = new Query(this.input.value, true).asked.length < new Query(this.input.value).asked.length;
      if (unasked) this.rest = setTimeout(() => this.update(), REST);
      this.timer = setTimeout(() => this.changed(true), Math.min(MOST_WAIT, Math.max(WAIT, 2 * this.took)));
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      clearTimeout(this.rest);
      this.changed(false);
    });
    this.side.addEventListener("change", ({ target }) => {
      const facet = this.facets.find((one) => one.boxes.contains(target));
      if (target.checked) facet.chosen.add(target.value);
      else facet.chosen.delete(target.value);
      this.changed(false);
    });
    for (const facet of this.facets) facet.fold.addEventListener("toggle", () => facet.fold.open && this.update());
    this.clear.addEventListener("click", () => {
      for (const facet of this.facets) facet.chosen.clear();
      this.changed(false);
      this.input.focus();
    });
    this.more.addEventListener("click", async () => {
      const before = this.shown;
      this.shown += PAGE;
      this.remember(true);
      await this.update();
      this.list.children[before]?.querySelector("a").focus();
    });
    this.addEventListener("keydown", (event) => this.step(event));
    this.onBack = () => this.restore();
    window.addEventListener("popstate", this.onBack);
  }

  /** Down from the field into the hits, up and down among them, up into the field. */
  step(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    const stops = [this.input, ...this.list.querySelectorAll("h2 a")];
    const at = stops.indexOf(document.activeElement);
    if (!(event.key in moves) || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = stops[at + moves[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  changed(typing) {
    this.shown = PAGE;
    this.remember(typing);
    this.update(typing);
  }

  /** Writes what is asked into the address: a new step back only where something was decided. */
  remember(same) {
    const query = new URLSearchParams();
    if (this.text) query.set("q", this.text);
    for (const facet of this.facets) for (const key of facet.chosen) query.append(facet.name, key);
    if (this.shown > PAGE) query.set("xem", String(this.shown));
    const asked = query.toString();
    const address = asked ? `${location.pathname}?${asked}` : location.pathname;
    if (same || address === location.pathname + location.search) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  /** Takes what is asked from the address. */
  restore() {
    const query = new URLSearchParams(location.search);
    this.input.value = query.get("q") || "";
    for (const facet of this.facets) {
      facet.chosen = new Set(query.getAll(facet.name));
      if (facet.chosen.size) facet.fold.open = true;
    }
    this.shown = Math.min(MOST, Math.max(PAGE, Number.parseInt(query.get("xem"), 10) || 0));
    this.update();
  }

  /** The index, loaded once. */
  load() {
    this.loading ??= loadIndex(this.dataset.search);
    return this.loading;
  }

  /** Fetches and unpacks what the words typed so far need, which takes longer than the search itself. */
  async prepare() {
    try {
      const index = await this.load();
      await index.prepare(new Query(this.input.value, true).asked);
    } catch {
      // the search itself will say so
    }
  }

  /** Shows what is found; what is asked later overtakes what was asked before. */
  async update(typing = false) {
    const turn = (this.turn = (this.turn || 0) + 1);
    const query = new Query(this.input.value, typing);
    const asked = query.needed.length > 0;
    this.browse.hidden = asked;
    this.found.hidden = !asked;
    if (!asked) {
      this.list.replaceChildren();
      this.dataset.answered = this.text;
      return;
    }
    const slow = setTimeout(() => turn === this.turn && this.status.replaceChildren("Đang tìm…"), SLOW);
    try {
      const index = await this.load();
      await learn(index, this.facets, {});
      const used = this.facets.filter((facet) => facet.used);
      const begun = performance.now();
      const search = (free) => index.search(query.asked, filtersOf(this.facets, {}, free));
      const all = await search();
      this.took = performance.now() - begun;
      const counts = await Promise.all(used.map((facet) => facet.marks.length && search(facet)));
      const read = await index.read(all, Math.max(READ, this.shown));
      if (turn !== this.turn) return;
      clearTimeout(slow);
      used.forEach((facet, number) => facet.show((counts[number] || all).counts[facet.name]));
      const judged = read.map((data, order) => judge(query, data, order));
      const hits = [...judged.slice(0, READ).filter(Boolean).sort(better), ...judged.slice(READ).filter(Boolean)];
      const total = all.pages.length > read.length && hits.length ? all.pages.length : hits.length;
      this.show(hits.slice(0, this.shown), total, total > read.length);
      if (!total) await this.propose(query, turn);
    } catch {
      if (turn === this.turn) this.giveUp();
    } finally {
      clearTimeout(slow);
    }
  }

  show(hits, total, about) {
    const narrowed = this.facets.some((facet) => facet.chosen.size);
    const said = `“${this.text}”`;
    const none = narrowed
      ? [`Không tìm thấy ${said} trong phần đã chọn. Bạn thử xóa bộ lọc.`]
      : [`Không tìm thấy ${said}. Bạn thử bớt từ, hoặc gõ không dấu.`];
    this.status.replaceChildren(...(total ? [element("strong", {}, `${about ? "Khoảng " : ""}${total} kết quả`), ` cho ${said}`] : none));
    this.list.replaceChildren(...hits.map((hit) => this.item(hit)));
    this.more.hidden = hits.length >= total;
    this.clear.hidden = !narrowed;
    this.side.hidden = !total && !narrowed;
    this.help.hidden = true;
    this.browse.hidden = total > 0;
    this.dataset.answered = this.text;
  }

  /** What is typed, in one form. */
  get text() {
    return this.input.value.normalize("NFC").trim();
  }

  /** One hit: of which kind, its name, where in it, the words around what was asked. */
  item(hit) {
    const { data, facts, title, parts } = hit;
    const kind = facts[KIND].slice(0, facts[KIND].indexOf(" "));
    const page = new URL(data.url, location.href);
    const cited = CITED.has(kind);
    const part = cited || !hit.named || parts[0]?.level > 2 ? parts[0] : undefined;
    const at = (one) => Object.assign(new URL(page), { hash: one.id }).href;
    const label = LISTED.has(kind) && part?.label ? nameOf(part) : part?.label ? `${title}, ${part.label}` : title;
    const name = element("h2", {}, element("a", { href: part ? at(part) : page.href }, ...highlighted(hit, label)));
    const person = kind === "guong";
    const lines = [element("p", { className: "hit__k" }, [facts[KIND].slice(kind.length + 1), facts.unit].filter(Boolean).join(" · ")), name];
    const about = person && hit.named ? facts.deed : "";
    const words_ = about || (hit.named && !part ? facts.about : excerpt(hit, part?.start, part?.end));
    lines.push(element("p", {}, ...highlighted(hit, words_)));
    const others = cited ? parts.slice(1) : [];
    if (others.length) {
      const links = others.map((one) => element("li", {}, element("a", { href: at(one) }, one.label)));
      lines.push(element("ul", { className: "hit__p" }, ...links));
    }
    const made = element("li", { className: person ? "hit hit--person" : "hit" }, element("div", {}, ...lines));
    if (person) made.prepend(pictureOf(factsOf(data.filters), page, "88px"));
    return made;
  }

  /** "Có phải …": the names of organisations, awards, movements and instruments that are spelled much alike. */
  async propose(query, turn) {
    this.names ??= Promise.all(NAMED.filter((kind) => this.kinds.has(kind)).map(async (kind) => {
      const address = this.kinds.get(kind).href;
      const list = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
      return [...list.querySelectorAll(".dl a")].map((link) => [link.textContent, new URL(link.getAttribute("href"), address).href]);
    }));
    const names = (await this.names).flat();
    if (turn !== this.turn) return;
    const near = names.map(([name, address]) => ({ name, address, far: distance(query, name) }));
    near.sort((a, b) => a.far - b.far || a.name.length - b.name.length);
    const proposed = near.filter(({ far }) => far <= ALIKE).slice(0, MOST_PROPOSED);
    if (!proposed.length) return;
    const links = proposed.map(({ name, address }) => element("li", {}, element("a", { href: address }, name)));
    this.help.replaceChildren(element("p", {}, "Có phải:"), element("ul", { className: "hit__p" }, ...links));
    this.help.hidden = false;
  }

  /** The index cannot be had: the lists remain. */
  giveUp() {
    this.found.hidden = false;
    this.browse.hidden = false;
    this.side.hidden = true;
    this.list.replaceChildren();
    this.more.hidden = true;
    this.loading = undefined;
    this.status.replaceChildren("Ô tìm kiếm chưa tải được. Bạn thử lại, hoặc xem theo loại dưới đây.");
  }
}

/** A part by its heading, and what that heading belongs to. */
function nameOf({ label, above }) {
  return above ? `${above}: ${label}` : label;
}

/** How far the words are from those of a name, on average: 0 the same, 1 nothing alike. */
function distance(query, name) {
  const own = words(plain(name)).map(fold);
  const each = query.folded.map((word) => Math.min(...own.map((one) => edits(word, one) / Math.max(word.length, one.length))));
  const strange = each.filter((one) => one > STRANGE).length;
  return strange > each.length / 4 ? 1 : each.reduce((sum, one) => sum + one, 0) / each.length;
}

/** How many letters must change, go, come, or swap with the next. */
function edits(one, other) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const cost = one[row - 1] === other[at - 1] ? 0 : 1;
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + cost);
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) now[at] = Math.min(now[at], before[at - 2] + 1);
    }
    [before, last] = [last, now];
  }
  return last[other.length];
}

customElements.define("site-search", SiteSearch);
