// A window that recurs: the list is withdrawn when it pauses and comes back with what is still known.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepFor, prefixOf } from './keeping.ts';

const forever = Number.POSITIVE_INFINITY;
/** In force in the ticks 0 … 9 and 20 … 29. */
const inForce = (tick: number) => tick % 20 < 10 && tick < 30;
const hunted = { prefixLength: 24 };

test('what a hunt knows comes back at once, and goes when the window ends for good', () => {
  expect(keepFor({ ticks: 40, inForce, found: { 3: ['192.0.2.10'] } }, hunted)).toEqual([
    ['192.0.2.0/24', 3, 10],
    ['192.0.2.0/24', 20, 30],
  ]);
});

test('nothing is found while it pauses; what waits for a release is listed after the pause', () => {
  const found = { 9: ['192.0.2.10'], 15: ['198.51.100.1'] };
  expect(keepFor({ ticks: 40, inForce, found }, { ...hunted, releaseHours: 8 })).toEqual([
    ['192.0.2.0/24', 24, 30],
  ]);
});

test('documented entries come back only while their own dates hold', () => {
  const entry = (text: string, fromTick: number, untilTick: number) => ({
    ...prefixOf(text),
    fromTick,
    untilTick,
  });
  const documented = [
    entry('192.0.2.0/24', 2, forever),
    entry('198.51.100.0/24', 4, 15),
    entry('203.0.113.0/24', 12, 18),
    entry('203.0.113.0/25', 14, 26),
    // Not a tick long within the window of ticks 0 … 29.
    entry('192.0.2.0/30', 5, 5),
    entry('192.0.2.4/30', -9, 0),
    entry('192.0.2.8/30', 30, forever),
  ];
  const parameters = { entries: 'ledger', ledger: 'register' };
  expect(keepFor({ ticks: 40, inForce, documented }, parameters)).toEqual([
    ['192.0.2.0/24', 2, 10],
    ['198.51.100.0/24', 4, 10],
    ['192.0.2.0/24', 20, 30],
    ['203.0.113.0/25', 20, 26],
  ]);
});

test('documented entries begin at their own times, whatever their order in the file', () => {
  const documented = [
    { ...prefixOf('192.0.2.0/24'), fromTick: 8, untilTick: forever },
    { ...prefixOf('198.51.100.0/24'), fromTick: 2, untilTick: 5 },
  ];
  const circumstances = { ticks: 10, documented };
  expect(keepFor(circumstances, { entries: 'ledger', ledger: 'register' })).toEqual([
    ['198.51.100.0/24', 2, 5],
    ['192.0.2.0/24', 8, forever],
  ]);
  // A hunt replays none of them, also if the ledger is still named.
  expect(keepFor(circumstances, { entries: 'adaptive', ledger: 'register' })).toEqual([]);
});

test('age goes on during a pause', () => {
  const found = { 3: ['192.0.2.10'], 6: ['198.51.100.1'] };
  // Until 19 and until 22.
  expect(keepFor({ ticks: 40, inForce, found }, { ...hunted, unlistAfterHours: 16 })).toEqual([
    ['192.0.2.0/24', 3, 10],
    ['198.51.100.0/24', 6, 10],
    ['198.51.100.0/24', 20, 22],
  ]);
});

test('patience under complaints begins anew, and what came off before stays off', () => {
  const found = { 0: ['192.0.2.10'], 5: ['198.51.100.1'] };
  // Heard of 192.0.2.0/24 at 1 … 6: off at 6. Of the other at 6 … 9, and again at 21 … 26.
  const parameters = { ...hunted, pressurePerDay: 1, pressureHours: 6 };
  expect(keepFor({ ticks: 40, inForce, found, complaints: () => 1 }, parameters)).toEqual([
    ['192.0.2.0/24', 0, 6],
    ['198.51.100.0/24', 5, 10],
    ['198.51.100.0/24', 20, 26],
  ]);
});

test('whose release comes only after the pause does not come back', () => {
  // Heard of at 1 … 6, which is long enough; the releases are those of 0 and 20.
  const parameters = { ...hunted, pressurePerDay: 1, pressureHours: 6, releaseHours: 20 };
  const circumstances = { ticks: 40, inForce, found: { 0: ['192.0.2.10'] }, complaints: () => 1 };
  expect(keepFor(circumstances, parameters)).toEqual([['192.0.2.0/24', 0, 10]]);
});

test('who is met again after a pause is no new find', () => {
  // Unlisted for a moment, the known address is found at 20; escalation counts one find, not two.
  const found = { 3: ['192.0.2.10'], 20: ['192.0.2.10'] };
  const parameters = { prefixLength: 32, escalateAfter: 2, escalateWithinHours: 100 };
  expect(keepFor({ ticks: 40, inForce, found }, parameters)).toEqual([
    ['192.0.2.10/32', 3, 10],
    ['192.0.2.10/32', 20, 30],
  ]);
});

test('whatever recurs, an entry stands only in ticks in force, and in all of them once it is known', () => {
  const pattern = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(pattern, fc.integer({ min: 0, max: 29 }), (inForceOf, at) => {
      fc.pre(inForceOf.includes(true));
      const circumstances = {
        ticks: 30,
        inForce: (tick: number) => inForceOf[tick]!,
        found: { [at]: ['192.0.2.10'] },
      };
      const entries = keepFor(circumstances, hunted);
      const isListed = inForceOf.map((_, tick) =>
        entries.some(([, from, until]) => from <= tick && tick < until),
      );
      const isKnown = inForceOf[at] ?? false;
      expect(isListed).toEqual(inForceOf.map((one, tick) => one && isKnown && tick >= at));
    }),
  );
});
