// Working memory that a kernel keeps between calls: typed arrays above 64 bytes are costly to make.

/** Above this, memory is taken for one call and left to the collector. */
const keptBytes = 1 << 20;

/** Gives an array of at least `length` elements, with whatever the last call left in it. */
export type Scratch<A> = (length: number) => A;

/** One per purpose: an array is good only until the next call of the same scratch. */
export function wordScratch(): Scratch<Uint32Array> {
  let kept = new Uint32Array(0);
  return (length) => {
    if (length <= kept.length) return kept;
    const grown = new Uint32Array(Math.max(length, kept.length * 2));
    if (grown.byteLength <= keptBytes) kept = grown;
    return grown;
  };
}

/** The same for bytes. */
export function byteScratch(): Scratch<Uint8Array> {
  let kept = new Uint8Array(0);
  return (length) => {
    if (length <= kept.length) return kept;
    const grown = new Uint8Array(Math.max(length, kept.length * 2));
    if (grown.byteLength <= keptBytes) kept = grown;
    return grown;
  };
}
