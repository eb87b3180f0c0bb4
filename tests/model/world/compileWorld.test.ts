import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { tiny } from '../run/tinyRun.ts';

const total = (shares: Iterable<number>) => [...shares].reduce((sum, share) => sum + share, 0);
const rounded = (value: number) => Math.round(value * 1e7) / 1e7;

/** Shares as a careful author writes them: seven digits, and with luck they add up to 1. */
const writtenShares = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 })
  .map((weights) => weights.map((weight) => rounded(weight / total(weights))));

test('shares rounded to seven digits add up to 1, and the books balance', () => {
  fc.assert(
    fc.property(writtenShares, writtenShares, writtenShares, (mix, places, lines) => {
      const { world } = tiny();
      const assumed = 'for the test';
      const [network] = world.networks;
      const [courier, ...others] = world.services;
      const scenario = tiny({
        stack: 'dpi',
        world: {
          ...world,
          protocols: mix.map((_, i) => ({ id: i === 0 ? 'tls' : `p${i}`, title: 'P', look: 'P' })),
          profiles: world.profiles.map((profile) => ({
            ...profile,
            mix: Object.fromEntries(mix.map((share, i) => [i === 0 ? 'tls' : `p${i}`, share])),
          })),
          networks: lines.map((value, i) => ({
            ...network!,
            id: `n${i}`,
            share: { value, assumed },
          })),
          services: [
            {
              ...courier!,
              placements: places.map((share) => ({
                pool: 'homenet',
                share,
                addresses: 1,
                assumed,
              })),
            },
            ...others,
          ],
        },
      });
      const { world: compiled } = compileWorld(scenario.world);
      const { placements, profiles, networks } = compiled;
      for (const shares of profiles.mixOfProfile) expect(total(shares)).toBeCloseTo(1, 14);
      expect(total(networks.shareOfNetwork)).toBeCloseTo(1, 14);
      const own = placements.shareOfPlacement.subarray(0, places.length);
      expect(total(own)).toBeCloseTo(1, 14);
      for (const stack of ['ledger', 'adaptive', 'dpi']) {
        expect(run({ ...scenario, stack }).balanced).toBe(true);
      }
    }),
    { seed: 2018, numRuns: 100 },
  );
});
