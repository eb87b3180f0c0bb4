// Text that fits: a name in full, in a shorter form of its own, or not at all.

/** Width of a text in pixels, in the type of the captions concerned. */
export type Measure = (text: string) => number;

/** The shorter forms of a name: `N. Virginia (us-east-1)` → itself, `N. Virginia`. */
export function shorterForms(name: string): string[] {
  const plain = name.replace(/\s*\([^)]*\)/g, '').trim();
  return plain !== '' && plain !== name ? [name, plain] : [name];
}

/** What may stand between the parts of a name: a list, an aside. */
const BETWEEN = /(?:[,:]|\s\/|\s(?:and|with))\s/g;
/** What a firm is known without. */
const PRODUCT = /\s(?:Cloud|Online|Azure|Telecom|Web Services)$/;

/**
 * The same, and then without its last parts: `Meta: WhatsApp, Instagram` → …, `Meta: WhatsApp`, `Meta`;
 * a name without parts does without what its firm is known without: `Google Cloud` → …, `Google`.
 */
export function captionForms(name: string): string[] {
  const forms = shorterForms(name);
  const plain = forms.at(-1) ?? '';
  const ends = [...plain.matchAll(BETWEEN)].map(({ index }) => index).reverse();
  if (ends.length > 0) return [...forms, ...ends.map((end) => plain.slice(0, end))];
  return PRODUCT.test(plain) ? [...forms, plain.replace(PRODUCT, '')] : forms;
}

/** The longest form that fits into `width`; undefined when none does: a name cut short helps nobody. */
export function fitCaption(
  forms: readonly string[],
  width: number,
  measure: Measure,
): string | undefined {
  return forms.find((form) => measure(form) <= width);
}
