// A run as the JSON that the command line prints and the page lets one download: one form for both.
import {
  caughtNames,
  costsOf,
  daysOfRows,
  listedOfPools,
  type Metric,
  metrics,
  momentOfTick,
  type Run,
  runDigest,
  serviceTotals,
  staleEntries,
  storyOf,
} from '../model/index.ts';
import { confusionOf } from './confusion.ts';
import { judgeFact, roleInWords } from './judgeFact.ts';
import { lossByCategory } from './lossByCategory.ts';
import { describePlaces } from './placeShares.ts';
import { describeRelieved } from './relievedEntries.ts';
import { scenarioHash } from './scenarioHash.ts';
import { strategyShares } from './strategyShares.ts';

/** Set by vite.config.ts from package.json. */
declare const OVERBLOCK_VERSION: string;

export type RunReport = ReturnType<typeof describeRun>;

/**
 * Shares are 0 … 1; demand and losses are sessions over the whole run; times are ISO 8601 in the
 * world's own time zone. `strategies` has shares of the sessions over the whole run: what each took,
 * and what it would have taken alone. `byCause` names strategies of the stack. `costs` are several
 * yardsticks in the currency of the world, each with its ends, formula, limits and factors; none without
 * an economy.
 * `confusion`: the sessions of the target and of all others by what became of them; the base rate is the
 * target's share of all. `byCategory`: what bystanders of each kind lost, and the target apart.
 * `networks` and `providers`: what was lost on each network, and of what each provider serves.
 * `stale`: entries at the moment of `poolsAt` that hold no address of the target, and what they cost.
 * `unlistedByComplaints`: entries that came off because too many people complained, the first first.
 * @param tick when the figures of the pools hold; the last of the run unless given
 */
export function describeRun(run: Run, tick: number = run.plan.ticks - 1) {
  const { scenario, plan, tally } = run;
  const services = describeServices(run);
  return {
    overblock: OVERBLOCK_VERSION,
    scenario: scenario.id,
    scenarioHash: scenarioHash(scenario),
    seed: run.seed,
    stack: scenario.stack,
    tickHours: plan.tickHours,
    ticks: plan.ticks,
    balanced: run.balanced,
    digest: runDigest(run),
    totals: Object.fromEntries(metrics.map((metric) => [metric.id, metric.total(tally)])),
    costs: costsOf(run),
    strategies: strategyShares(run).map((shares, strategy) => ({
      ...shares,
      names: describeNames(run, strategy),
    })),
    confusion: confusionOf(services),
    byCategory: lossByCategory(scenario.world, services),
    ...describePlaces(run),
    services,
    pools: describePools(run, tick),
    poolsAt: momentOfTick(plan, tick),
    stale: staleEntries(run, tick),
    unlistedByComplaints: describeRelieved(run),
    series: describeSeries(run),
    events: storyOf(run).map(({ tick: when, kind, subject, detail }) => ({
      time: momentOfTick(plan, when),
      kind,
      subject,
      detail,
    })),
    checks: describeChecks(run),
  };
}

/** Names that a strategy catches, all of them; empty for one that does not look at names. */
function describeNames(run: Run, strategy: number) {
  const entry = run.stack[strategy];
  const { ids } = run.plan.world.services;
  const caught = entry ? caughtNames(run.plan, entry.run) : [];
  return caught.map(({ service, name, share }) => ({ name, service: ids[service] ?? '', share }));
}

function describeServices(run: Run) {
  const { services } = run.plan.world;
  const days = daysOfRows(run.tally);
  return services.ids.map((id, service) => {
    const { demand, lost, lostByStrategy, hitAtTick } = serviceTotals(run, days, service);
    return {
      id,
      name: services.names[service] ?? id,
      role: run.plan.roles.isTargetOfService[service]
        ? ('target' as const)
        : ('bystander' as const),
      category: services.categories[service] ?? '',
      demand,
      lost,
      lostShare: demand === 0 ? 0 : lost / demand,
      byCause: Object.fromEntries(run.stack.map((entry, s) => [entry.id, lostByStrategy[s] ?? 0])),
      hitAt: hitAtTick === undefined ? null : momentOfTick(run.plan, hitAtTick),
    };
  });
}

function describePools(run: Run, tick: number) {
  const { pools, providers } = run.plan.world;
  const listedOfPool = listedOfPools(run, tick);
  return pools.ids.map((id, pool) => {
    const addresses = pools.addressesOfPool[pool] ?? 0;
    const listed = listedOfPool[pool] ?? 0;
    return {
      id,
      provider: providers.ids[pools.providerOfPool[pool] ?? 0] ?? '',
      region: pools.regions[pool] ?? null,
      addresses,
      listed,
      listedShare: addresses === 0 ? 0 : listed / addresses,
    };
  });
}

/** The metrics that the series has, one value a tick. */
function describeSeries({ plan, tally }: Run) {
  const ticks = Array.from({ length: plan.ticks }, (_, tick) => tick);
  const valuesOf = (id: string) => {
    const metric = metrics.find((one) => one.id === id) as Metric;
    return ticks.map((tick) => metric.at(tally, tick));
  };
  return {
    time: ticks.map((tick) => momentOfTick(plan, tick)),
    targetBlocked: valuesOf('targetBlocked'),
    collateral: valuesOf('collateral'),
    listedAddresses: valuesOf('listedAddresses'),
  };
}

/**
 * What was reported beside what the model says at the same time. `value` is the figure as published;
 * `low` and `high` are what we accept beside it, or the range that was published instead (value
 * null). `isWithin` is null without bounds; a check was not used to set the model.
 */
function describeChecks(run: Run) {
  return run.scenario.facts.flatMap((fact) => {
    const judgement = judgeFact(run, fact);
    if (!judgement) return [];
    const { metric, model, value, low, high, isWithin } = judgement;
    return [
      {
        id: fact.id,
        title: fact.title,
        role: fact.role,
        use: roleInWords(fact),
        at: fact.at,
        until: fact.until ?? null,
        metric: metric.id,
        service: fact.service ?? null,
        value: value ?? null,
        low: low ?? null,
        high: high ?? null,
        bounds: isWithin === undefined ? null : value === undefined ? 'published' : 'accepted',
        model,
        isWithin: isWithin ?? null,
        note: fact.note ?? null,
        why: fact.why ?? null,
        source: fact.reported,
      },
    ];
  });
}
