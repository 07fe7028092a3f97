// Parts of the search index as they are packed: gzip of a signature and CBOR (RFC 8949; whole numbers, texts, lists).

const SIGNATURE = "pagefind_dcd".length;
const UTF8 = new TextDecoder();

/** What is packed under an address; the browser itself unpacks gzip, a server may have done so before. */
export async function unpacked(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  let data = await answer.arrayBuffer();
  if (new Uint8Array(data)[0] === 0x1f) {
    data = await new Response(new Response(data).body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }
  return new Uint8Array(data, SIGNATURE);
}

/** The text of a part that holds JSON. */
export function textOf(bytes) {
  return UTF8.decode(bytes);
}

/** Reads CBOR value by value, from a place on. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A whole number, or the length of the list or text that begins here: what follows the three bits of the kind. */
  number() {
    const { bytes } = this;
    const head = bytes[this.at];
    let size = head & 31;
    this.at += 1;
    if (size > 23) {
      let left = 1 << (size - 24);
      for (size = 0; left > 0; left -= 1, this.at += 1) size = size * 256 + bytes[this.at];
    }
    return head >> 5 === 1 ? -1 - size : size;
  }

  text() {
    const end = this.number() + this.at;
    const start = this.at;
    this.at = end;
    return UTF8.decode(this.bytes.subarray(start, end));
  }

  /** The items of a list, each read by ``one``. */
  list(one) {
    return Array.from({ length: this.number() }, one);
  }

  /** Passes over a value. */
  skip() {
    for (let left = 1; left > 0; left -= 1) {
      const kind = this.bytes[this.at] >> 5;
      const size = this.number();
      if (kind === 4) left += size;
      else if (kind === 3) this.at += size;
    }
  }
}
