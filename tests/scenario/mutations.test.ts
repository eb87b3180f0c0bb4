// A valid scenario with random damage: it is refused with paths, or it runs and its books balance.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { metrics, run } from '../../src/model/index.ts';
import { checkScenario } from '../../src/scenario/checkScenario.ts';
import { readScenario } from '../../src/scenario/readScenario.ts';
import { plainScenario, type Spoilt, tinyShelf } from './tinyShelf.ts';

/** Every place below the root, as the object that holds it and its key. */
function places(root: Spoilt): { holder: Spoilt; key: string }[] {
  const found: { holder: Spoilt; key: string }[] = [];
  const visit = (holder: Spoilt) => {
    for (const key of Object.keys(holder)) {
      found.push({ holder, key });
      if (typeof holder[key] === 'object' && holder[key] !== null) visit(holder[key]);
    }
  };
  visit(root);
  return found;
}

const odd = [
  null,
  true,
  -1,
  0,
  0.5,
  1,
  3,
  33,
  1e300,
  '',
  'tiny',
  'none',
  '10.0.0.1/8',
  '198.51.100.10',
  '0.0.0.0/0',
  '2018-04-17T00:00Z',
  '2018-04-17',
  [],
  {},
  ['x'],
  { value: 1 },
];

const damage = fc.record({
  what: fc.constantFrom('replace', 'swap', 'delete', 'double', 'rename'),
  at: fc.nat(),
  with: fc.nat(),
});

function apply(
  root: Spoilt,
  { what, at, with: other }: { what: string; at: number; with: number },
): void {
  const all = places(root);
  const { holder, key } = all[at % all.length]!;
  const source = all[other % all.length]!;
  if (what === 'replace') holder[key] = structuredClone(odd[other % odd.length]);
  else if (what === 'swap') holder[key] = structuredClone(source.holder[source.key]);
  else if (what === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[0]));
  else if (what === 'rename' && !Array.isArray(holder)) holder[`${key}x`] = holder[key];
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

test('random damage never throws: problems with a place, or a run whose books balance', () => {
  let right = 0;
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (list) => {
      const scenario = plainScenario();
      for (const one of list) apply(scenario, one);
      const reading = readScenario(JSON.stringify(scenario), tinyShelf);
      if (reading.ok) {
        right++;
        for (const { id } of reading.scenario.stacks) {
          const done = run({ ...reading.scenario, stack: id });
          expect(done.balanced).toBe(true);
          for (const metric of metrics) expect(metric.total(done.tally)).toSatisfy(Number.isFinite);
        }
        return;
      }
      expect(reading.errors.length).toBeGreaterThan(0);
      for (const { path, found, expected } of reading.errors) {
        expect(path).not.toBe('');
        expect(found).not.toBe('');
        expect(expected).not.toBe('');
      }
    }),
    { seed: 2018, numRuns: 3000 },
  );
  // Damage that does no harm must occur, or the second half of the property says nothing.
  expect(right).toBeGreaterThan(50);
}, 60_000);

test('any plain value is refused in words', () => {
  fc.assert(
    fc.property(fc.object({ withNullPrototype: true, withBigInt: false, maxDepth: 4 }), (value) => {
      const reading = checkScenario(value, tinyShelf);
      expect(reading.ok).toBe(false);
    }),
    { seed: 2018, numRuns: 500 },
  );
});

test('any text is refused in words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      expect(readScenario(text, tinyShelf).ok).toBe(false);
    }),
    { seed: 2018, numRuns: 1000 },
  );
});
