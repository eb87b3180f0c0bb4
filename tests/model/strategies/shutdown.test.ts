import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { shutdown } from '../../../src/model/strategies/shutdown.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { lostShareOf, tinyUnder } from '../run/tinyRun.ts';
import { boxOf, chanceCaught, fixed, mobile, mtproto, tls, tlsEch } from './flowSetting.ts';

const share = numberBetween(0, 1);

test('cuts the given share of everything on mobile and on fixed lines, whatever it is', () => {
  fc.assert(
    fc.property(share, share, fc.string(), fc.nat(), (ofMobile, ofFixed, name, address) => {
      const box = boxOf(shutdown, { mobile: ofMobile, fixed: ofFixed });
      for (const protocol of [tls, tlsEch, mtproto]) {
        expect(chanceCaught(box, { name, address, protocol }, mobile)).toBe(ofMobile);
        expect(chanceCaught(box, { name, address, protocol }, fixed)).toBe(ofFixed);
      }
    }),
  );
});

test('cuts everybody on the networks in question unless told otherwise, at any load', () => {
  expect(shutdown.parameters.parse({})).toEqual({ mobile: 1, fixed: 1 });
  const box = boxOf(shutdown, {});
  expect([0, 0.5, 1].map((load) => box.inspected(load))).toEqual([1, 1, 1]);
});

test('by its defaults takes all of the networks that its entry names, fixed lines among them', () => {
  // 0.4 of all sessions are on fixed lines.
  const entry = { id: 'cut', technique: 'shutdown', networks: ['fixed'], parameters: {} };
  expect(lostShareOf(run(tinyUnder([entry])), 'bank', 0)).toBeCloseTo(0.4, 14);
});

test('in the tiny world takes the share of the mobile users from every service', () => {
  // Of all sessions 0.6 are mobile and 0.4 are on fixed lines: 0.6 · ½ + 0.4 · ¼ = 0.4.
  const entry = { id: 'cut', technique: 'shutdown', parameters: { mobile: 0.5, fixed: 0.25 } };
  const result = run(tinyUnder([entry]));
  for (const id of ['courier', 'mapper', 'radio', 'bank', 'nimbus-shared-tail']) {
    expect(lostShareOf(result, id, 0)).toBeCloseTo(0.4, 14);
  }
});

test('needs no box: lines behind none are cut like all others', () => {
  // All lines of the tiny world, half of whose traffic could pass through a box.
  const { world } = tinyUnder([]);
  const networks = world.networks.map((network) => ({
    ...network,
    boxes: { value: 0.5, assumed: 'for the test' },
  }));
  const cut = { id: 'cut', technique: 'shutdown', parameters: { mobile: 1, fixed: 1 } };
  const result = run(tinyUnder([cut], { world: { ...world, networks } }));
  expect(lostShareOf(result, 'bank', 0)).toBeCloseTo(1, 14);
});
