// Who has heard of a fresh address, and how many clients find none that works.
import type { Channel, LastTick } from '../../src/model/countermeasures/countermeasure.ts';
import { type Block, holds } from './blocks.ts';
import type { Fleet, NaiveMover } from './naiveHopping.ts';

/** @param last what the last tick lost */
export function spreadNews(
  mover: NaiveMover,
  service: number,
  tick: number,
  channels: readonly Channel[],
  last: LastTick,
): void {
  const own = channels.filter(
    (one) => one.service === service && one.fromTick <= tick && tick < one.untilTick,
  );
  const reached = own.reduce((sum, { share }) => sum + share, 0);
  for (const { informed, isCutOff } of mover.fleets.flatMap(({ slots }) => slots)) {
    if (isCutOff) continue;
    informed.forEach((known, network) => {
      const heard = own.map(({ carrier, share, step }) =>
        carrier === undefined
          ? share * step
          : share * step * (1 - last.lostShare(carrier, network)),
      );
      const builtIn = Math.max(0, 1 - reached) / mover.newsTicks;
      // The last 1e-12 of the clients counts as told: it is what adding up equal shares leaves.
      const told = known + heard.reduce((sum, one) => sum + one, builtIn);
      informed[network] = told < 1 - 1e-12 ? told : 1;
    });
  }
}

/**
 * Share of the clients that find no working address, by the lists `counted` only. Each slot is dead
 * for some; the mean over all choices of r slots is a coefficient of Π (1 + dead · x), over C(n, r).
 */
export function failShareOfFleet(
  { slots, placement }: Fleet,
  network: number,
  completeness: number,
  counted: ReadonlySet<number>,
  listed: readonly Block[],
): number {
  const unheard = slots.map(({ drivenBy, informed }) =>
    drivenBy !== undefined && counted.has(drivenBy) ? 1 - (informed[network] as number) : 0,
  );
  const deadWhereEnforced = slots.map(({ address, informed }, slot) =>
    listed.some((block) => holds(block, address))
      ? (unheard[slot] as number) + (informed[network] as number)
      : (unheard[slot] as number),
  );
  const r = Math.min(placement.profile.tries, slots.length);
  return (
    completeness * meanOverChoices(deadWhereEnforced, r) +
    (1 - completeness) * meanOverChoices(unheard, r)
  );
}

function meanOverChoices(dead: readonly number[], r: number): number {
  // All chances 1 count the choices themselves: (1 + x)^n has the binomial coefficients.
  const choices = expand(dead.map(() => 1));
  return (expand(dead)[r] as number) / (choices[r] as number);
}

/** Coefficients of Π (1 + chance · x), from the constant one on. */
function expand(chances: readonly number[]): number[] {
  let product = [1];
  for (const chance of chances) {
    const shifted = [0, ...product];
    product = shifted.map((value, power) => (product[power] ?? 0) + chance * value);
  }
  return product;
}
