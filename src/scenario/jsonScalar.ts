// Strings, numbers and words of JSON: where each ends.

/** The position behind a string that begins at `from`; negative: minus the position of its fault. */
export function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return -at;
    if (code !== 92) continue;
    at++;
    if (text[at] === 'u') {
      if (!/^[\da-f]{4}$/i.test(text.slice(at + 1, at + 5))) return -at;
      at += 4;
    } else if (!'"\\/bfnrt'.includes(text[at] ?? ' ')) return -at;
  }
  return -text.length;
}

/** The position behind a number or word; negative: minus one minus the position of its fault. */
export function endOfNumberOrWord(text: string, from: number): number {
  for (const word of ['true', 'false', 'null'])
    if (text.startsWith(word, from)) return from + word.length;
  let at = text[from] === '-' ? from + 1 : from;
  const digits = () => {
    const start = at;
    while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
    return at > start;
  };
  if (text[at] === '0') at++;
  else if (!digits()) return -from - 1;
  if (text[at] === '.') {
    at++;
    if (!digits()) return -at - 1;
  }
  if (text[at] === 'e' || text[at] === 'E') {
    at += text[at + 1] === '+' || text[at + 1] === '-' ? 2 : 1;
    if (!digits()) return -at - 1;
  }
  return at;
}
