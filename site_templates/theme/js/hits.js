// What a search found, judged: whether it is real, how good, at which part of its page, with which words around it.
//
// The index finds the pages and puts them in a first order. It knows no parts of pages, nor which words stand side by side;
// so the first pages are read again here.

import { cites, spoken, unitsOf } from "./citations.js";
import { factsOf } from "./picture.js";
import { fold, plain, readBack, words } from "./spelling.js";

const EXCERPT = 32; // words
const BEFORE = 6; // of them before the first one found
const MOST_PARTS = 3;
const NAMED = 4; // the level of a name, below that of a part that is cited
const NOTE = /\s*\([^()]*\)$/; // behind a name: no part of it
const NUMBER = /^\d+[/-].*\p{L}/u; // of a document: 01/QĐ-UBND
const A_NAME = 3; // words: more than these side by side are an answer, whatever else a question holds
const NEAR = 2; // so many times as many words as were asked for may lie about them, and they still belong together

/**
 * What was typed, as words: all of them, their folded forms, and those that a page must have. While somebody is ``typing``,
 * one or two letters at the end are not asked for yet: among ten thousand people half of all words begin with them.
 */
export class Query {
  constructor(text, typing = false) {
    this.text = text;
    this.together = 0; // at least so many words must stand side by side: those of an abbreviation
    this.words = words(spoken(text));
    this.units = unitsOf(text);
    if (typing && /[\p{L}\p{M}]$/u.test(text) && this.words.at(-1)?.length < 3) this.words.pop();
    this.folded = this.words.map(fold);
    this.marked = this.words.some((word, at) => word !== this.folded[at]);
    this.needed = this.words.flatMap((word, at) => (word.length > 1 || /\d/.test(word) ? [at] : []));
    this.numbers = numbersIn(spoken(text)).map(([from, to]) => [from, Math.min(to, this.words.length)]);
  }

  /** The words that are looked up. */
  get asked() {
    return this.needed.map((at) => this.words[at]);
  }

  /** Whether a match is the word itself, or the beginning of the last one, which somebody may still be typing. */
  typed({ at, whole }) {
    return whole || at === this.words.length - 1;
  }

  /** Which of the words asked for a word of a page is: 2 the whole word, 1 its beginning; ``marked``: with its marks. */
  match(word) {
    const bare = fold(word);
    const found = [];
    for (const [at, asked] of this.folded.entries()) {
      const whole = bare === asked;
      if (!whole && !(asked.length > 1 && bare.startsWith(asked))) continue;
      found.push({ at, whole, marked: word.startsWith(this.words[at]) });
    }
    return found;
  }
}

/** Where among the words of a text the numbers of documents stand, from and to: such words belong together. */
function numbersIn(text) {
  const found = [];
  let at = 0;
  for (const chunk of text.split(/\s+/)) {
    const next = at + words(chunk).length;
    if (NUMBER.test(chunk)) found.push([at, next]);
    at = next;
  }
  return found;
}

/** How well a row of words answers: whether all words needed are there, with their marks, and side by side. */
class Answer {
  constructor(query, tokens) {
    this.query = query;
    const has = (test) => query.needed.every((at) => tokens.some((token) => token.found.some((one) => one.at === at && test(one))));
    this.all = has(() => true);
    this.whole = has((one) => one.whole);
    this.count = new Set(tokens.flatMap(({ found }) => found.map(({ at }) => at))).size;
    this.marked = this.all && has((one) => one.marked);
    this.markedWhole = this.marked && has((one) => one.whole && one.marked);
    this.run = this.all ? longest(tokens, (one) => one.whole) : 0;
    this.markedRun = this.marked ? longest(tokens, (one) => one.whole && one.marked) : 0;
    this.numbered = query.numbers.every(([from, to]) => longest(tokens, (one) => one.at >= from && one.at < to && query.typed(one)) === to - from);
    this.phrase = this.run === query.words.length;
    this.markedPhrase = this.markedRun === query.words.length;
    this.first = tokens[0]?.found.some((one) => one.at === 0 && one.whole) || false;
    this.last = tokens.at(-1)?.found.some((one) => one.at === query.words.length - 1 && one.whole) || false;
    this.length = tokens.length;
  }

  /** As a name: 4 the name itself, 3 its beginning or its end, 2 within it, 1 all words somewhere, 0 not all. */
  level(marked) {
    if (!(marked ? this.marked : this.all)) return 0;
    if (!(marked ? this.markedPhrase : this.phrase)) return 1;
    if (this.length === this.query.words.length) return 4;
    return this.first || this.last ? 3 : 2;
  }
}

/** How many words of the query stand side by side, in order. ``next`` of a token is the one behind it in the text. */
function longest(tokens, test) {
  return Math.max(0, ...runsOf(tokens, test).flatMap((runs) => [...runs.values()]));
}

/** Of each token, and each word of the query that it is, how many of the query's words stand there side by side, in order. */
function runsOf(tokens, test) {
  const runs = tokens.map(() => new Map());
  for (let place = tokens.length - 1; place >= 0; place -= 1) {
    const token = tokens[place];
    for (const { at } of token.found.filter(test)) {
      const follows = tokens[place + 1]?.place === token.next ? runs[place + 1].get(at + 1) || 0 : 0;
      runs[place].set(at, follows + 1);
    }
  }
  return runs;
}

/** Whether all the words needed stand within a few words of each other. */
function together(query, tokens) {
  const last = new Map();
  return tokens.some(({ location, found }) => {
    for (const one of found) if (query.typed(one)) last.set(one.at, location);
    return query.needed.every((at) => location - last.get(at) < NEAR * query.words.length);
  });
}

/** Every word of a short text, with what it answers. */
function tokensOf(query, text) {
  return words(text).map((word, place) => ({ place, next: place + 1, found: query.match(word) }));
}

/** The words of a page that the index points at, with what they answer; a word such as 41-CT/TW is three. */
function tokensAt(query, content, locations) {
  const tokens = [];
  for (const location of [...new Set(locations)].sort((a, b) => a - b)) {
    const parts = words(readBack(content[location] || ""));
    for (const [at, part] of parts.entries()) {
      const found = query.match(part);
      if (!found.length) continue;
      const last = at === parts.length - 1;
      tokens.push({ location, place: `${location}.${at}`, next: last ? `${location + 1}.0` : `${location}.${at + 1}`, found });
    }
  }
  return tokens;
}

/** One page that was found; null where it only seems to be: the index holds 41-CT/TW as one word, too. */
export function judge(query, data, order) {
  const content = data.content.split(/\s+/);
  const facts = factsOf(data.filters);
  const title = facts.title || readBack(data.meta.title || "");
  const found = tokensAt(query, content, data.locations);
  const heads = emptyHeads(data, facts, content);
  const tokens = found.filter(({ location }) => !heads.some(([from, to]) => location >= from && location < to));
  const text = new Answer(query, tokens);
  const name = new Answer(query, tokensOf(query, title.replace(NOTE, "")));
  const names = [name, ...(data.filters["the-names"] || []).map((other) => new Answer(query, tokensOf(query, other)))];
  const anywhere = tokens.length < found.length ? new Answer(query, found) : text;
  if (!anywhere.all && !name.all) return null;
  if (Math.max(anywhere.run, name.run) < query.together) return null;
  if (!anywhere.numbered && !names.some((one) => one.numbered)) return null;
  const marked = query.marked && (text.marked || names.some((one) => one.marked));
  const whole = [text, ...names].some((one) => (marked ? one.markedWhole : one.whole));
  const parts = partsOf(query, data, facts, content, tokens, text);
  const level = Math.max(...names.map((one) => one.level(marked)), ...parts.map((part) => part.level - 0.5));
  const literal = names.some((one) => one.level(true) === level); // who types "hoa" may mean "hóa", too, but after "Hoa"
  const phrase = text.phrase || name.phrase;
  const start = data.anchors.find(({ id }) => id === "trang")?.location || 0; // what stands before the heading shows nowhere
  const near = names.some((one) => one.all) || parts.some(({ asked }) => asked) || anywhere.run > A_NAME || together(query, found);
  return { query, data, facts, title, content, start, tokens, parts, near, named: name.all, rank: [marked, whole, level, literal, phrase, -order] };
}

/** The order of hits: with their marks, whole words, by name, spelled the same, words side by side, then as the index has them. */
export function better(one, other) {
  return compare(other.rank, one.rank);
}

/** Where the parts of a page begin, in the order of the text. */
function anchorsOf(data, cited) {
  const anchors = data.anchors.filter(({ id, element }) => id !== "trang" && (cited ? cited[id] : /^(h\d|tr)$/i.test(element)));
  return anchors.sort((a, b) => a.location - b.location);
}

/** Where the headings stand, from and to, over nothing that the index reads: they tell nobody anything. */
function emptyHeads(data, facts, content) {
  const anchors = facts.parts ? [] : anchorsOf(data);
  return anchors.flatMap(({ text, location }, at) => {
    const end = anchors[at + 1]?.location ?? content.length;
    return text && end - location <= text.trim().split(/\s+/).length ? [[location, end]] : [];
  });
}

/** The parts of the page that hold all the words, the best first; ``label`` is how the part is cited or headed. */
function partsOf(query, data, facts, content, tokens, text) {
  const cited = facts.parts ? JSON.parse(facts.parts) : null;
  const anchors = anchorsOf(data, cited);
  const parts = [];
  for (const [number, anchor] of anchors.entries()) {
    const end = anchors[number + 1]?.location ?? content.length;
    const inside = tokens.filter((token) => token.location >= anchor.location && token.location < end);
    const asked = cited ? cites(query.units, cited[anchor.id]) : 0;
    if (!inside.length && !asked) continue;
    const answer = new Answer(query, inside);
    const head = anchor.text ? readBack(anchor.text.trim()) : "";
    const own = head ? new Answer(query, tokensOf(query, head)) : answer; // a row of a table has no text of its own
    const level = cited && !/^h\d$/i.test(anchor.element) ? 0 : Math.min(own.level(query.marked && answer.marked), head ? 4 : 2);
    const above = anchors.slice(0, number).findLast(({ element }) => element < anchor.element && /^h\d$/i.test(element));
    parts.push({
      id: anchor.id, label: cited ? cited[anchor.id] : head, above: above ? readBack(above.text.trim()) : "",
      level: asked < 1 ? level : NAMED + asked, asked, answer, start: anchor.location, end,
    });
  }
  const most = Math.max(...parts.map(({ asked }) => asked));
  if (most > 0) return parts.filter(({ asked }) => asked === most).slice(0, MOST_PARTS);
  const sure = (answer) => (text.marked ? answer.markedWhole : answer.whole);
  const fit = parts.filter(({ answer }) => query.needed.length > 1 || ((!text.marked || answer.marked) && (!sure(text) || sure(answer))));
  const whole = fit.filter(({ answer }) => answer.all);
  const weight = ({ answer, level }) => [answer.marked, sure(answer), level, answer.markedPhrase, answer.phrase, answer.count, answer.run];
  const kept = whole.length || !cited ? whole : fit;
  kept.sort((a, b) => compare(weight(b), weight(a)) || a.start - b.start);
  if (!whole.length && kept.length > 1 && !compare(weight(kept[0]), weight(kept[1]))) return []; // any would do, so none does
  return kept.slice(0, whole.length ? MOST_PARTS : 1);
}

function compare(one, other) {
  const at = one.findIndex((value, place) => Number(value) !== Number(other[place]));
  return at < 0 ? 0 : Number(one[at]) - Number(other[at]);
}

/** The words around the densest place between two places of the page, with … where more stands there. */
export function excerpt(hit, start = hit.start, end = hit.content.length) {
  const inside = hit.tokens.filter(({ location }) => location >= start && location < end);
  if (!inside.length) return hit.facts.about || "";
  let from = start;
  let best = [-1];
  for (const { location } of inside) {
    const near = inside.filter((token) => token.location >= location && token.location < location + EXCERPT - BEFORE);
    const met = (test) => new Set(near.flatMap(({ found }) => found.filter(worth(hit)).filter(test).map(({ at }) => at))).size;
    const weight = [met(({ whole }) => whole), met(() => true), longest(near, (one) => one.whole), near.length];
    if (compare(weight, best) > 0) [best, from] = [weight, location];
  }
  const first = Math.max(start, Math.min(from - BEFORE, end - EXCERPT));
  const last = Math.min(end, first + EXCERPT);
  const text = readBack(hit.content.slice(first, last).join(" "));
  return `${first > start ? "… " : ""}${text}${last < end ? " …" : ""}`;
}

/** Which matches of a hit count: with their marks, where it has them. */
function worth(hit) {
  return (one) => one.marked || !hit.rank[0];
}

/**
 * The texts as nodes, with a mark around each word that was asked for: where all stand side by side, there alone; the
 * mere beginning of a word only where that word stands whole in none of the texts.
 */
export function highlighted(hit, ...texts) {
  const { query } = hit;
  const rows = texts.map((text) => [...text.normalize("NFC").matchAll(/\p{L}+|\p{N}+/gu)].map(({ 0: word, index }, place) => (
    { word, index, place, next: place + 1, found: query.match(plain(word)).filter(worth(hit)) }
  )));
  const all = ({ whole }) => whole;
  const sought = [all, (one) => query.typed(one)].map((test) => rows.map((row) => sideBySide(query, row, test))).find((found) => found.some(({ size }) => size));
  const whole = new Set(rows.flat().flatMap(({ found }) => found.filter(all).map(({ at }) => at)));
  const plainly = (row) => new Set(row.filter(({ found }) => found.some((one) => one.whole || !whole.has(one.at))));
  return texts.map((text, at) => marksIn(text.normalize("NFC"), sought ? sought[at] : plainly(rows[at])));
}

/** The words of a row where all that were asked for stand side by side. */
function sideBySide(query, row, test) {
  const runs = runsOf(row, test);
  return new Set(row.filter((_, place) => query.words.some((_, at) => runs[place - at]?.get(0) >= query.words.length)));
}

function marksIn(text, marked) {
  const nodes = [];
  let end = 0;
  for (const { word, index } of marked) {
    const mark = document.createElement("mark");
    mark.textContent = word;
    nodes.push(text.slice(end, index), mark);
    end = index + word.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}
