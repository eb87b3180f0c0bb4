// What boxes do to a tunnel's own flows, by the strategy that blocked the session which takes the tunnel.
import { boxOnDuty, selected } from './boxFactors.ts';
import type { RunState } from './runState.ts';

/**
 * Writes at [blocker · strategies + taker] the chance that `taker` takes the tunnel of a session that
 * `blocker` has taken. Whom a box has taken is behind that box: there it meets all of their flows, so
 * that nobody who is cut off gets out by a tunnel. A tunnel shows no name, goes to no named range, and is
 * of no use as soon as a rule catches it, whatever the rule does.
 * @param alone by blocker: the same chance where that strategy is the only one
 */
export function followTunnel(
  state: RunState,
  look: Float64Array,
  network: number,
  takers: Float64Array,
  alone: Float64Array,
): void {
  const strategies = state.stack.length;
  takers.fill(0);
  alone.fill(0);
  for (let protocol = 0; protocol < look.length; protocol++) {
    const share = look[protocol]!;
    if (share === 0) continue;
    for (let blocker = 0; blocker < strategies; blocker++) {
      let left = share;
      for (let s = 0; s < strategies; s++) {
        const dropped = dropOfTunnel(state, s, network, protocol, s === blocker);
        takers[blocker * strategies + s]! += left * dropped;
        left *= 1 - dropped;
        if (s === blocker) alone[s]! += share * dropped;
      }
    }
  }
}

/** d(π) of a tunnel's flows at one box. @param isBehind is it known that they pass the box? */
function dropOfTunnel(
  state: RunState,
  strategy: number,
  network: number,
  protocol: number,
  isBehind: boolean,
): number {
  const box = boxOnDuty(state, strategy, network);
  if (box < 0) return 0;
  const { boxTables, boxes, inspectedOfBox, strengthOfBox } = state;
  const { protocols, flagged, coverage } = boxTables;
  const { networks } = state.plan.cells;
  const { selection, overflow } = boxes[box]!.box;
  const inspected = inspectedOfBox[box]!;
  const flags =
    inspected * strengthOfBox[box]! * flagged[(box * protocols + protocol) * networks + network]!;
  const missed = overflow === 'drop' ? 1 - inspected : 0;
  const caught = flags * selected(selection, 0, 0, 0) + missed;
  return (isBehind ? 1 : coverage[box * networks + network]!) * caught;
}
