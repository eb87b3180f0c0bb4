// Values of a change as text, in an address bar and on the command line.

/** Text as it is; all else as JSON. */
export function textOfValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** JSON where it is JSON, else the text itself: `12`, `true`, `["a"]`, `registered`. */
export function valueOfText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
