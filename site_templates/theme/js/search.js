// The search page: results as one types, by the search index. Without this file, or when the index does not load, the page
// leads to lists of everything by kind and letter.

import { loadAbbreviations, readings } from "./abbreviations.js";
import { Facet, element, filtersOf, learn } from "./facets.js";
import { Query, better, judge } from "./hits.js";
import { loadIndex } from "./index.js";
import { alike, namesOn } from "./proposals.js";
import { shown } from "./shown.js";

const PAGE = 10;
const MOST = 100; // an address asks for no more hits at once than this
const READ = 20; // as many of the first pages are read and put in order anew
const WAIT = 250; // milliseconds after the last key
const REST = 1000; // then one or two letters at the end count as a word, too
const MOST_WAIT = 2000; // where a search takes long, the next one waits for twice as long as it took, up to this
const SLOW = 500; // only then is said that it takes a while
const NARROW = "(max-width: 47.99em)";
const NAMED = ["don-vi", "danh-hieu", "phong-trao", "van-ban"]; // the kinds whose names are proposed

/** <site-search data-search="…/pagefind-entry.json" data-short="…/viet-tat.json">form, list of facets, what to browse</site-search> */
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
    this.most = PAGE;
    this.took = 0;
    this.build();
    this.listen();
    const answered = this.restore();
    if (this.input.value) this.arrive(answered);
    else if (!matchMedia("(pointer: coarse)").matches) this.input.focus();
  }

  disconnectedCallback() {
    window.removeEventListener("popstate", this.onBack);
  }

  build() {
    this.status = element("p", { className: "count", tabIndex: -1 });
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
      const [typed, whole] = [new Query(this.input.value, true), new Query(this.input.value)];
      if (this.text && (!whole.needed.length || typed.needed.length < whole.needed.length)) this.rest = setTimeout(() => this.update(), REST);
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
      const before = this.most;
      this.most += PAGE;
      this.remember(true);
      await this.update();
      this.list.children[before]?.querySelector("a").focus();
    });
    this.addEventListener("keydown", (event) => this.step(event));
    this.onBack = () => this.restore();
    window.addEventListener("popstate", this.onBack);
  }

  /** Somebody came with a question: the keys go on from its answer, and a phone shows it at once. */
  async arrive(answered) {
    await answered;
    const [visit] = performance.getEntriesByType("navigation");
    if (visit?.type !== "navigate" || scrollY || document.activeElement !== document.body) return;
    this.status.focus({ preventScroll: true });
    if (matchMedia(NARROW).matches) this.form.scrollIntoView({ behavior: "instant" });
  }

  /** Down from the field or from what is said into the hits, up and down among them, up into the field. */
  step(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    const stops = [this.input, ...this.list.querySelectorAll("h2 a")];
    const at = document.activeElement === this.status ? 0 : stops.indexOf(document.activeElement);
    if (!(event.key in moves) || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = stops[at + moves[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  changed(typing) {
    this.most = PAGE;
    this.remember(typing);
    this.update(typing);
  }

  /** Writes what is asked into the address: a new step back only where something was decided. */
  remember(same) {
    const query = new URLSearchParams();
    if (this.text) query.set("q", this.text);
    for (const facet of this.facets) for (const key of facet.chosen) query.append(facet.name, key);
    if (this.most > PAGE) query.set("xem", String(this.most));
    const asked = query.toString();
    const address = asked ? `${location.pathname}?${asked}` : location.pathname;
    if (same || address === location.pathname + location.search) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  /** Takes what is asked from the address; resolves when that is answered. */
  restore() {
    const query = new URLSearchParams(location.search);
    this.input.value = query.get("q") || "";
    for (const facet of this.facets) {
      facet.chosen = new Set(query.getAll(facet.name));
      if (facet.chosen.size) facet.fold.open = true;
    }
    this.most = Math.min(MOST, Math.max(PAGE, Number.parseInt(query.get("xem"), 10) || 0));
    return this.update();
  }

  /** The index and the abbreviations, loaded once. */
  load() {
    this.loading ??= Promise.all([loadIndex(this.dataset.search), loadAbbreviations(this.dataset.short)]);
    return this.loading;
  }

  /** Fetches and unpacks what the words typed so far need, which takes longer than the search itself. */
  async prepare() {
    try {
      const [index] = await this.load();
      await index.prepare(new Query(this.input.value, true).asked);
    } catch {
      // the search itself will say so
    }
  }

  /** Shows what is found; what is asked later overtakes what was asked before. */
  async update(typing = false) {
    const turn = (this.turn = (this.turn || 0) + 1);
    const query = new Query(this.input.value, typing);
    const { text } = this;
    if (!query.needed.length) {
      this.idle(!typing && this.text);
      return;
    }
    this.browse.hidden = true;
    this.found.hidden = false;
    const slow = setTimeout(() => turn === this.turn && this.status.replaceChildren("Đang tìm…"), SLOW);
    try {
      const [index, abbreviations] = await this.load();
      await learn(index, this.facets, {});
      const used = this.facets.filter((facet) => facet.used);
      const begun = performance.now();
      const ways = readings(query, abbreviations);
      const search = (free) => index.search(ways.map(({ asked }) => asked), filtersOf(this.facets, {}, free));
      const all = await search();
      this.took = performance.now() - begun;
      const counts = await Promise.all(used.map((facet) => facet.marks.length && search(facet)));
      const read = await index.read(all, Math.max(READ, this.most));
      if (turn !== this.turn) return;
      clearTimeout(slow);
      used.forEach((facet, number) => facet.show((counts[number] || all).counts[facet.name]));
      const judged = read.map((data, order) => ways.map((way) => judge(way, data, order)).filter(Boolean).sort(better)[0]);
      const hits = [...judged.slice(0, READ).filter(Boolean).sort(better), ...judged.slice(READ).filter(Boolean)];
      const unread = hits.length ? all.pages.length - read.length : 0;
      this.show(text, hits.slice(0, this.most), hits.length + unread, unread > 0 && (hits.length < read.length || ways.length > 1), ways[1]);
      if (query.needed.length > 1 && hits.length && !hits.some(({ near }) => near)) this.warn(text, unread);
      if (!hits.length) await this.propose(ways, turn);
    } catch {
      if (turn === this.turn) this.giveUp();
    } finally {
      clearTimeout(slow);
    }
  }

  /** Nothing can be looked up yet: what there is to browse, and what to type where somebody waits for an answer. */
  idle(told) {
    this.clearHits();
    this.found.hidden = !told;
    this.dataset.answered = this.text;
    setTimeout(() => this.status.replaceChildren(...(told ? ["Bạn gõ ít nhất hai chữ cái liền nhau, hoặc một con số."] : []))); // told once it shows
  }

  show(text, hits, total, about, spelled) {
    const narrowed = this.facets.some((facet) => facet.chosen.size);
    const said = `“${text}”`;
    const none = narrowed
      ? `Không tìm thấy ${said} trong phần đã chọn. Bạn thử xóa bộ lọc.`
      : `Không tìm thấy ${said}. Bạn thử bớt từ, hoặc gõ không dấu.`;
    const count = element("strong", {}, `${about ? "Khoảng " : ""}${total} kết quả`);
    const too = spelled ? `, kể cả “${spelled.text}”` : "";
    this.status.replaceChildren(...(total ? [count, ` cho ${said}${too}`] : [none]));
    this.list.replaceChildren(...hits.map(shown));
    this.more.hidden = hits.length >= total;
    this.clear.hidden = !narrowed;
    this.side.hidden = !total && !narrowed;
    this.help.hidden = true;
    this.browse.hidden = total > 0;
    this.dataset.answered = text;
  }

  /** Says that the words stand apart wherever they were found: a name that is not on the site, above all. */
  warn(text, unread) {
    const where = unread ? "ở những trang đã xem" : "ở trang nào";
    this.status.append(`. Không thấy “${text}” đứng liền nhau ${where}; các trang dưới đây có những từ ấy rải rác.`);
  }

  /** What is typed, in one form. */
  get text() {
    return this.input.value.normalize("NFC").trim();
  }

  /** "Có phải …": the names of organisations, awards, movements and instruments that are spelled much alike. */
  async propose(ways, turn) {
    this.names ??= namesOn(NAMED.filter((kind) => this.kinds.has(kind)).map((kind) => this.kinds.get(kind).href));
    const proposed = alike(ways, await this.names);
    if (turn !== this.turn || !proposed.length) return;
    const links = proposed.map(({ name, address }) => element("li", {}, element("a", { href: address }, name)));
    this.help.replaceChildren(element("p", {}, "Có phải:"), element("ul", { className: "hit__p" }, ...links));
    this.help.hidden = false;
  }

  clearHits() {
    this.browse.hidden = false;
    this.side.hidden = true;
    this.more.hidden = true;
    this.help.hidden = true;
    this.list.replaceChildren();
  }

  /** The index cannot be had: the lists remain. */
  giveUp() {
    this.clearHits();
    this.found.hidden = false;
    this.loading = undefined;
    this.status.replaceChildren("Ô tìm kiếm chưa tải được. Bạn thử lại, hoặc xem theo loại dưới đây.");
  }
}

customElements.define("site-search", SiteSearch);
