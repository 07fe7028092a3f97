// Facets over the search index: folds of check boxes with numbers. Of each facet nothing is asked before it is open.

/** An element with properties and children; texts become text nodes, never markup. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** One facet. ``values`` by key; one that starts without any is filled when it is first opened. */
export class Facet {
  constructor(name, label, byTime) {
    this.name = name;
    this.label = label;
    this.byTime = byTime;
    this.values = new Map();
    this.chosen = new Set();
    this.boxes = element("fieldset", {}, element("legend", { className: "sr" }, label));
    this.fold = element("details", { className: "qa facet" }, element("summary", {}, label), this.boxes);
  }

  /** The value as the index writes it: key, space, words. */
  add(key, label, count) {
    const input = element("input", { type: "checkbox", value: key });
    const number = element("i", {}, String(count));
    const line = element("label", {}, input, element("span", {}, label), number);
    this.values.set(key, { mark: `${key} ${label}`, input, number, line });
    this.boxes.append(line);
  }

  /** Takes the values themselves from the numbers the index gives. */
  learn(counts) {
    const marks = Object.keys(counts).filter((mark) => counts[mark]);
    const found = marks.map((mark) => [mark.slice(0, mark.indexOf(" ")), mark.slice(mark.indexOf(" ") + 1)]);
    const alphabet = new Intl.Collator("vi", { numeric: true });
    found.sort(this.byTime ? ([a], [b]) => (a < b ? 1 : -1) : ([, a], [, b]) => alphabet.compare(a, b));
    for (const [key, label] of found) this.add(key, label, 0);
    this.long = true;
  }

  /** Takes the numbers the index gives. */
  show(counts) {
    for (const [key, value] of this.values) {
      const count = counts[value.mark] || 0;
      value.number.textContent = String(count);
      value.input.checked = this.chosen.has(key);
      value.line.hidden = Boolean(this.long) && !count && !value.input.checked;
    }
  }

  /** Whether its numbers are looked at, or it narrows the search. */
  get used() {
    return this.fold.open || this.chosen.size > 0;
  }

  get marks() {
    return [...this.chosen].filter((key) => this.values.has(key)).map((key) => this.values.get(key).mark);
  }
}

/** Asks for the values of the facets in use that are still empty, and forgets keys that no value has. */
export async function learn(index, facets, always) {
  for (const facet of facets.filter((one) => one.used)) {
    if (!facet.values.size) {
      const { counts } = await index.search([], { ...always, [facet.name]: [] });
      if (!facet.values.size) facet.learn(counts[facet.name]); // a search before may have been quicker
    }
    facet.chosen = new Set([...facet.chosen].filter((key) => facet.values.has(key)));
  }
}

/** What to filter by: any of the values within a facet, all facets together; one may be left free, to count its values. */
export function filtersOf(facets, always, free) {
  const asked = facets.filter((facet) => facet.used).map((facet) => [facet.name, facet === free ? [] : facet.marks]);
  return { ...always, ...Object.fromEntries(asked) };
}
