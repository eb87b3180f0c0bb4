// The order in which needs can be worked out, or the circle that leaves none.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileNeeds, orderOfNeed } from '../../../src/model/world/compileNeeds.ts';
import { tinyWorld } from '../../tinyWorld.ts';

const criticality = { value: 0.25, assumed: 'x' };

/** The tiny world, some of whose services need another one. */
function worldWhere(needs: Readonly<Record<string, string>>) {
  const world = tinyWorld();
  const services = world.services.map((service) => {
    const needed = needs[service.id];
    return needed ? { ...service, dependsOn: [{ service: needed, criticality }] } : service;
  });
  return { ...world, services };
}

test('each comes after all that it needs', () => {
  // 0 needs 2 and 1, 2 needs 3: 3 before 2, then 1, then 0.
  expect(orderOfNeed([[2, 1], [], [3], []])).toEqual({ order: [3, 2, 1, 0] });
});

test('a circle is told without what leads into it', () => {
  expect(orderOfNeed([[1], [2], [3], [1]]).circle).toEqual([1, 2, 3]);
  expect(orderOfNeed([[0]]).circle).toEqual([0]);
});

test('a chain of 200,000 has an order', () => {
  const count = 200_000;
  const chain = Array.from({ length: count }, (_, n) => (n + 1 < count ? [n + 1] : []));
  expect(orderOfNeed(chain).order[0]).toBe(count - 1);
});

test('any needs have an order in which none comes too early, or a circle that is one', () => {
  const needs = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 3 }), {
    minLength: 8,
    maxLength: 8,
  });
  let circles = 0;
  fc.assert(
    fc.property(needs, (needed) => {
      const { order, circle } = orderOfNeed(needed);
      if (circle) {
        circles++;
        circle.forEach((thing, n) => {
          expect(needed[thing]).toContain(circle[(n + 1) % circle.length]);
        });
        return;
      }
      expect(order.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      needed.forEach((all, thing) => {
        for (const one of all) expect(order.indexOf(one)).toBeLessThan(order.indexOf(thing));
      });
    }),
    { seed: 2018, numRuns: 300 },
  );
  expect(circles).toBeGreaterThan(0);
  expect(circles).toBeLessThan(300);
});

test('needs become numbers; only services that have some are in the order', () => {
  const { needsOfService, inOrderOfNeed } = compileNeeds(worldWhere({ lantern: 'bank' }), 6);
  expect(needsOfService).toEqual([[], [{ service: 4, criticality: 0.25 }], [], [], [], []]);
  expect([...inOrderOfNeed]).toEqual([1]);
});

test('a service that needs one that needs another is worked out after it', () => {
  // Courier 0, lantern 1, mapper 2: 0 needs 1, which needs 2, which needs nobody.
  const world = worldWhere({ courier: 'lantern', lantern: 'mapper' });
  expect([...compileNeeds(world, 6).inOrderOfNeed]).toEqual([1, 0]);
});

test('a service that there is not, and a circle, are named', () => {
  expect(() => compileNeeds(worldWhere({ bank: 'cellar' }), 6)).toThrow(
    'there is no service "cellar"',
  );
  expect(() => compileNeeds(worldWhere({ bank: 'mapper', mapper: 'bank' }), 6)).toThrow(
    'services need each other in a circle: 2, 4',
  );
});
