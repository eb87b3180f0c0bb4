// What takes the sessions of a service, in words: the entries, and the networks that lag behind them.
import { type AppliedEntry, formatPrefix, lagHoursInTicks, type Run } from '../model/index.ts';
import { strategyShares } from './strategyShares.ts';
import { amount, count, listInWords, percent } from './words.ts';

/** The title of a strategy of the stack; with its id where another one has the same title. */
export function strategyInWords({ stack }: Run, strategy: number): string {
  const { id = '', title = '' } = stack[strategy] ?? {};
  return stack.filter((one) => one.title === title).length > 1 ? `${title} (${id})` : title;
}

/** Says which networks lag behind the list; empty where all apply it as it stands. */
export function lagOfEntry(run: Run, { isListed, lateNetworks }: AppliedEntry): string {
  if (lateNetworks.length === 0) return '';
  const titles = run.scenario.world.networks.map(({ title }) => title);
  const names = listInWords(lateNetworks.map((network) => titles[network] ?? ''));
  const hours = Math.max(...lateNetworks.map((network) => lagHoursInTicks(run, network)));
  const lag = `they lag by up to ${amount(hours)} h`;
  return `${isListed ? 'not yet' : 'still'} applied by ${names} (${lag})`;
}

/**
 * “34.192.0.0/10 and 2 more entries”, the widest cover first; while networks lag behind the first of
 * them: “still applied by Fixed lines (they lag by up to 2 h): 34.192.0.0/10”.
 */
export function entriesInWords(run: Run, entries: readonly AppliedEntry[]): string {
  const first = entries[0];
  if (!first) return '';
  const prefix = formatPrefix(first.listing.first, first.listing.last);
  const lag = lagOfEntry(run, first);
  const rest = entries.length - 1;
  const more = rest === 0 ? '' : ` and ${count(rest)} more ${rest === 1 ? 'entry' : 'entries'}`;
  return `${lag === '' ? '' : `${lag}: `}${prefix}${more}`;
}

/** “9 of its 12 addresses”. */
export function partOfAddresses(some: number, all: number): string {
  return all === 1 ? 'its only address' : `${count(some)} of its ${count(all)} addresses`;
}

/**
 * What fails because others do, as a share of all sessions of the service and not of what it loses.
 * @param needs what it needs, each in words
 */
export function throughNeedInWords(share: number, needs: readonly string[]): string[] {
  if (share === 0) return [];
  return [
    `${percent(share)} of its sessions fail through what it needs: ${listInWords(needs, 3)}.`,
  ];
}

/** Does a strategy of the stack take part? One that is switched off stands there and does nothing. */
export function takesPart({ stack }: Run, strategy: number): boolean {
  return stack[strategy]?.run.kind !== 'idle';
}

/** One line a strategy in use of several: what it took beside what it would have taken alone. */
export function strategiesInWords(run: Run): string[] {
  const shares = strategyShares(run)
    .map((share, strategy) => ({ ...share, strategy }))
    .filter(({ strategy }) => takesPart(run, strategy));
  if (shares.length < 2) return [];
  return shares.map(
    ({ taken, alone, strategy }) =>
      `${strategyInWords(run, strategy)} took ${percent(taken.target)} of the target’s and ` +
      `${percent(taken.bystanders)} of everybody else’s; alone it would take ` +
      `${percent(alone.target)} and ${percent(alone.bystanders)}.`,
  );
}
