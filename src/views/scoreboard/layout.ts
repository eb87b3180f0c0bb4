// The two figures of the page, and those below them, as words: the same for eyes, readers and exports.
import {
  basisKind,
  countStaleEntries,
  type Ensemble,
  metrics,
  momentOfTick,
  type Quantiles,
  type Run,
} from '../../model/index.ts';
import { keepsList } from '../../scenario/addressWords.ts';
import { targetName, targetNames } from '../../scenario/targetName.ts';
import {
  count,
  DOWN_LOSS,
  HIT_LOSS,
  momentInWords,
  oneIn,
  percent,
  roughly,
} from '../../scenario/words.ts';
import { reportedRange } from './reportedRange.ts';

export interface Score {
  readonly id: string;
  readonly figure: string;
  readonly label: string;
  /** The label where there is little room. */
  readonly short: string;
  readonly notes: readonly string[];
  /** How far chance alone moves the figure of the whole period, the last of the notes. */
  readonly chance?: string | undefined;
}

export interface Scoreboard {
  readonly sentence: string;
  readonly heroes: readonly Score[];
  readonly others: readonly Score[];
}

/**
 * @param ensemble totals over many seeds of the same scenario, if they are ready
 * @param own the stack that stands for what happened, whichever is chosen
 */
export function layoutScoreboard(
  run: Run,
  tick: number,
  ensemble: Ensemble | undefined,
  own: string = run.scenario.stack,
): Scoreboard {
  const now = (id: string) => metricOf(id).at(run.tally, tick);
  const total = (id: string) => metricOf(id).total(run.tally);
  const chance = (id: string) =>
    chanceInWords(ensemble?.quantiles[id], ensemble?.seeds.length ?? 0);
  const target = withinSentence(targetName(run));
  const stopped = now('targetBlocked');
  const hit = now('collateral');
  const listed = now('listedAddresses');
  const down = now('servicesDown');
  const moment = momentInWords(momentOfTick(run.plan, tick));
  return {
    sentence:
      `Simulated, ${moment}: ${percent(stopped)} of ${target} stopped${partLeft(now('targetLeft'))}; ` +
      `lost of everybody else’s sessions: ${oneIn(hit)}.`,
    heroes: [
      {
        id: 'targetBlocked',
        figure: percent(stopped),
        label: `of ${target} stopped`,
        short: `of ${target} stopped`,
        notes: [
          ...severalInWords(run),
          ...leftInWords(stopped, now('targetLeft')),
          reportedRange(run, tick, 'targetBlocked', own),
          `whole period: ${percent(total('targetBlocked'))}${partLeft(total('targetLeft'))}`,
        ],
        chance: chance('targetBlocked'),
      },
      {
        id: 'collateral',
        figure: oneIn(hit),
        label: `of everybody else’s sessions lost (${percent(hit)})`,
        short: 'of the rest lost',
        notes: [
          reportedRange(run, tick, 'collateral', own),
          `whole period: ${percent(total('collateral'))}`,
        ],
        chance: chance('collateral'),
      },
    ],
    others: [
      {
        id: 'listedAddresses',
        figure: keepsList(run) ? count(listed) : 'none',
        ...named(listed === 1 ? 'address listed' : 'addresses listed'),
        notes: keepsList(run)
          ? [
              `in ${count(now('listEntries'))} ${entriesInWords(run)} ${now('listEntries') === 1 ? 'entry' : 'entries'}`,
              ...staleInWords(run, tick),
            ]
          : ['no strategy in use keeps a list'],
      },
      {
        id: 'servicesDown',
        figure: count(down),
        ...named(down === 1 ? 'service down' : 'services down'),
        notes: [
          `lose ${DOWN_LOSS} or more of their sessions; ${count(now('servicesHit'))} of ` +
            `${count(namedBystanders(run))} lose ${HIT_LOSS} or more`,
        ],
      },
      {
        id: 'collateralUserHours',
        figure: roughly(total('collateralUserHours')),
        ...named('hours of use lost elsewhere'),
        notes: ['by everybody, over the whole period'],
      },
    ],
  };
}

/** “17,780,480 addresses listed”, “no addresses listed”. */
export function countInWords({ figure, short }: Score): string {
  return `${figure === 'none' ? 'no' : figure} ${short}`;
}

function named(label: string): Pick<Score, 'label' | 'short'> {
  return { label, short: label };
}

/** A name with an article of its own, after “of”: “the 14 sites of the order”. */
function withinSentence(name: string): string {
  return name.replace(/^The (?=\S)/, 'the ');
}

/** Who is meant by “the two targets”. */
function severalInWords(run: Run): string[] {
  const names = targetNames(run);
  return names.length > 1 ? [names.join('; ')] : [];
}

/** Entries that the target has left, or never was in. */
function staleInWords(run: Run, tick: number): string[] {
  const stale = countStaleEntries(run, tick);
  if (stale === 0) return [];
  return [`${count(stale)} of them without any address of ${withinSentence(targetName(run))}`];
}

/** Who left counts as stopped: so much of it is not blocked. */
function leftInWords(stopped: number, left: number): string[] {
  if (left === 0) return [];
  return [`${percent(stopped - left)} blocked, ${percent(left)} because users left`];
}

/** “ (3.9 % because users left)”; empty where nobody did. */
function partLeft(left: number): string {
  return left === 0 ? '' : ` (${percent(left)} because users left)`;
}

function metricOf(id: string) {
  const metric = metrics.find((one) => one.id === id);
  if (!metric) throw new Error(`there is no metric "${id}"`);
  return metric;
}

/**
 * “by chance alone: 6.9 % to 7.0 % (36 of 40 runs)”: what lies between the outer twentieths. Nothing where it moves nothing: that would sound like certainty.
 */
function chanceInWords(quantiles: Quantiles | undefined, runs: number): string | undefined {
  if (!quantiles) return undefined;
  const low = percent(quantiles.q5);
  const high = percent(quantiles.q95);
  if (low === high) return undefined;
  const inside = runs - 2 * Math.ceil(OUTER * (runs - 1));
  return `by chance alone: ${low} to ${high} (${count(inside)} of ${count(runs)} runs)`;
}

/** Either end of a range leaves out so much of the runs. */
const OUTER = 0.05;

/** “reported or derived”: entries of a file are no result of the simulation; those of a hunt are. */
function entriesInWords({ scenario }: Run): string {
  const stack = scenario.stacks.find(({ id }) => id === scenario.stack);
  const lists = stack?.strategies.filter(({ parameters, off }) => parameters.entries && !off) ?? [];
  const sources = new Set(lists.map(({ parameters }) => parameters.entries));
  if (sources.size !== 1) return 'list';
  if (!sources.has('ledger')) return 'simulated';
  const entries = lists.flatMap(
    ({ parameters }) => scenario.ledgers[String(parameters.ledger)] ?? [],
  );
  const kinds = new Set(entries.map(basisKind));
  return BASES.filter((kind) => kinds.has(kind)).join(' or ') || 'list';
}

const BASES = ['reported', 'derived', 'assumed'] as const;

function namedBystanders({ tally }: Run): number {
  return tally.isTargetOfService.subarray(0, tally.firstTail).filter((role) => role === 0).length;
}
