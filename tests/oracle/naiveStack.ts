// The stack of a scenario as the oracle sees it: its own lists, and what the other plug-ins decide.
import type { PlugInEntry, Scenario } from '../../src/model/run/scenarioSchema.ts';
import { strategies } from '../../src/model/strategies/index.ts';
import type { FlowBox, StrategySetting } from '../../src/model/strategies/strategy.ts';
import { compileWorld } from '../../src/model/world/compileWorld.ts';
import { blockOf } from './blocks.ts';
import { beginList, type NaiveList } from './naiveLists.ts';
import { type NaiveScope, scopeOfEntry, type Timing } from './naiveScope.ts';

export interface NaiveStrategy {
  readonly scope: NaiveScope;
  readonly list: NaiveList | undefined;
  readonly box: FlowBox | undefined;
}

export function beginStack(scenario: Scenario, timing: Timing): NaiveStrategy[] {
  const entries = scenario.stacks.find((one) => one.id === scenario.stack)?.strategies ?? [];
  const registered = scenario.world.providers.flatMap(({ id, pools }) =>
    pools.flatMap((pool) => pool.prefixes.map((text) => ({ block: blockOf(text), provider: id }))),
  );
  return entries.map((entry, index) => {
    const scope = scopeOfEntry(entry, scenario, timing);
    if (entry.off) return { scope, list: undefined, box: undefined };
    if (entry.technique === 'addressBlocklist') {
      const list = beginList(entry, index, scope, scenario, timing, registered);
      return { scope, list, box: undefined };
    }
    return { scope, list: undefined, box: beginBox(entry, index, scope, scenario, timing) };
  });
}

/** What a plug-in decides about flows; its own tests say whether it decides right. */
function beginBox(
  entry: PlugInEntry,
  index: number,
  scope: NaiveScope,
  scenario: Scenario,
  timing: Timing,
): FlowBox | undefined {
  const plugIn = strategies.find((one) => one.technique === entry.technique);
  if (!plugIn) throw new Error(`there is no ${entry.technique}`);
  // The type of the parameters is each plug-in's own: the schema of the scenario has checked them.
  const begin = plugIn.begin as (parameters: unknown, setting: StrategySetting) => unknown;
  const begun = begin(entry.parameters, settingOf(index, scope, scenario, timing));
  const { kind } = begun as { kind: string };
  if (kind === 'list') throw new Error(`the oracle has no list of its own for ${entry.technique}`);
  return kind === 'flow' ? (begun as FlowBox) : undefined;
}

function settingOf(
  index: number,
  { from, to, inForce, applies }: NaiveScope,
  { world: file }: Scenario,
  { ticks, tickHours }: Timing,
): StrategySetting {
  const { pools, protocols, networks, providers } = compileWorld(file).world;
  const column = (flags: readonly boolean[]) => Uint8Array.from(flags, (flag) => (flag ? 1 : 0));
  return {
    observables: {
      ticks,
      tickHours,
      rangeFirst: pools.rangeFirst,
      rangeLast: pools.rangeLast,
      providerOfRange: Uint32Array.from(
        pools.poolOfRange,
        (pool) => pools.providerOfPool[pool] as number,
      ),
      providers: providers.ids,
      protocols: protocols.ids,
      showsNameOfProtocol: protocols.showsNameOfProtocol,
      accessOfNetwork: networks.accessOfNetwork,
    },
    ledgers: new Map(),
    index,
    fromTick: from,
    untilTick: to,
    isInForceOfTick: column(inForce),
    appliesToNetwork: column(applies),
  };
}
