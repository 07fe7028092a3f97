// "Có phải …": names that are spelled much like what was typed, where nothing is found.

import { fold, plain, words } from "./spelling.js";

const MOST = 3;
const NOTE = /\s*\([^()]*\)$/; // behind a name: no part of it
const ALIKE = 0.34; // how far from a name each word may be on average, in shares of its letters
const LONGER = 0.02; // as far is a name for each word that it has more
const STRANGE = 0.5; // a word farther than this has nothing to do with it: one in four may be such

/** The names on those lists, each with its address. */
export async function namesOn(lists) {
  const read = lists.map(async (address) => {
    const list = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    return [...list.querySelectorAll(".dl a")].map((link) => ({ name: link.textContent, address: new URL(link.getAttribute("href"), address).href }));
  });
  return (await Promise.all(read)).flat();
}

/** Those of the names that the query may mean, read in one of the ways, the nearest first. */
export function alike(ways, names) {
  const near = names.map((one) => ({ ...one, far: Math.min(...ways.map((query) => distance(query, one.name))) }));
  near.sort((one, other) => one.far - other.far || one.name.length - other.name.length);
  return near.filter(({ far }) => far <= ALIKE).slice(0, MOST);
}

/** How far the words are from those of a name that stand together, one more of them: 0 the same, 1 nothing alike. */
function distance(query, name) {
  const own = words(plain(name.replace(NOTE, ""))).map(fold);
  const room = query.folded.length + 1;
  const starts = Array.from({ length: Math.max(1, own.length - room + 1) }, (_, at) => at);
  const nearest = Math.min(...starts.map((start) => apart(query, own.slice(start, start + room))));
  return nearest + LONGER * Math.max(0, own.length - query.folded.length);
}

/** How far the words are on average from the nearest among those. */
function apart(query, own) {
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
