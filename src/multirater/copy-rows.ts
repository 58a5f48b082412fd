/** Answer codes, rows × items. */
export type Codes = Uint8Array | Uint16Array;

/** Where rows of codes go, and which codes there are. */
export interface RowCopy {
  /** The place of every row in the target; −1 leaves the row out. */
  readonly places: Int32Array;
  /** The highest code of every item. */
  readonly highest: readonly number[];
}

/**
 * Copies rows of codes to their places; `false` where a code is above the highest of its item.
 *
 * @remarks Of all that bulk work does this touches the most bytes. Where codes have 8 bits, four are
 * copied and checked at a time, which is twice as fast as one by one.
 */
export function copyRows(source: Codes, target: Codes, copy: RowCopy): boolean {
  const bytes = source instanceof Uint8Array && target instanceof Uint8Array;
  return bytes && copy.highest.every((code) => code <= HIGHEST_OF_7_BITS)
    ? copyBytes(source, target, copy)
    : copyCodes(source, target, copy);
}

const HIGHEST_OF_7_BITS = 127;

/** The top bits of four bytes. */
const TOP_BITS = 0x80808080;

/**
 * Adding 127 − highest to a byte sets its top bit exactly where the byte is above the highest, and
 * never carries into the next byte; a byte that has its top bit set is above in any case.
 */
function copyBytes(source: Uint8Array, target: Uint8Array, { places, highest }: RowCopy): boolean {
  const width = highest.length;
  const offsets = packOffsets(highest);
  const from = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const to = new DataView(target.buffer, target.byteOffset, target.byteLength);
  const rest = Int32Array.from(highest.slice(offsets.length * 4));
  let bits = 0;
  let margin = 0;
  for (let row = 0; row < places.length; row++) {
    if ((places[row] as number) < 0) continue;
    let read = row * width;
    let write = (places[row] as number) * width;
    for (let word = 0; word < offsets.length; word++) {
      const codes = from.getInt32(read, true);
      bits |= (codes + (offsets[word] as number)) | codes;
      to.setInt32(write, codes, true);
      read += 4;
      write += 4;
    }
    for (let item = 0; item < rest.length; item++) {
      const code = source[read++] as number;
      margin |= (rest[item] as number) - code;
      target[write++] = code;
    }
  }
  return (bits & TOP_BITS) === 0 && margin >= 0;
}

/** 127 − highest of every whole group of four items, in four bytes, the first item lowest. */
function packOffsets(highest: readonly number[]): Int32Array {
  const offsets = new Int32Array(Math.floor(highest.length / 4));
  for (let item = 0; item < offsets.length * 4; item++) {
    const offset = HIGHEST_OF_7_BITS - (highest[item] as number);
    const word = Math.floor(item / 4);
    offsets[word] = (offsets[word] as number) | (offset << ((item % 4) * 8));
  }
  return offsets;
}

function copyCodes(source: Codes, target: Codes, { places, highest }: RowCopy): boolean {
  const width = highest.length;
  for (let row = 0; row < places.length; row++) {
    if ((places[row] as number) < 0) continue;
    const from = row * width;
    const to = (places[row] as number) * width;
    for (let item = 0; item < width; item++) {
      const code = source[from + item] as number;
      if (code > (highest[item] as number)) return false;
      target[to + item] = code;
    }
  }
  return true;
}
