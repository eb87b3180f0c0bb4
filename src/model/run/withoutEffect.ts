// Boxes that take nothing of any session in a run, whatever happens in it. A tunnel they may take all the same,
// which goes to no named range: how addresses are told apart does not matter to it.
import type { BoxTables } from './boxTables.ts';
import type { StackEntry } from './runState.ts';

/**
 * Is it never in its window, or on no network about flows that it would catch and that suffer by it? One that
 * drops what it cannot inspect is taken to have an effect.
 */
export function isWithoutEffect(
  { run, appliesToNetwork, isInForceOfTick }: StackEntry,
  strategy: number,
  box: number,
  { coverage, flagged, lost, protocols, strategies }: BoxTables,
): boolean {
  if (run.kind !== 'flow' || !isInForceOfTick.includes(1)) return true;
  if (run.overflow === 'drop') return false;
  const networks = appliesToNetwork.length;
  const isSeen = appliesToNetwork.some(
    (applies, network) => applies && coverage[box * networks + network] !== 0,
  );
  const isSuffered = (protocol: number) => {
    for (
      let at = protocol * strategies + strategy;
      at < lost.length;
      at += protocols * strategies
    ) {
      if (lost[at] !== 0) return true;
    }
    return false;
  };
  for (let protocol = 0; protocol < protocols; protocol++) {
    if (isSeen && flagged[box * protocols + protocol] !== 0 && isSuffered(protocol)) return false;
  }
  return true;
}
