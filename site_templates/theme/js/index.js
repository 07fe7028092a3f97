// The search index, which Pagefind makes: which pages hold some words, or have some values, and in which order.
//
// Pagefind's own program compares each page it found with each place of each word: where common syllables stand on ten
// thousand pages that takes a phone seconds. Here each place is met twice, however many pages are found.

import { Reader, textOf, unpacked } from "./packed.js";
import { fold, readBack } from "./spelling.js";

// The order of hits is BM25; a word that is longer than the one asked for counts less, one of the name counts more.
const SATURATION = 1.4;
const BY_LENGTH = 0.4;
const AS_LONG = 2;
const IN_NAME = 8;
const MARKED = 3;
const PLAIN = 24; // the weight Pagefind gives a word of plain text

/** The index whose entry stands at that address; its parts are fetched when words or values need them. */
export async function loadIndex(address) {
  const entry = new URL(address, document.baseURI);
  const answer = await fetch(entry, { cache: "no-cache" }); // it alone keeps its name when the site changes
  const [{ hash }] = Object.values((await answer.json()).languages);
  return new Index(entry, await unpacked(new URL(`pagefind.${hash}.pf_meta`, entry)));
}

class Index {
  constructor(entry, table) {
    const reader = new Reader(table);
    const text = () => reader.text();
    const number = () => reader.number();
    const row = (...fields) => () => {
      reader.number();
      return fields.map((field) => field());
    };
    this.entry = entry;
    this.loaded = new Map();
    reader.number();
    reader.skip(); // which Pagefind it was
    this.pages = reader.list(row(text, number)).map(([file, length]) => ({ file, length }));
    this.chunks = reader.list(row(text, text, text)).map(([from, to, file]) => ({ from, to, file }));
    this.values = new Map(reader.list(row(text, text)));
    this.orders = new Map(reader.list(row(text, () => reader.list(number))));
    this.length = this.pages.reduce((sum, { length }) => sum + length, 0) / this.pages.length;
  }

  /**
   * The pages that hold all the words of one of the ways to ask (all pages, where there is none) and have one of the values
   * ``only`` asks for under each name: ``pages``, the best first or by an order, ``counts`` of the values under those names,
   * ``words`` that answer.
   */
  async search(ways, only = {}, [order, from] = []) {
    const names = Object.keys(only);
    const [words, values] = await Promise.all([
      Promise.all(ways.map((asked) => this.prepare(asked))), Promise.all(names.map((name) => this.valuesOf(name))),
    ]);
    let pages = ways.length ? inTurn(ways.map((asked, at) => this.ranked(asked, words[at]))) : [...this.pages.keys()];
    for (const [at, name] of names.entries()) {
      if (!only[name].length) continue;
      const having = new Set(only[name].flatMap((value) => values[at].get(value) || []));
      pages = pages.filter((page) => having.has(page));
    }
    const found = new Set(pages);
    if (order) pages = this.orders.get(order).filter((page) => found.has(page));
    if (from === "last") pages.reverse();
    const count = ([value, having]) => [value, having.reduce((sum, page) => sum + found.has(page), 0)];
    const counts = Object.fromEntries(names.map((name, at) => [name, Object.fromEntries([...values[at]].map(count))]));
    return { pages, counts, words };
  }

  /** What the index keeps of the first pages found: their facts and text, and where in it the words stand. */
  async read({ pages, words }, most) {
    const places = new Map(pages.slice(0, most).map((page) => [page, []]));
    for (const { bytes, forms } of words.flat(2)) {
      for (const { page, at } of forms.flatMap((form) => form.places)) {
        places.get(page)?.push(...locations(bytes, at));
      }
    }
    return Promise.all([...places].map(async ([page, found]) => {
      const data = JSON.parse(textOf(await this.part("fragment", this.pages[page].file, (bytes) => bytes)));
      return { ...data, url: new URL(`..${data.url}`, this.entry).pathname, locations: found };
    }));
  }

  /** Of each word asked for the words of the index that answer it, with their places; what is missing is fetched. */
  prepare(asked) {
    return Promise.all(asked.map(async (word) => {
      const bare = fold(word);
      const near = this.chunks.filter(({ from, to }) => to >= bare && from <= `${bare}\uffff`);
      const chunks = await Promise.all(near.map(({ file }) => this.part("index", file, wordsOf)));
      const answers = ({ key }) => key === bare || (bare.length > 1 && key.startsWith(bare));
      return chunks.flat().filter(answers).map((found) => {
        found.forms ??= formsOf(found);
        return found;
      });
    }));
  }

  /** The pages that have each value under a name. */
  async valuesOf(name) {
    if (!this.values.has(name)) return new Map();
    return this.part("filter", this.values.get(name), (bytes) => {
      const reader = new Reader(bytes);
      reader.number();
      reader.skip(); // the name
      return new Map(reader.list(() => {
        reader.number();
        return [reader.text(), reader.list(() => reader.number())];
      }));
    });
  }

  /** A part of the index, fetched and read once. */
  part(kind, file, read) {
    const name = `${kind}/${file}.pf_${kind}`;
    if (!this.loaded.has(name)) this.loaded.set(name, unpacked(new URL(name, this.entry)).then(read));
    return this.loaded.get(name);
  }

  /** The pages that hold all the words, those with all their marks first, each of these by how well they answer. */
  ranked(asked, words) {
    const total = this.pages.length;
    const holds = new Uint16Array(total); // how many of the words, from the first on
    const rare = asked.map((_, at) => {
      const seen = new Uint8Array(total);
      let count = 0;
      for (const { forms } of words[at]) {
        for (const { places } of forms) {
          for (const { page } of places) {
            if (seen[page]) continue;
            seen[page] = 1;
            count += 1;
            if (holds[page] === at) holds[page] = at + 1;
          }
        }
      }
      return Math.log((total - count + 0.5) / (count + 0.5) + 1);
    });
    const most = rare.reduce((sum, one) => sum + one, 0);
    const marks = asked.some((word) => word !== fold(word));
    const score = new Float64Array(total);
    const marked = new Uint16Array(total); // as ``holds``, with their marks
    const named = new Uint16Array(total); // the last of the words that stands in the page's name
    const inName = new Float64Array(total);
    for (const [at, word] of asked.entries()) {
      for (const { key, forms } of words[at]) {
        const longer = key.length - fold(word).length + 1;
        const alike = Math.exp(AS_LONG * (Math.exp(-(longer ** 2) / 8) - 1));
        const weights = new Map();
        for (const { form, places } of forms) {
          const own = marks && form.startsWith(word);
          for (const { page, weight, name } of places) {
            if (holds[page] < asked.length) continue;
            weights.set(page, (weights.get(page) || 0) + weight);
            if (own && marked[page] === at) marked[page] = at + 1;
            if (!name || named[page] === at + 1) continue;
            named[page] = at + 1;
            inName[page] += rare[at];
          }
        }
        for (const [page, weight] of weights) {
          const often = (weight / PLAIN) * alike;
          const full = SATURATION * (1 - BY_LENGTH + (BY_LENGTH * this.pages[page].length) / this.length) + often;
          score[page] += (rare[at] * often * (SATURATION + 1) * (marked[page] > at ? MARKED : 1)) / full;
        }
      }
    }
    const found = [...this.pages.keys()].filter((page) => holds[page] === asked.length);
    for (const page of found) score[page] += (IN_NAME * inName[page] ** 3) / most ** 2;
    const all = (page) => Number(marked[page] === asked.length);
    return found.sort((one, other) => all(other) - all(one) || score[other] - score[one] || one - other);
  }
}

/** The items of several lists, the first of each first; each item once. */
function inTurn(lists) {
  const longest = Math.max(...lists.map((list) => list.length));
  return [...new Set(Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat())];
}

/** The words of a chunk without their marks, and where in it their places stand. */
function wordsOf(bytes) {
  const reader = new Reader(bytes);
  reader.number();
  return reader.list(() => {
    reader.number();
    const key = reader.text();
    const { at } = reader;
    reader.skip();
    reader.skip();
    return { key, bytes, at };
  });
}

/** How a word is spelled, and for each spelling the pages that have it: its weight there, whether their name has it, where. */
function formsOf({ key, bytes, at }) {
  const reader = new Reader(bytes, at);
  const places = () => {
    let page = 0;
    return reader.list(() => {
      reader.number();
      page += reader.number();
      const { at: start } = reader;
      const weight = weightOf(reader);
      const name = reader.bytes[reader.at] !== 0x80; // an empty list
      reader.skip();
      return { page, weight, name, at: start };
    });
  };
  const bare = { form: key, places: places() };
  const others = reader.list(() => {
    reader.number();
    return { form: readBack(reader.text()), places: places() };
  });
  return [bare, ...others];
}

/** The sum of the weights of a word's places on a page. A number below zero is the weight of those that follow. */
function weightOf(reader) {
  let [weight, sum] = [0, 0];
  for (let left = reader.number(); left > 0; left -= 1) {
    const number = reader.number();
    if (number < 0) weight = -1 - number;
    else sum += weight;
  }
  return sum;
}

/** Where on its page the word stands, counted in words; each place from the one before it. */
function locations(bytes, at) {
  const reader = new Reader(bytes, at);
  const found = [];
  let last = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    const number = reader.number();
    last = number < 0 ? 0 : last + number;
    if (number >= 0) found.push(last);
  }
  return found;
}
