// Complaints about an interval: those behind its listed addresses, no more and no fewer.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySet, setOfPrefixes } from '../../../src/model/net/prefixSet.ts';
import { contains, countOverlap } from '../../../src/model/net/setQueries.ts';
import { complaintsOf, type ListedLosses } from '../../../src/model/run/complaints.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { prefixOf } from '../strategies/addressBlocklist/keeping.ts';

const { world, roles } = compileWorld(tinyWorld());
const placementOf = (id: string, index = 0) =>
  world.services.firstPlacementOfService[world.services.ids.indexOf(id)]! + index;
const spread = world.placements.isSpreadOfPlacement.indexOf(1);

/** Losses at addresses chosen by hand. */
function lossesAt(
  used: readonly (readonly [address: string, placement: number])[],
  listed: readonly string[],
  lost: ReadonlyMap<number, number>,
): ListedLosses {
  const set = listed.length === 0 ? emptySet : setOfPrefixes(listed.map(prefixOf));
  const sorted = used
    .map(([text, placement]) => ({ address: prefixOf(text).first, placement }))
    .sort((a, b) => a.address - b.address);
  return {
    world,
    isTargetOfService: roles.isTargetOfService,
    address: Uint32Array.from(sorted, ({ address }) => address),
    placementOfAddress: Uint32Array.from(sorted, ({ placement }) => placement),
    isMovedOfPlacement: new Uint8Array(world.placements.count),
    moved: [],
    spreadPlacementOfPool: Int32Array.from(world.pools.ids, (_, pool) =>
      pool === world.placements.poolOfPlacement[spread] ? spread : -1,
    ),
    listedOf: (placement) =>
      placement === spread
        ? countOverlap(world.pools.setOfPool[world.placements.poolOfPlacement[spread]!]!, set)
        : used.filter(([text, own]) => own === placement && contains(set, prefixOf(text).first))
            .length,
    addressesOf: (placement) =>
      Uint32Array.from(
        used.filter(([, own]) => own === placement),
        ([text]) => prefixOf(text).first,
      ),
    listed: set,
    lostToLists: (placement) => lost.get(placement) ?? 0,
    stakes: new Map(),
  };
}

function aboutIn(losses: ListedLosses, perLostSession = 0.01) {
  const complaints = complaintsOf(perLostSession, () => losses);
  return (text: string) => {
    const { first, last } = prefixOf(text);
    return complaints.about(first, last);
  };
}

test('they are shared out over the listed addresses of a placement', () => {
  // Mapper has three addresses, two of them listed: 300 lost sessions are 3 complaints, 1.5 each.
  const mapper = placementOf('mapper');
  const used = [
    ['198.51.100.20', mapper],
    ['198.51.100.90', mapper],
    ['198.51.100.150', mapper],
  ] as const;
  const about = aboutIn(lossesAt(used, ['198.51.100.0/25'], new Map([[mapper, 300]])));
  expect(about('198.51.100.0/25')).toBeCloseTo(3, 12);
  expect(about('198.51.100.0/26')).toBeCloseTo(1.5, 12);
  expect(about('198.51.100.20')).toBeCloseTo(1.5, 12);
  expect(about('198.51.100.128/25')).toBe(0);
  expect(about('0.0.0.0/0')).toBeCloseTo(3, 12);
});

test('of a long tail’s spread part, by listed space', () => {
  // 640 lost sessions are 6.4 complaints over the 128 listed addresses of the pool: 0.05 each.
  const about = aboutIn(lossesAt([], ['198.51.100.0/25'], new Map([[spread, 640]])));
  expect(about('198.51.100.16/28')).toBeCloseTo(16 * 0.05, 12);
  expect(about('198.51.0.0/16')).toBeCloseTo(6.4, 12);
  expect(about('198.51.100.128/25')).toBe(0);
  expect(about('192.0.2.0/24')).toBe(0);
});

test('the target’s users do not complain to those who block it', () => {
  const courier = placementOf('courier');
  const losses = lossesAt([['192.0.2.10', courier]], ['192.0.2.0/24'], new Map([[courier, 5000]]));
  expect(aboutIn(losses)('192.0.2.0/24')).toBe(0);
});

test('what came off the list is nobody’s entry, though networks may still enforce it', () => {
  const lost = new Map([
    [placementOf('mapper'), 300],
    [spread, 640],
  ]);
  const losses = lossesAt([['198.51.100.20', placementOf('mapper')]], [], lost);
  expect(aboutIn(losses)('0.0.0.0/0')).toBe(0);
});

test('entries that share the listed space between them share all complaints', () => {
  // Over disjoint parts that make up the list, complaints add up to perLostSession · Σ lost.
  const radio = placementOf('radio');
  const mapper = placementOf('mapper');
  const used = [
    ['198.51.100.20', mapper],
    ['198.51.100.30', radio],
    ['198.51.100.40', radio],
    ['198.51.100.120', mapper],
  ] as const;
  const amount = numberBetween(0, 1e6);
  fc.assert(
    fc.property(amount, amount, amount, fc.integer({ min: 25, max: 32 }), (a, b, c, length) => {
      const lost = new Map([
        [mapper, a],
        [radio, b],
        [spread, c],
      ]);
      const about = aboutIn(lossesAt(used, ['198.51.100.0/25'], lost));
      const size = 2 ** (32 - length);
      let sum = 0;
      for (let at = 0; at < 128; at += size) sum += about(`198.51.100.${at}/${length}`);
      const whole = 0.01 * (a + b + c);
      expect(Math.abs(sum - whole)).toBeLessThanOrEqual(1e-12 * (1 + whole));
      expect(about('198.51.100.0/24')).toBeCloseTo(sum, 6);
    }),
  );
});

test('nothing is worked out unless somebody asks, and only once', () => {
  let asked = 0;
  const losses = () => {
    asked++;
    return lossesAt([], [], new Map());
  };
  const complaints = complaintsOf(0.01, losses);
  expect(asked).toBe(0);
  complaints.about(0, 9);
  complaints.about(0, 99);
  expect(asked).toBe(1);
  expect(complaintsOf(0, losses).about(0, 9)).toBe(0);
  expect(asked).toBe(1);
});
