// What an answer to the block has done up to a moment, in one sentence: so that switching it on shows.
import { explainService, formatPrefix, type PlugInEntry, type Run } from '../model/index.ts';
import { relievedEntries } from './relievedEntries.ts';
import { count, listInWords, percent } from './words.ts';

/** Empty when nothing of it can be told by then. */
export function answerInWords(run: Run, tick: number, entry: PlugInEntry): string {
  const { id, parameters, technique } = entry;
  if (technique === 'appeal') return relievedInWords(run, tick);
  const moves = run.hops.filter((hop, at) => run.entryOfHop[at] === id && hop.tick <= tick);
  const parts = [
    sentence(moves.filter(({ why }) => why === 'listed').length, 'move', 'from listed addresses'),
    sentence(moves.filter(({ why }) => why === 'evicted').length, 'eviction', ''),
    sentence(movedServices(run, moves), 'service', 'moved to another provider'),
  ].filter((part) => part !== '');
  if (parts.length > 0) return `Up to now: ${parts.join(', ')}.`;
  const service = run.plan.world.services.ids.indexOf(String(parameters.service));
  return service < 0 ? '' : peopleInWords(run, tick, service);
}

/** Of all appeals together: what an office hears, it does not hear by whom. */
function relievedInWords(run: Run, tick: number): string {
  const relieved = relievedEntries(run, tick);
  if (relieved.length === 0) return '';
  const noun = relieved.length === 1 ? 'entry' : 'entries';
  const names = relieved.map(({ first, last }) => formatPrefix(first, last));
  return `Up to now: ${count(relieved.length)} ${noun} came off the lists because of complaints: ${listInWords(names)}.`;
}

function sentence(number: number, noun: string, rest: string): string {
  if (number === 0) return '';
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}${rest === '' ? '' : ` ${rest}`}`;
}

function movedServices({ plan }: Run, moves: Run['hops']): number {
  const { serviceOfPlacement } = plan.world.placements;
  const migrated = moves.filter(({ why }) => why === 'migrated');
  return new Set(migrated.map(({ placement }) => serviceOfPlacement[placement])).size;
}

function peopleInWords(run: Run, tick: number, service: number): string {
  const { saved, gone } = explainService(run, service, tick);
  const name = run.plan.world.services.names[service] ?? '';
  return [
    ...(saved > 0
      ? [`Now tunnels bring ${percent(saved)} of the sessions of ${name} through.`]
      : []),
    ...(gone > 0
      ? [`Now ${percent(gone)} of the sessions of ${name} have left with their users.`]
      : []),
  ].join(' ');
}
