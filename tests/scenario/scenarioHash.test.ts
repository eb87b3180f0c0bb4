import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/scenario/edits.ts';
import { canonicalJson, hashText, scenarioHash } from '../../src/scenario/scenarioHash.ts';
import { checkedScenario } from './tinyShelf.ts';

/** The same data, every object's keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

test('is FNV-1a with 64 bits: the published test values', () => {
  expect(hashText('')).toBe('cbf29ce484222325');
  expect(hashText('a')).toBe('af63dc4c8601ec8c');
  expect(hashText('foobar')).toBe('85944171f73967e8');
});

test('agrees with whole-number arithmetic on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let hash = 0xcbf29ce484222325n;
      for (const byte of new TextEncoder().encode(text)) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
      }
      expect(hashText(text)).toBe(hash.toString(16).padStart(16, '0'));
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('the order of keys does not matter, the order of a list does', () => {
  const scenario = checkedScenario();
  expect(scenarioHash(reversed(scenario) as typeof scenario)).toBe(scenarioHash(scenario));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  const anyData = fc.object({
    maxDepth: 3,
    values: [fc.string(), fc.double({ noNaN: true }), fc.boolean()],
  });
  fc.assert(
    fc.property(anyData, (value) => {
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('every edit changes it', () => {
  const scenario = checkedScenario();
  const edits = [
    { path: 'seed', value: 8 },
    { path: 'stack', value: 'dpi' },
    { path: 'stacks.adaptive.strategies.hunt.parameters.prefixLength', value: 12 },
    { path: 'world.services.bank.users.value', value: 1 },
  ];
  const hashes = edits.map((edit) => {
    const reading = applyEdits(scenario, [edit]);
    return reading.ok ? scenarioHash(reading.scenario) : 'refused';
  });
  expect(new Set([scenarioHash(scenario), ...hashes]).size).toBe(5);
  expect(scenarioHash(scenario)).toBe(scenarioHash(checkedScenario()));
});
