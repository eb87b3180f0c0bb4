// The names that a strategy catches, for people: whose they are, the target's first, then the most asked for.
import { type CaughtName, caughtNames, type Run } from '../model/index.ts';

/** More rows than these help nobody to judge a rule; one more takes no more room than “and 1 more”. */
const MOST_NAMES = 12;

export interface CaughtNames {
  /** What the names have in common, such as “Names that it catches”. */
  readonly title: string;
  /** “14 names of 9 services” */
  readonly extent: string;
  readonly rows: readonly CaughtRow[];
  /** How many more there are than rows. */
  readonly more: number;
}

export interface CaughtRow {
  readonly name: string;
  readonly owner: string;
  readonly isTarget: boolean;
}

/** Undefined for a strategy that does not look at names, or takes no part in the run. */
export function namesCaughtBy(run: Run, id: string): CaughtNames | undefined {
  const strategy = run.stack.find((entry) => entry.id === id)?.run;
  const selection = strategy?.kind === 'flow' ? strategy.selection : undefined;
  if (strategy === undefined || selection?.matchesName === undefined) return undefined;
  const caught = caughtNames(run.plan, strategy);
  const { names, sessionsPerDayOfService } = run.plan.world.services;
  const asked = ({ service, share }: CaughtName) =>
    share * (sessionsPerDayOfService[service] as number);
  const ordered = caught.toSorted(
    (a, b) => Number(b.isTarget) - Number(a.isTarget) || asked(b) - asked(a),
  );
  const shown = ordered.slice(0, ordered.length <= MOST_NAMES + 1 ? ordered.length : MOST_NAMES);
  const services = new Set(caught.map(({ service }) => service)).size;
  return {
    title: selection.actsOn === 'matches' ? 'Names that it catches' : 'Names that are not listed',
    extent: `${counted(caught.length, 'name')} of ${counted(services, 'service')}`,
    rows: shown.map(({ name, service, isTarget }) => ({
      name,
      owner: names[service] ?? '',
      isTarget,
    })),
    more: caught.length - shown.length,
  };
}

function counted(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`;
}
