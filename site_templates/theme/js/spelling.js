// How Vietnamese is spelled in the search index, and how two spellings are compared. The index has ḍ for đ, and hòa with
// U+0336 for hoà: Pagefind takes marks off letters, and without this would not know these as one.

const TONES = "\u0300\u0301\u0303\u0309\u0323";
const OLD = new RegExp(`(?<!q)(o)([ae])([${TONES}])(?![\\p{L}\\p{M}])|(?<!q)(u)(y)([${TONES}])(?![\\p{L}\\p{M}])`, "giu");
const MOVED = /([òóỏõọùúủũụ])([aey])\u0336/gi;

/** The text of the index as it was on the page. */
export function readBack(text) {
  return text.replace(/ḍ/g, "đ").replace(/Ḍ/g, "Đ").replace(MOVED, (_, first, last) => {
    const parts = first.normalize("NFD");
    return parts[0] + (last + parts.slice(1)).normalize("NFC");
  });
}

/** One spelling of what may be typed in several: composed letters, the tone of oa, oe, uy on the first vowel, lower case. */
export function plain(text) {
  const moved = text.normalize("NFD").replace(OLD, (_, o, ae, tone, u, y, other) => (o ? o + tone + ae : u + other + y));
  return moved.normalize("NFC").toLowerCase();
}

/** The word without its marks; of a word that is plain. */
export function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
}

/** The words of a text, plain; letters and figures apart, as in the index. */
export function words(text) {
  return plain(text).match(/\p{L}+|\p{N}+/gu) || [];
}
