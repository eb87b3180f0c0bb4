// Between text and bytes. The encoding classes are in every engine, but in no type library that the
// model is compiled with.
declare class TextEncoder {
  encode(text: string): Uint8Array;
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Writes the UTF-8 of a text, or bytes that are UTF-8 already, to the start of the array that
 * `room` gives for a length in bytes. Plain ASCII, which nearly all lists are, is written at once.
 */
export function putBytes(
  text: string | Uint8Array,
  room: (length: number) => Uint8Array,
): { bytes: Uint8Array; end: number } {
  let encoded = text;
  if (typeof encoded === 'string') {
    const bytes = room(encoded.length);
    const { read, written } = encoder.encodeInto(encoded, bytes.subarray(0, encoded.length));
    if (read === encoded.length) return { bytes, end: written };
    encoded = encoder.encode(encoded);
  }
  const bytes = room(encoded.length);
  bytes.set(encoded);
  return { bytes, end: encoded.length };
}

/** Wrong UTF-8 becomes replacement characters; it never throws. */
export function fromBytes(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
