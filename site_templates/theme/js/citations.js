// Parts of official texts as people cite them: "điểm a khoản 2 mục III", in any order, with or without marks.

import { fold, plain, words } from "./spelling.js";

const UNITS = new Set(["phan", "chuong", "muc", "dieu", "khoan", "diem", "doan", "dau dong", "nhiem vu"]);
const NUMBER = /^(?:\d+|[ivxlc]+|\p{L})$/u;
const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

const DOTTED = /(?<![\p{L}\p{N}.])(?:m[uụ]c\s+)?([ivxlc]+)\.(\d+)(?:\.(\p{L}))?(?![\p{L}\p{N}])/gu;
const TASK = /(?<![\p{L}\p{N}])(?:nv|(nhi[eệ]m v[uụ])\s+th[uứ])(?=\s*\d)/gu;

/** The text, plain, with tasks as the pages number them: "nhiệm vụ thứ 5", "nv5" are "nhiệm vụ 5". */
export function spoken(text) {
  return plain(text).replace(TASK, (_, name) => name || "nhiem vu ");
}

/** The units that a text names: "khoản 2 mục III", "III.2" give "khoan 2", "muc 3". A point's letter is no number. */
export function unitsOf(text) {
  const whole = spoken(text).replace(DOTTED, (_, part, clause, point) => ` muc ${part} khoan ${clause} ${point ? `diem ${point}` : ""}`);
  const all = words(whole).filter((word) => fold(word) !== "thu"); // "gạch đầu dòng thứ 2"
  const bare = all.map(fold);
  const found = new Set();
  for (const [at, word] of bare.entries()) {
    const unit = [word, `${bare[at - 1]} ${word}`].find((one) => UNITS.has(one));
    const number = all[at + 1];
    if (!unit || !number || !NUMBER.test(number)) continue;
    const place = unit === "diem" ? -1 : ROMAN.indexOf(number);
    found.add(`${unit} ${place > 0 ? place : number}`);
  }
  return found;
}

/** How surely the units asked for are that part, by its label: the number of its own, all asked for; ½ where it is below them; 0. */
export function cites(asked, label) {
  if (!asked.size) return 0;
  const own = unitsOf(label);
  if (own.size && [...own].every((unit) => asked.has(unit))) return own.size;
  return [...asked].every((unit) => own.has(unit)) ? 0.5 : 0;
}
