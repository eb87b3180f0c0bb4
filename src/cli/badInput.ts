// What a person typed wrongly: its own error, so that it is told apart from a failure of ours.
import { showText } from '../scenario/place.ts';
import { describeProblem } from '../scenario/problem.ts';
import type { Refusal } from '../scenario/readScenario.ts';

/** Ends the program with exit code 2; each line goes to stderr. */
export class BadInput extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'BadInput';
    this.lines = lines;
  }
}

/** The lines of a refusal, with the count of those left out. */
export function linesOf({ errors, more }: Refusal): string[] {
  const rest = more > 0 ? [`and ${more} more`] : [];
  return [...errors.map(describeProblem), ...rest];
}

/** The line about something typed: `--at: found "x", expected …; did you mean …?` */
export function complaint(found: string, expected: string, nearest?: string, path = ''): string {
  const problem = { path, found: showText(found), expected };
  return describeProblem(nearest === undefined ? problem : { ...problem, nearest });
}
