// What sentences call the target: by its name, or by how many it is.
import type { Run } from '../model/index.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The names of all services that are the target. */
export function targetNames({ plan }: Run): readonly string[] {
  return plan.world.services.names.filter(
    (_, service) => plan.roles.isTargetOfService[service] === 1,
  );
}

/** “Telegram”; of several “the two targets”: their figures are those of all together. */
export function targetName(run: Run): string {
  const [first, ...others] = targetNames(run);
  if (first !== undefined && others.length === 0) return first;
  return `the ${NUMBERS[others.length + 1] ?? others.length + 1} targets`;
}
