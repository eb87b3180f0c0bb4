// What the boxes of the stack do to each protocol, folded into one number per look, network and
// strategy. A loss is then linear in the listed shares of a cell, and a list change never meets a protocol.
import { exp } from '../exp.ts';
import type { Selection } from '../strategies/strategy.ts';
import { OUT_OF_WINDOW } from './loadKey.ts';
import type { RunState } from './runState.ts';

/** Share of the flows of a protocol that a rule is about. `named`: share that shows a name that matches. */
export function selected(
  selection: Selection | undefined,
  named: number,
  inside: number,
  spared: number,
): number {
  if (!selection) return 1;
  if (selection.actsOn === 'others') return (1 - named) * (1 - inside);
  return (selection.matchesName ? named : 1) * (selection.ranges ? inside : 1) * (1 - spared);
}

/** The box of a strategy that is in its window and on the network; −1 where there is none. */
export function boxOnDuty(state: RunState, strategy: number, network: number): number {
  const box = state.boxOfStrategy[strategy]!;
  if (box < 0 || state.inspectedOfBox[box] === OUT_OF_WINDOW) return -1;
  return state.stack[strategy]!.appliesToNetwork[network] ? box : -1;
}

/** Works out the factors of one look on all networks, and notes where they are others than before. */
export function fillLook(state: RunState, look: number): void {
  const networks = state.plan.cells.networks;
  for (let network = 0; network < networks; network++) {
    for (let strategy = 0; strategy < state.stack.length; strategy++) {
      catchFlows(state, look, strategy, network);
    }
    const through = passStack(state, look, network, state.boxTables.unhampered);
    keep(state, look * networks + network, through);
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
  for (let strategy = 0; strategy < state.stack.length; strategy++) {
    catchFlows(state, look, strategy, network);
  }
  return passStack(state, look, network, hampered);
}

/**
 * g(π), the share of the flows of each protocol that a box catches, and P, the chance that a session
 * meets a pair that an earlier one of its own has left blocked.
 */
function catchFlows(state: RunState, look: number, strategy: number, network: number): void {
  const { looks, boxTables, boxes, inspectedOfBox, strengthOfBox } = state;
  const { protocols, hit, pair, flagged, seesName, residualSeconds } = boxTables;
  const { networks } = state.plan.cells;
  const box = boxOnDuty(state, strategy, network);
  pair[strategy] = 0;
  if (box < 0) return;
  const { selection } = boxes[box]!.box;
  const mix = looks.mixOfLook[look]!;
  const at = look * looks.boxes + box;
  const [names, inside, spared] = [looks.names[at]!, looks.inside[at]!, looks.spared[at]!];
  const working = inspectedOfBox[box]! * strengthOfBox[box]!;
  let mean = 0;
  for (let protocol = 0; protocol < protocols; protocol++) {
    const share = mix[protocol]!;
    if (share === 0) continue;
    const named = names * seesName[box * protocols + protocol]!;
    const flags = working * flagged[(box * protocols + protocol) * networks + network]!;
    const caught = flags * selected(selection, named, inside, spared);
    hit[strategy * protocols + protocol] = caught;
    mean += share * caught;
  }
  const seconds = residualSeconds[box]!;
  const rate = looks.ratePerSecondOfLook[look]!;
  if (seconds !== 0 && rate !== 0 && mean !== 0) pair[strategy] = 1 - exp(-rate * seconds * mean);
}

/** Sends each protocol of a look through the strategies, in stack order. @returns what passes all of them */
function passStack(state: RunState, look: number, network: number, hampered: Float64Array): number {
  const { looks, boxTables, listOfStrategy } = state;
  const { protocols, lost, reach, taken, alone } = boxTables;
  const strategies = state.stack.length;
  const mix = looks.mixOfLook[look]!;
  let through = 0;
  reach.fill(0);
  taken.fill(0);
  alone.fill(0);
  for (let protocol = 0; protocol < protocols; protocol++) {
    const share = mix[protocol]!;
    if (share === 0) continue;
    const losses = (looks.profileOfLook[look]! * protocols + protocol) * strategies;
    let left = share;
    for (let s = 0; s < strategies; s++) {
      const isList = listOfStrategy[s]! >= 0;
      const suffers = lost[losses + s]!;
      const drop = isList
        ? hampered[s]! * suffers
        : dropOfBox(state, s, network, protocol, suffers);
      taken[s]! += left * drop;
      reach[s]! += isList ? left : left * drop;
      alone[s]! += share * (isList ? suffers : drop);
      left *= 1 - drop;
    }
    through += left;
  }
  return through;
}

/** d(π) of a strategy with a box on duty. @param suffers lost share of a caught session */
function dropOfBox(
  state: RunState,
  strategy: number,
  network: number,
  protocol: number,
  suffers: number,
): number {
  const box = boxOnDuty(state, strategy, network);
  if (box < 0) return 0;
  const { boxTables, boxes, inspectedOfBox } = state;
  const { protocols, hit, pair, coverage } = boxTables;
  const { networks } = state.plan.cells;
  // Share of the flows that drops because the box cannot inspect it.
  const overflow = boxes[box]!.box.overflow === 'drop' ? 1 - inspectedOfBox[box]! : 0;
  const caught = hit[strategy * protocols + protocol]! * suffers;
  const met = pair[strategy]!;
  return coverage[box * networks + network]! * (met + (1 - met) * (caught + overflow));
}

/** Takes over what was worked out for a look on a network, if it is anything else than before. */
function keep({ factors, boxTables, stack }: RunState, cell: number, through: number): void {
  const { reach, alone } = boxTables;
  const strategies = stack.length;
  let changed = factors.through[cell] !== through;
  factors.through[cell] = through;
  for (let s = 0; s < strategies; s++) {
    const at = cell * strategies + s;
    if (factors.reach[at] === reach[s] && factors.alone[at] === alone[s]) continue;
    factors.reach[at] = reach[s]!;
    factors.alone[at] = alone[s]!;
    changed = true;
  }
  if (changed) factors.isChanged[cell] = 1;
}
