// What the boxes of the stack do to each protocol, folded into one number per look, kind of network and
// strategy. A loss is then linear in the listed shares of a cell, and a list change never meets a protocol.
import { exp } from '../exp.ts';
import type { BoxFactors, RunState } from './runState.ts';

/** @param places looks times kinds of networks */
export function noFactors(places: number, strategies: number): BoxFactors {
  return {
    reach: new Float64Array(places * strategies),
    alone: new Float64Array(places * strategies),
    through: new Float64Array(places),
    isChanged: new Uint8Array(places),
  };
}

/** Room for the factors of looks that came up. */
export function makeRoom(state: RunState): void {
  const { looks, kinds, factors, stack } = state;
  const wanted = looks.count * kinds.count;
  if (wanted <= factors.through.length) return;
  state.factors = noFactors(2 * wanted, stack.length);
  state.factors.reach.set(factors.reach);
  state.factors.alone.set(factors.alone);
  state.factors.through.set(factors.through);
  state.factors.isChanged.set(factors.isChanged);
}

/** Works out the factors of one look on all networks, and notes where they are others than before. */
export function fillLook(state: RunState, look: number): void {
  const { kinds, boxTables } = state;
  for (let kind = 0; kind < kinds.count; kind++) {
    catchFlows(state, look, kind);
    const through = passStack(state, look, boxTables.unhampered);
    keep(state, look * kinds.count + kind, through);
  }
}

/**
 * The same for the sessions of a cell of which lists hamper some: no product of means, since how much a
 * session suffers depends on its protocol, as does what boxes take of it. Leaves in `taken` what each
 * strategy takes.
 * @param hampered by strategy: of a list, the share of the sessions at addresses that it hampers
 * @returns the share that passes all strategies
 */
export function passHampered(
  state: RunState,
  look: number,
  network: number,
  hampered: Float64Array,
): number {
  catchFlows(state, look, state.kinds.kindOfNetwork[network]!);
  return passStack(state, look, hampered);
}

/**
 * d(π), the share of the flows of each protocol that each box drops where they reach it, from g(π), the
 * share that it catches, and P, the chance that a session meets a pair that an earlier one of its own has
 * left blocked.
 */
function catchFlows(state: RunState, look: number, kind: number): void {
  const { looks, boxTables, duties, stack } = state;
  const { protocols, drop, hit, lost, residualSeconds } = boxTables;
  const { boxOnDuty, coverage, overflow, flagged } = duties;
  const mix = looks.mixOfLook[look]!;
  const matches = looks.matchesOfLook[look]!;
  const present = looks.protocolsOfLook[look]!;
  const rate = looks.ratePerSecondOfLook[look]!;
  const profile = looks.profileOfLook[look]! * protocols;
  const strategies = stack.length;
  for (let s = 0; s < strategies; s++) {
    const at = kind * strategies + s;
    const box = boxOnDuty[at]!;
    let mean = 0;
    for (let i = 0; i < present.length; i++) {
      const protocol = present[i]!;
      drop[protocol * strategies + s] = 0;
      if (box < 0) continue;
      const caught = flagged[at * protocols + protocol]! * matches[box * protocols + protocol]!;
      hit[protocol] = caught;
      mean += mix[protocol]! * caught;
    }
    if (box < 0) continue;
    const seconds = residualSeconds[box]!;
    const meets = seconds !== 0 && rate !== 0 && mean !== 0;
    const met = meets ? 1 - exp(-rate * seconds * mean) : 0;
    for (let i = 0; i < present.length; i++) {
      const protocol = present[i]!;
      const caught = hit[protocol]! * lost[(profile + protocol) * strategies + s]!;
      drop[protocol * strategies + s] =
        coverage[at]! * (met + (1 - met) * (caught + overflow[at]!));
    }
  }
}

/** Sends each protocol of a look through the strategies, in stack order. @returns what passes all of them */
function passStack(state: RunState, look: number, hampered: Float64Array): number {
  const { looks, boxTables, listOfStrategy } = state;
  const { protocols, drop, lost, reach, taken, alone } = boxTables;
  const strategies = listOfStrategy.length;
  const mix = looks.mixOfLook[look]!;
  const present = looks.protocolsOfLook[look]!;
  const profile = looks.profileOfLook[look]! * protocols;
  let through = 0;
  reach.fill(0);
  taken.fill(0);
  alone.fill(0);
  for (let i = 0; i < present.length; i++) {
    const protocol = present[i]!;
    const share = mix[protocol]!;
    const losses = (profile + protocol) * strategies;
    let left = share;
    for (let s = 0; s < strategies; s++) {
      const isList = listOfStrategy[s]! >= 0;
      const suffers = isList ? lost[losses + s]! : drop[protocol * strategies + s]!;
      const drops = isList ? hampered[s]! * suffers : suffers;
      taken[s]! += left * drops;
      reach[s]! += isList ? left : left * drops;
      alone[s]! += share * suffers;
      left *= 1 - drops;
    }
    through += left;
  }
  return through;
}

/** Takes over what was worked out for a look on a kind of network, if it is anything else than before. */
function keep({ factors, boxTables, stack }: RunState, at: number, through: number): void {
  const { reach, alone } = boxTables;
  const strategies = stack.length;
  let changed = factors.through[at] !== through;
  factors.through[at] = through;
  for (let s = 0; s < strategies; s++) {
    const into = at * strategies + s;
    if (factors.reach[into] === reach[s] && factors.alone[into] === alone[s]) continue;
    factors.reach[into] = reach[s]!;
    factors.alone[into] = alone[s]!;
    changed = true;
  }
  if (changed) factors.isChanged[at] = 1;
}
