// What is left of an entry that comes off, while others stay: against the plain list of those that stay.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Prefix, prefixAround } from '../../../src/model/net/prefix.ts';
import { prefixSet, setOfPrefixes } from '../../../src/model/net/prefixSet.ts';
import { difference } from '../../../src/model/net/setAlgebra.ts';
import {
  addEntries,
  openEntries,
  removeEntries,
  uncovered,
} from '../../../src/model/run/openEntries.ts';

/** Prefixes of a /20 at the start, the signed-integer border and the end of the address space. */
const entry = fc
  .record({
    base: fc.constantFrom(0, 2 ** 31, 2 ** 32 - 4096),
    at: fc.nat(4095),
    length: fc.integer({ min: 20, max: 32 }),
  })
  .map(({ base, at, length }) => prefixAround(base + at, length));
const turn = fc.record({
  added: fc.array(entry, { maxLength: 12 }),
  removed: fc.array(fc.nat(), { maxLength: 6 }),
});

function partsLeft(open: ReturnType<typeof openEntries>, { first, last }: Prefix) {
  const parts: number[] = [];
  uncovered(open, first, last, parts);
  return prefixSet(
    parts.filter((_, i) => i % 2 === 0),
    parts.filter((_, i) => i % 2 === 1),
  );
}

test('entries come and go, nested, doubled and all at once', () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 8 }), entry, (turns, asked) => {
      const open = openEntries();
      const plain: Prefix[] = [];
      for (const { added, removed } of turns) {
        addEntries(open, added);
        plain.push(...added);
        const gone = removed
          .filter(() => plain.length > 0)
          .flatMap((at) => plain.splice(at % Math.max(1, plain.length), 1));
        removeEntries(open, gone);
        for (const one of [...gone, asked]) {
          const left = difference(setOfPrefixes([one]), setOfPrefixes(plain));
          expect(partsLeft(open, one)).toEqual(left);
        }
      }
    }),
    { numRuns: 500 },
  );
});
