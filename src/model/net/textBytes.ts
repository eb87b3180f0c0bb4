// Between text and bytes. The encoding classes are in every engine, but in no type library that the
// model is compiled with.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 of a text; bytes are handed on. */
export function toBytes(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? encoder.encode(text) : text;
}

/** Wrong UTF-8 becomes replacement characters; it never throws. */
export function fromBytes(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
