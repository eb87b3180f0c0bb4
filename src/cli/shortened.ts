// The first lines of a list, and how many more there are.
import { count } from '../scenario/words.ts';

export const mostShown = 20;

/** @param all how many there are, where not all lines were made */
export function shortened(lines: readonly string[], what: string, all = lines.length): string[] {
  const rest = all - mostShown;
  return rest <= 1 ? [...lines] : [...lines.slice(0, mostShown), `and ${count(rest)} more ${what}`];
}
