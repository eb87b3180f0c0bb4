// Text that fits: a name in full, in a shorter form of its own, cut behind a word, or not at all.

/** Width of a text in pixels, in the type of the captions concerned. */
export type Measure = (text: string) => number;

/** The shorter forms of a name: `N. Virginia (us-east-1)` → itself, `N. Virginia`. */
export function shorterForms(name: string): string[] {
  const plain = name.replace(/\s*\([^)]*\)/g, '').trim();
  return plain !== '' && plain !== name ? [name, plain] : [name];
}

/** The longest form that fits into `width`; undefined when even the shortest cannot be read. */
export function fitCaption(
  forms: readonly string[],
  width: number,
  measure: Measure,
): string | undefined {
  const whole = forms.find((form) => measure(form) <= width);
  if (whole !== undefined) return whole;
  const words = (forms.at(-1) ?? '').split(/\s+/);
  // One word out of many says too little.
  const fewest = words.length > 3 ? 2 : 1;
  for (let kept = words.length - 1; kept >= fewest; kept--) {
    const cut = `${words
      .slice(0, kept)
      .join(' ')
      .replace(/[,/&-]+$/, '')} …`;
    if (words[kept - 1]?.length && measure(cut) <= width && cut.length >= 6) return cut;
  }
  return undefined;
}
