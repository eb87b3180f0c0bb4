// How fast clients hear of fresh addresses: by the built-in way, and by channels that may be hit themselves.
import type { Channel, LastTick } from '../countermeasure.ts';

/** N equal shares hear 0, 1 … N − 1 ticks after the hop: (N − 1)/2 ticks on average. */
export function newsStepOf(meanDelayHours: number, tickHours: number): number {
  return 1 / (Math.round((2 * meanDelayHours) / tickHours) + 1);
}

/**
 * Share of the clients on a network who hear in a tick. Those whom no channel in force reaches hear by
 * the built-in way, which nothing hits.
 */
export function newsInTick(
  service: number,
  builtIn: number,
  channels: readonly Channel[],
  tick: number,
  network: number,
  last: LastTick,
): number {
  let rest = 1;
  let heard = 0;
  for (const channel of channels) {
    if (channel.service !== service) continue;
    if (tick < channel.fromTick || channel.untilTick <= tick) continue;
    const { share, step, carrier } = channel;
    rest -= share;
    heard += share * step * (carrier === undefined ? 1 : 1 - last.lostShare(carrier, network));
  }
  return heard + Math.max(0, rest) * builtIn;
}
