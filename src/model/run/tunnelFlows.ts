// What boxes do to a tunnel's own flows, by the strategy that blocked the session which takes the tunnel.
import { selected } from './looks.ts';
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
  kind: number,
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
        const dropped = dropOfTunnel(state, s, kind, protocol, s === blocker);
        takers[blocker * strategies + s]! += left * dropped;
        left *= 1 - dropped;
        if (s === blocker) alone[s]! += share * dropped;
      }
    }
  }
}

/** d(π) of a tunnel's flows at one box. @param isBehind is it known that they pass the box? */
function dropOfTunnel(
  { duties, boxes, boxTables, stack }: RunState,
  strategy: number,
  kind: number,
  protocol: number,
  isBehind: boolean,
): number {
  const at = kind * stack.length + strategy;
  const box = duties.boxOnDuty[at]!;
  if (box < 0) return 0;
  const flags = duties.flagged[at * boxTables.protocols + protocol]!;
  const caught = flags * selected(boxes[box]!.box.selection, 0, 0, 0) + duties.overflow[at]!;
  return (isBehind ? 1 : duties.coverage[at]!) * caught;
}
