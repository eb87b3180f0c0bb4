// Rules that parameters keep with each other or with the world, in the words of a complaint.
import * as z from 'zod/mini';

/** What is wrong with parameters that are right one by one. */
export interface Fault {
  /** Keys below the parameters; empty for all of them together. */
  readonly path: readonly (string | number)[];
  readonly expected: string;
  /** What was found, in words; the value at the path unless given. */
  readonly found?: string | undefined;
  /** The names that would be right there. */
  readonly known?: readonly string[] | undefined;
}

/**
 * A check on the parameter schema of a plug-in: how the parameters named in `about` must fit
 * together. It looks as soon as those are right, so that a mistake elsewhere does not hide it.
 */
export function rule<T extends object, K extends keyof T & string>(
  about: readonly K[],
  faultOf: (parameters: Pick<T, K>) => Fault | undefined,
): z.core.$ZodCheck<T> {
  const isAbout = (key: unknown) => (about as readonly unknown[]).includes(key);
  return z.superRefine<T>(
    (parameters, { issues }) => {
      const fault = faultOf(parameters);
      if (!fault) return;
      const { path, expected, found } = fault;
      const params = { found };
      issues.push({
        code: 'custom',
        input: parameters,
        path: [...path],
        message: expected,
        params,
      });
    },
    {
      // An unknown key has no path either, but leaves the known ones readable.
      when: ({ issues }) =>
        !issues.some(({ code, path }) =>
          path && path.length > 0 ? isAbout(path[0]) : code === 'invalid_type',
        ),
    },
  );
}

/** A rule that one number is at most another one. */
export function notAbove<L extends string, H extends string>(
  low: L,
  high: H,
  nameOfHigh: string,
): z.core.$ZodCheck<Record<L | H, number>> {
  return rule<Record<L | H, number>, L | H>([low, high], (parameters) =>
    parameters[low] > parameters[high]
      ? { path: [low], expected: `at most the ${nameOfHigh} of ${parameters[high]}` }
      : undefined,
  );
}
