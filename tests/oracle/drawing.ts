// What all drawn parts of a random scenario share: figures, shares, positions and blocks of addresses.
import fc from 'fast-check';
import { formatPrefix, prefixAround } from '../../src/model/net/prefix.ts';

export const assumed = 'drawn at random';
export const figure = (value: number) => ({ value, assumed });
/** From a list, so that the ends do not turn up as often as edge cases otherwise do. */
export const share = fc.constantFrom(0, 0.05, 0.25, 0.4, 0.5, 0.65, 0.8, 0.95, 1, 1);
export const weight = fc.integer({ min: 1, max: 9 });
export const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** Positions are drawn wide and taken modulo what the world offers, so that every draw is valid. */
export const position = fc.nat(9999);
export const atOf = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

/** Switched off. */
export const off = fc.constantFrom(false, false, false, false, false, true);

/** A draw that is there once in so many times. */
export const perhaps = <T>(drawn: fc.Arbitrary<T>, onceIn = 2): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { arbitrary: fc.constant(undefined), weight: onceIn - 1 },
    { arbitrary: drawn, weight: 1 },
  );

/** What a rule does to what it catches; all three rates are drawn, only that of the action counts. */
export const action = fc.record({
  action: pick(['drop', 'drop', 'throttle', 'byteCap'] as const),
  kilobitsPerSecond: pick([8, 128, 1024]),
  kilobytes: pick([1, 16, 200]),
});

/** Weights as shares that add up to 1. */
export function asShares(weights: readonly number[]): number[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((one) => one / sum);
}

export const protocols = ['tls', 'quic', 'mtproto'] as const;
export const protocol = pick(protocols);
export const profileIds = ['one', 'two', 'three'] as const;
export const names = ['t.co', 'microsoft.com', 'a.example', 'cdn.a.example', 'b.example'] as const;
export const regions = ['north', 'south'] as const;

/** What a pool registered: a prefix in a slot of its own. */
export interface Registered {
  readonly first: number;
  readonly length: number;
}

export const textOf = ({ first, length }: Registered) => {
  const prefix = prefixAround(first, length);
  return formatPrefix(prefix.first, prefix.last);
};

export const block = fc.record({
  pool: position,
  at: position,
  wider: fc.integer({ min: -5, max: 4 }),
});
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** A drawn block as a file writes it. */
export type TextOf = (drawn: Drawn<typeof block>) => string;

/** A prefix around an address of a pool, some bits wider or narrower than what was registered. */
export function blockText(
  draw: Drawn<typeof block>,
  pools: readonly (readonly Registered[])[],
): string {
  const { first, length } = atOf(pools.flat(), draw.pool);
  const address = first + (draw.at % 2 ** (32 - length));
  return textOf({ first: address, length: Math.min(32, Math.max(8, length - draw.wider)) });
}
