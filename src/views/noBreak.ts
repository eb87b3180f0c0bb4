// Figures that no end of a line may part from their sign.

/** “50 %” with a space that does not break. */
export function noBreak(text: string): string {
  return text.replace(/ %/g, '\u00a0%');
}
