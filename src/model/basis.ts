// Where a figure comes from: every number of a world or scenario says so in the same three words.
import * as z from 'zod/mini';

/** Exactly one of the three stands beside a figure: a published source, a calculation, or a reason. */
export const basisShape = {
  reported: z.optional(
    z
      .string()
      .check(z.minLength(1))
      .register(z.globalRegistry, { description: 'Id of the source that published the figure.' }),
  ),
  derived: z.optional(
    z
      .string()
      .check(z.minLength(1))
      .register(z.globalRegistry, { description: 'How the figure was calculated, and from what.' }),
  ),
  assumed: z.optional(
    z.string().check(z.minLength(1)).register(z.globalRegistry, {
      description: 'Why this value was assumed; nobody published it.',
    }),
  ),
};

export type Basis = {
  readonly reported?: string | undefined;
  readonly derived?: string | undefined;
  readonly assumed?: string | undefined;
};

const BASIS_KEYS = ['reported', 'derived', 'assumed'] as const;
export type BasisKind = (typeof BASIS_KEYS)[number];

/** The one kind of basis that is given; the schema has made sure that there is exactly one. */
export function basisKind(basis: Basis): BasisKind {
  return BASIS_KEYS.find((key) => basis[key] !== undefined) ?? 'assumed';
}

/** Schema check: exactly one of reported, derived and assumed. */
export function exactlyOneBasis<T extends Basis>() {
  return z.refine<T>((value) => BASIS_KEYS.filter((key) => value[key] !== undefined).length === 1, {
    error: 'exactly one of reported (a source id), derived (how) or assumed (why)',
  });
}

const largest = 1e15;

/**
 * A number with its basis, and where it is uncertain the ends between which it may lie: `value` is then
 * the mode of a triangular distribution. The upper bound keeps sums exact to far below a session.
 */
export function figure(low = 0, high = largest) {
  const bounded = () => z.number().check(z.gte(low), z.lte(high));
  return z
    .strictObject({
      value: bounded(),
      low: z.optional(bounded()),
      high: z.optional(bounded()),
      ...basisShape,
    })
    .check(exactlyOneBasis())
    .check(
      z.refine(({ low, value, high }) => (low ?? value) <= value && value <= (high ?? value), {
        error: 'low ≤ value ≤ high',
      }),
    );
}

/** An uncertain number: the triangular distribution over low ≤ mode ≤ high. */
export function uncertainFigure(low = 0, high = largest) {
  const bounded = () => z.number().check(z.gte(low), z.lte(high));
  return z
    .strictObject({ low: bounded(), mode: bounded(), high: bounded(), ...basisShape })
    .check(exactlyOneBasis())
    .check(
      z.refine((value) => value.low <= value.mode && value.mode <= value.high, {
        error: 'low ≤ mode ≤ high',
      }),
    );
}

export type Figure = z.infer<ReturnType<typeof figure>>;
export type UncertainFigure = z.infer<ReturnType<typeof uncertainFigure>>;
