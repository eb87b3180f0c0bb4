// When and where an entry of a scenario is in force, in one sentence.
import type { PlugInEntry, Scenario } from '../model/index.ts';
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

/** “In force from 16 April, 09:00 (the block); only Friday 18:00–22:00; on MTS.”; empty: always, everywhere. */
export function scopeInWords(scenario: Scenario, entry: PlugInEntry): string {
  const { window = {}, networks, regions } = entry;
  const parts = [
    edgeInWords(scenario, 'from', window.from, window.fromStep),
    edgeInWords(scenario, 'until', window.to, window.untilStep),
    window.weekly && `only ${listInWords(window.weekly.map(hoursInWords), 7)}`,
    networks && `on ${networksInWords(scenario, networks)}`,
    regions && `in ${listInWords(regions, MOST_PLACES)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `In force ${parts.join('; ')}.`;
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

function networksInWords({ world }: Scenario, ids: readonly string[]): string {
  const titles = ids.map((id) => world.networks.find((network) => network.id === id)?.title ?? id);
  return listInWords(titles, MOST_PLACES);
}
