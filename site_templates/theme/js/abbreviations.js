// What people write in short, such as PCCC: the queries that a text may mean.

import { Query } from "./hits.js";
import { fold } from "./spelling.js";

const MOST = 3;

/** The abbreviations of the site, without marks, with the words that each may stand for; none where they do not load. */
export async function loadAbbreviations(address) {
  try {
    return new Map(Object.entries(await (await fetch(address)).json()));
  } catch {
    return new Map();
  }
}

/** The query as it was typed, and as it reads with its abbreviations spelled out. */
export function readings(query, abbreviations) {
  let spelled = [{ words: [], together: 0 }];
  for (const [at, word] of query.words.entries()) {
    const number = query.numbers.find(([from, to]) => at >= from && at < to);
    if (number && at > number[0]) continue; // a document's number stays as it is
    const said = number ? query.words.slice(...number).join("/") : word;
    const meant = number ? undefined : abbreviations.get(fold(word));
    const next = ({ words, together }) => (meant
      ? meant.map((phrase) => ({ words: [...words, phrase], together: Math.max(together, phrase.split(" ").length) }))
      : [{ words: [...words, said], together }]);
    spelled = spelled.flatMap(next).slice(0, MOST);
  }
  const others = spelled.filter(({ together }) => together).map(({ words, together }) => ({ text: words.join(" "), together }));
  return [query, ...others.map(({ text, together }) => Object.assign(new Query(query.marked ? text : fold(text)), { text, together }))];
}
