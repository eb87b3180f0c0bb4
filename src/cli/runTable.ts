// A run for the eye: one sentence, the totals, what each strategy took, who was hit, what was reported.
import { type Ensemble, metrics, type Run } from '../model/index.ts';
import { keepsList } from '../scenario/addressWords.ts';
import type { RunReport } from '../scenario/describeRun.ts';
import { takesPart } from '../scenario/lossWords.ts';
import { amount, figureOf, oneIn, percent, roughly } from '../scenario/words.ts';
import { columns } from './columns.ts';
import { namesTables } from './namesTable.ts';
import { runChecks } from './runChecks.ts';

const mostServices = 20;
const mostPools = 10;
const mostEntries = 10;
const mostProviders = 10;
const perTarget: ReadonlySet<string> = new Set(['overblockingRatio', 'precision']);
const aboutLists: ReadonlySet<string> = new Set([
  'listedAddresses',
  'listedPeak',
  'listEntries',
  'sitesListed',
]);

/** @param at a tick whose figures stand beside those of the whole period */
export function runTable(
  run: Run,
  report: RunReport,
  ensemble: Ensemble | undefined,
  at: number | undefined,
): string {
  const { scenario } = run;
  const stack = scenario.stacks.find(({ id }) => id === scenario.stack);
  const blocks = [
    [
      scenario.title.en,
      `${stack?.title}: ${stack?.summary}`,
      `Over the whole period: ${headline(report)}`,
    ],
    ['Simulated totals', ...totals(run, report, ensemble, at)],
    [
      'Share of sessions taken by each strategy, and by it alone, over the whole period',
      ...strategies(run, report),
    ],
    ...namesTables(run),
    ['Whom it stopped, in sessions over the whole period', ...confusion(report)],
    ['Lost by kind of service, over the whole period', ...byCategory(report)],
    ['Lost by network, over the whole period', ...byNetwork(report)],
    ['Lost by provider that serves them, over the whole period', ...byProvider(report)],
    costs(report),
    ['Services hit hardest, over the whole period', ...services(report)],
    [`Pools listed most, ${report.poolsAt}`, ...pools(report)],
    [`Stale entries, ${report.poolsAt}`, ...stale(report)],
    ['Entries that came off because of complaints, over the whole period', ...relieved(report)],
    ['What was published beside what this run says', ...runChecks(run)],
    [
      `Seed ${report.seed}, ${report.ticks} ticks of ${report.tickHours} h, scenario ${report.scenarioHash}; ${
        report.balanced ? 'the books balance' : 'THE BOOKS DO NOT BALANCE'
      }.`,
    ],
  ];
  const filled = blocks.filter((block) => block.length > 1 || block === blocks.at(-1));
  return `${filled.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function headline({ services, totals }: RunReport): string {
  const targets = services.filter(({ role }) => role === 'target').map(({ name }) => name);
  const { collateral = 0, targetBlocked = 0, servicesHit = 0, servicesDown = 0 } = totals;
  return (
    `${targets.join(', ')}: ${percent(targetBlocked)} of sessions stopped. ` +
    `Everybody else: ${percent(collateral)} lost (${oneIn(collateral)}); ` +
    `${amount(servicesHit)} named services hit, ${amount(servicesDown)} of them down.`
  );
}

function totals(
  run: Run,
  report: RunReport,
  ensemble: Ensemble | undefined,
  at: number | undefined,
): string[] {
  const counted = keepsList(run) ? metrics : metrics.filter(({ id }) => !aboutLists.has(id));
  const rows = counted.map((metric) => {
    const spread = ensemble?.quantiles[metric.id];
    const quantiles = spread ? [spread.q5, spread.q50, spread.q95] : [];
    const total = report.totals[metric.id] ?? 0;
    const then = at === undefined ? [] : [metric.at(run.tally, at)];
    // Nothing of the target was stopped: per session of it, or as a share of it, there is no figure.
    const isEmpty = perTarget.has(metric.id) && report.totals.targetBlocked === 0;
    return [
      metric.title,
      ...[total, ...quantiles, ...then].map((value) => (isEmpty ? '–' : figureOf(metric, value))),
    ];
  });
  const spreadHead = ensemble ? ['5 %', 'median', `95 % of ${ensemble.seeds.length} seeds`] : [];
  const seed = ensemble ? `, seed ${report.seed}` : '';
  const then = at === undefined ? [] : [`at ${report.poolsAt}`];
  const head = ['', `over the whole period${seed}`, ...spreadHead, ...then];
  const table = columns([head, ...rows], [false, ...head.slice(1).map(() => true)]);
  return keepsList(run) ? table : [...table, 'No strategy in use lists addresses.'];
}

function strategies(run: Run, report: RunReport): string[] {
  const inUse = report.strategies.filter((_, strategy) => takesPart(run, strategy));
  const rows = inUse.map(({ id, title, taken, alone }) => [
    `${title} (${id})`,
    ...[taken.target, alone.target, taken.bystanders, alone.bystanders].map(percent),
  ]);
  if (rows.length === 0) return [];
  const head = ['', 'of the target', 'alone', 'of others', 'alone'];
  return columns([head, ...rows], [false, true, true, true, true]);
}

/** Four fields: meant or not, stopped or not. */
function confusion({ confusion: counts }: RunReport): string[] {
  const { truePositive, falsePositive, trueNegative, falseNegative, baseRate } = counts;
  const rows = [
    ['', 'stopped', 'got through'],
    ['Target', roughly(truePositive), roughly(falseNegative)],
    ['Everybody else', roughly(falsePositive), roughly(trueNegative)],
  ];
  return [
    ...columns(rows, [false, true, true]),
    `The target has ${percent(baseRate)} of all sessions.`,
  ];
}

function byCategory({ byCategory: categories }: RunReport): string[] {
  const rows = categories.map(({ title, role, demand, lost, lostShare }) => [
    role === 'target' ? `The target (${title})` : title,
    ...[roughly(demand), roughly(lost), percent(lostShare)],
  ]);
  return columns([['', 'sessions', 'lost', 'of them'], ...rows], [false, true, true, true]);
}

function byNetwork({ networks }: RunReport): string[] {
  const rows = networks.map(({ title, share, targetBlocked, lost, collateral }) => [
    title,
    ...[percent(share), shareOrNone(targetBlocked), roughly(lost), shareOrNone(collateral)],
  ]);
  const head = ['', 'of the users', 'of the target', 'sessions of others', 'of theirs'];
  return columns([head, ...rows], [false, true, true, true, true]);
}

function byProvider({ providers }: RunReport): string[] {
  const hit = providers
    .filter(({ lost, targetLost }) => lost + targetLost > 0)
    .sort((a, b) => b.lost - a.lost);
  if (hit.length === 0) return [];
  const rows = hit
    .slice(0, mostProviders)
    .map(({ name, targetBlocked, lost, collateral }) => [
      name,
      ...[shareOrNone(targetBlocked), roughly(lost), shareOrNone(collateral)],
    ]);
  const head = ['', 'of the target there', 'sessions of others', 'of theirs'];
  const others = hit.length - rows.length;
  const rest = others > 0 ? [`and ${others} others from which some are lost`] : [];
  return [...columns([head, ...rows], [false, true, true, true]), ...rest];
}

function shareOrNone(share: number | null): string {
  return share === null ? '–' : percent(share);
}

/** Side by side, since none is right alone. */
function costs({ costs: given }: RunReport): string[] {
  const [first] = given;
  if (!first) return ['What it cost others', 'Nothing is said: the world has no economy.'];
  const rows = given.map(({ title, value, low, high, formula }) => [
    title,
    roughly(value),
    `${roughly(low)} – ${roughly(high)}`,
    formula,
  ]);
  const head = ['', first.currency, 'from – to', 'worked out as'];
  return [
    'What it cost others over the whole period: yardsticks side by side, not to be added',
    ...columns([head, ...rows], [false, true, true, false]),
  ];
}

/** Entries that the target has left, or never was in. */
function stale({
  stale: { entries, addresses, bystanderSessionsLostPerDay },
}: RunReport): string[] {
  if (entries === 0) return [];
  const which = `${amount(entries)} entries, ${roughly(addresses)} addresses that no other holds,`;
  const cost = `take ${roughly(bystanderSessionsLostPerDay)} sessions a day from others.`;
  return [`Without any address of the target: ${which} ${cost}`];
}

function relieved({ unlistedByComplaints: entries }: RunReport): string[] {
  if (entries.length === 0) return [];
  const rows = entries
    .slice(0, mostEntries)
    .map(({ prefix, strategy, listed, unlisted }) => [prefix, strategy, listed, unlisted]);
  const others = entries.length - rows.length;
  const rest = others > 0 ? [`and ${others} more, ${entries.length} in all`] : [];
  return [
    ...columns([['', 'of', 'listed', 'came off'], ...rows], [false, false, false, false]),
    ...rest,
  ];
}

function services(report: RunReport): string[] {
  const hit = report.services
    .filter(({ lostShare, role }) => lostShare > 0 && role === 'bystander')
    .sort((a, b) => b.lostShare - a.lostShare || b.lost - a.lost);
  if (hit.length === 0) return [];
  const rows = hit
    .slice(0, mostServices)
    .map((one) => [one.name, percent(one.lostShare), amount(one.lost), one.hitAt ?? '']);
  const head = ['', 'lost', 'sessions', 'hit since'];
  const others = hit.length - rows.length;
  const rest = others > 0 ? [`and ${others} others that lose some`] : [];
  return [...columns([head, ...rows], [false, true, true, false]), ...rest];
}

function pools(report: RunReport): string[] {
  const rows = report.pools
    .filter(({ listed }) => listed > 0)
    .sort((a, b) => b.listed - a.listed)
    .slice(0, mostPools)
    .map((pool) => [pool.id, amount(pool.listed), percent(pool.listedShare)]);
  if (rows.length === 0) return [];
  return columns([['', 'addresses listed', 'of the pool'], ...rows], [false, true, true]);
}
