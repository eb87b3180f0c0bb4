// Model against report as rows of words: what was published, what the model says, how far they are apart.
import { type Fact, parseMoment, type Run, type Scenario, tickOf } from '../../model/index.ts';
import { dateInWords } from '../../scenario/dateWords.ts';
import { type FactFigures, figuresInWords } from '../../scenario/factFigures.ts';
import {
  countVerdicts,
  errorInWords,
  type FactRow,
  factRows,
  hoursOfFact,
  type Verdict,
  verdictOf,
} from '../../scenario/factRows.ts';
import { type Origin, whereFrom } from '../../scenario/whereFrom.ts';

export interface CheckRow extends FactFigures {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly tick: number;
  readonly role: Fact['role'];
  /** Title of the stack that stands for what happened, where it is not that of the file. */
  readonly stack: string | undefined;
  readonly error: string;
  readonly verdict: Verdict;
  readonly origin: Origin;
  readonly note: string | undefined;
  /** Where the model is outside: the reason that is given. */
  readonly why: string | undefined;
}

export interface Checks {
  /** Title of the stack that the figures come from unless a row names another. */
  readonly stack: string;
  readonly rows: readonly CheckRow[];
  readonly summary: string;
}

/**
 * @param own the stack of the file, whichever is chosen on the page
 * @param runOf the run of another stack than that of `run`
 */
export function layoutChecks(run: Run, own: string, runOf: (scenario: Scenario) => Run): Checks {
  const { scenario } = run;
  const rows = factRows(
    scenario,
    (stack) => (stack === scenario.stack ? run : runOf({ ...scenario, stack })),
    own,
  );
  const titleOf = (id: string) => scenario.stacks.find((stack) => stack.id === id)?.title ?? id;
  return {
    stack: titleOf(own),
    rows: rows.map((row) => ({
      ...wordsOf(row, run),
      stack: row.stack === own ? undefined : titleOf(row.stack),
    })),
    summary: summaryOf(rows),
  };
}

function wordsOf(row: FactRow, { scenario, plan }: Run) {
  const { fact, error } = row;
  const hours = hoursOfFact(fact);
  // Facts are written in English, and their dates stand in their lines.
  const when = dateInWords('en', fact.at);
  return {
    ...figuresInWords(row),
    id: fact.id,
    title: fact.title,
    when: hours === undefined ? when : `${when}, mean of ${Number(hours.toPrecision(4))} h`,
    tick: tickOf(plan, parseMoment(fact.at) ?? 0),
    role: fact.role,
    error: errorInWords(error),
    verdict: verdictOf(row),
    origin: whereFrom(scenario, fact),
    note: fact.note,
    why: row.isWithin === false ? (fact.why ?? 'No reason is given yet.') : undefined,
  };
}

/** “Of 14 checks, 8 within and 6 outside; 2 more figures are no checks: …” */
function summaryOf(rows: readonly FactRow[]): string {
  const { within, outside, noBounds } = countVerdicts(rows, 'check');
  const checks = within + outside + noBounds;
  const calibration = rows.length - checks;
  const why = 'used to set the model, or decided by what was typed in';
  if (checks === 0)
    return `No published figure tests the model here: all ${calibration} were ${why}.`;
  const rest = noBounds === 0 ? '' : `, ${noBounds} without bounds`;
  const more =
    calibration === 1 ? '1 more figure is no check' : `${calibration} more are no checks`;
  const set = calibration === 0 ? '' : `; ${more}: ${why}`;
  const many = checks === 1 ? 'check' : 'checks';
  return `Of ${checks} ${many}, ${within} within and ${outside} outside${rest}${set}.`;
}
