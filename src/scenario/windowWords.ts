// When and where an entry of a scenario is in force, in one sentence.
import { isEver, type PlugInEntry, type Scenario, spanOf } from '../model/index.ts';
import { listInWords, momentInWords } from './words.ts';

const MOST_PLACES = 12;

const DAYS = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

/**
 * “In force from 16 April, 09:00 (the block); only Friday 18:00–22:00; on MTS.”; empty: always, everywhere.
 * A company that complies ends what hangs on an earlier step, and the rest of the ladder never comes.
 */
export function scopeInWords(scenario: Scenario, entry: PlugInEntry): string {
  const { window = {}, networks, regions } = entry;
  const compliance = complianceInWords(scenario, entry);
  if (compliance && !isEver(spanOf(scenario, entry))) {
    return `Never in force: the company complies, ${compliance}.`;
  }
  const until = edgeInWords(scenario, 'until', window.to, window.untilStep);
  const parts = [
    edgeInWords(scenario, 'from', window.from, window.fromStep),
    compliance ? `until the company complies, ${compliance}` : until,
    window.weekly && `only ${listInWords(window.weekly.map(hoursInWords), 7)}`,
    networks && networksInWords(scenario, networks),
    regions && `in ${listInWords(regions, MOST_PLACES)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `In force ${parts.join('; ')}.`;
}

/** “13 April, 12:00 (“The order”)”; undefined when a window does not end, or never begins, by compliance. */
function complianceInWords(scenario: Scenario, entry: PlugInEntry): string | undefined {
  const { ladder, compliesAt } = scenario;
  const step = ladder.find(({ id }) => id === compliesAt);
  if (!step) return undefined;
  const { from, to } = spanOf(scenario, entry);
  const defying = spanOf({ ladder }, entry);
  if (from === defying.from && to === defying.to) return undefined;
  return `${momentInWords(step.at)} (“${step.title}”)`;
}

/** A moment, or a step of the ladder with its title. */
function edgeInWords(
  { ladder }: Scenario,
  word: 'from' | 'until',
  moment: string | undefined,
  stepId: string | undefined,
): string | undefined {
  if (moment !== undefined) return `${word} ${momentInWords(moment)}`;
  const step = ladder.find(({ id }) => id === stepId);
  return step && `${word} ${momentInWords(step.at)} (“${step.title}”)`;
}

type Weekly = NonNullable<NonNullable<PlugInEntry['window']>['weekly']>[number];

function hoursInWords({ days, from, to }: Weekly): string {
  const named = listInWords(
    days.map((day) => DAYS[day]),
    7,
  );
  return `${named} ${from}–${to}`;
}

/** The fewer: those that are named or those that are not; nothing for who names all. */
function networksInWords({ world }: Scenario, ids: readonly string[]): string | undefined {
  const titles = (isNamed: boolean) =>
    world.networks.filter(({ id }) => ids.includes(id) === isNamed).map(({ title }) => title);
  const [named, others] = [titles(true), titles(false)];
  if (others.length === 0) return undefined;
  return others.length < named.length
    ? `on all networks but ${listInWords(others, MOST_PLACES)}`
    : `on ${listInWords(named, MOST_PLACES)}`;
}
