// Random lists: documented or hunted, of every width, protected here, mistaken there, under complaints.
import fc from 'fast-check';
import { action, block, perhaps, pick, type TextOf } from './drawing.ts';

export const list = fc.record({
  kind: fc.constant('list' as const),
  action,
  ledger: pick(['a', 'b', null, null, null] as const),
  prefixLength: pick([8, 16, 20, 22, 24, 26, 28, 30, 31, 32, 32]),
  listAs: pick(['prefix', 'prefix', 'prefix', 'registered', 'provider'] as const),
  escalateAfter: pick([0, 1, 2, 3]),
  escalateWithinHours: pick([1, 2, 4, 24]),
  unlistAfterHours: pick([0, 0, 3, 12]),
  mistakes: perhaps(
    fc.record({ block, afterHours: pick([0, 2.5, 7, 30]), forHours: pick([0.2, 2, 9]) }),
    4,
  ),
  discoveryPerHour: pick([0, 0.1, 0.3, 1, 2]),
  releaseHours: pick([1, 1, 2, 3, 9]),
  // No round figures: none is met exactly, where rounding would decide.
  pressurePerDay: pick([0, 1.0371, 298.31, 298.31, 4017.3, 21_013.7]),
  pressureHours: pick([1, 1, 1, 4]),
  mercyHours: pick([0, 2, 9, 168]),
  protectedBlocks: fc.array(block, { maxLength: 2 }),
});
type DrawnList = typeof list extends fc.Arbitrary<infer T> ? T : never;

export function buildList(
  { kind: _, action: what, ledger, protectedBlocks, mistakes: mistake, ...own }: DrawnList,
  textOf: TextOf,
) {
  // A mistake that would touch a protected prefix is refused, so there is one or the other.
  const protectedPrefixes = mistake ? [] : protectedBlocks.map(textOf);
  const { block: where, ...when } = mistake ?? {};
  const mistakes = where ? [{ prefix: textOf(where), ...when }] : [];
  const { pressurePerDay, pressureHours, ...hunt } = own;
  const both = { ...what, pressurePerDay, pressureHours, mistakes, protectedPrefixes };
  return ledger
    ? { entries: 'ledger', ledger, ...both }
    : { entries: 'adaptive', ...hunt, ...both };
}
