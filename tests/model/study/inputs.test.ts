import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamsOf } from '../../../src/model/rng.ts';
import { atShare, drawOf } from '../../../src/model/study/draws.ts';
import { uncertainInputs, withInputs } from '../../../src/model/study/inputs.ts';
import { parameterRange } from '../../../src/model/study/parameterRange.ts';
import { pathText, valueAt, withSettings } from '../../../src/model/study/settings.ts';
import { createWorkshop } from '../../../src/model/study/workshop.ts';
import { plainInput } from './closedStudy.ts';
import { inputNamed, uncertainTiny } from './uncertainTiny.ts';

test('every figure with a low or a high end is an input; a missing end is the mode', () => {
  const found = uncertainInputs(uncertainTiny()).map(({ id, low, mode, high, isWhole }) => [
    id,
    low,
    mode,
    high,
    isWhole,
  ]);
  const byId = found.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  expect(byId).toEqual([
    ['countermeasures.hopping.parameters.hopDelayHours', 1, 1, 6, false],
    ['stacks.adaptive.strategies.hunt.parameters.discoveryPerHour', 0.1, 0.2, 0.4, false],
    ['stacks.adaptive.strategies.hunt.parameters.prefixLength', 24, 26, 28, true],
    ['world.networks.fixed.completeness.value', 0.5, 0.5, 0.9, false],
    ['world.services.mapper.users.value', 2000, 4000, 8000, false],
  ]);
});

test('titles say whose figure it is', () => {
  const titles = uncertainInputs(uncertainTiny()).map(({ title }) => title);
  expect(titles).toContain('Address blocklist: Discovery rate');
  expect(titles).toContain('Mapper: users');
  expect(titles).toContain('Fixed lines: completeness');
});

test('the inputs of a stack are those of the chosen one, or of those that are named', () => {
  const scenario = uncertainTiny({ stack: 'none' });
  expect(uncertainInputs(scenario)).toHaveLength(3);
  expect(uncertainInputs(scenario, ['none', 'adaptive'])).toHaveLength(5);
});

test('what is switched off, or not set, is not uncertain', () => {
  const scenario = uncertainTiny();
  const [hopping] = scenario.countermeasures;
  const { hopDelayHours: _, ...others } = hopping!.parameters;
  for (const changed of [
    { ...hopping!, off: true },
    { ...hopping!, parameters: others },
  ]) {
    const inputs = uncertainInputs({ ...scenario, countermeasures: [changed] });
    expect(inputs.map(({ id }) => id)).not.toContain(
      'countermeasures.hopping.parameters.hopDelayHours',
    );
    expect(inputs).toHaveLength(4);
  }
});

test('a need of a service says who needs whom', () => {
  const scenario = uncertainTiny();
  const criticality = { value: 0.5, high: 0.9, assumed: 'Chosen.' };
  const services = scenario.world.services.map((service) =>
    service.id === 'bank'
      ? { ...service, dependsOn: [{ service: 'radio', criticality }] }
      : service,
  );
  const needy = { ...scenario, world: { ...scenario.world, services } };
  const input = inputNamed(needy, 'criticality');
  expect(input).toMatchObject({ title: 'Bank needs radio: criticality', low: 0.5, high: 0.9 });
  expect(input.id).toBe('world.services.bank.dependsOn.0.criticality.value');
});

test('an end that the value has been moved past moves with it', () => {
  const scenario = uncertainTiny();
  const rate = inputNamed(scenario, 'discoveryPerHour');
  const moved = inputNamed(withInputs(scenario, [rate], [0.9]), 'discoveryPerHour');
  expect(moved).toMatchObject({ low: 0.1, mode: 0.9, high: 0.9 });
});

test('setting inputs changes them alone and shares all else', () => {
  const scenario = uncertainTiny();
  const inputs = uncertainInputs(scenario);
  const [rate, users] = [inputNamed(scenario, 'discoveryPerHour'), inputNamed(scenario, 'users')];
  const edited = withInputs(scenario, [rate], [0.3]);
  expect(valueAt(edited, rate.path)).toBe(0.3);
  expect(valueAt(scenario, rate.path)).toBe(0.2);
  expect(edited.world).toBe(scenario.world);
  expect(edited.countermeasures).toBe(scenario.countermeasures);
  expect(edited.stacks[0]).toBe(scenario.stacks[0]);
  const crowded = withInputs(scenario, [users], [5000]);
  expect(crowded.stacks).toBe(scenario.stacks);
  expect(crowded.world.providers).toBe(scenario.world.providers);
  expect(
    withInputs(
      scenario,
      inputs,
      inputs.map(({ mode }) => mode),
    ),
  ).toEqual(scenario);
});

test('a path that leads to nothing is refused, also along prototypes', () => {
  const scenario = uncertainTiny();
  for (const path of [
    ['stak'],
    ['stacks', 9, 'title'],
    ['__proto__'],
    ['world', 'toString'],
    ['title', 0],
    ['seed', 'value'],
  ]) {
    expect(() => withSettings(scenario, [{ path, value: 1 }])).toThrow(/leads to/);
  }
});

test('a path is spelled with ids', () => {
  const path = ['stacks', 2, 'strategies', 0, 'parameters', 'prefixLength'];
  expect(pathText(uncertainTiny(), path)).toBe(
    'stacks.adaptive.strategies.hunt.parameters.prefixLength',
  );
});

test('the range of a parameter is that of its schema; other values have none', () => {
  const scenario = uncertainTiny();
  const hunt = ['stacks', 2, 'strategies', 0, 'parameters'];
  expect(parameterRange(scenario, [...hunt, 'prefixLength'])).toEqual({
    label: 'Prefix length',
    low: 8,
    high: 32,
    isWhole: true,
  });
  expect(parameterRange(scenario, [...hunt, 'discoveryPerHour'])).toMatchObject({ isWhole: false });
  expect(parameterRange(scenario, [...hunt, 'entries'])).toBeUndefined();
  expect(parameterRange(scenario, ['seed'])).toBeUndefined();
});

test('draws follow the triangle: ends at 0 and 1, the mode at its own share', () => {
  // P(x ≤ mode) = (mode − low)/(high − low) = 2/10; the median solves 1 − (12 − x)²/(10 · 8) = ½.
  const input = plainInput('x', 2, 4, 12);
  expect([0, 0.2, 1].map((share) => atShare(input, share))).toEqual([2, 4, 12]);
  expect(atShare(input, 0.5)).toBeCloseTo(12 - Math.sqrt(40), 12);
  expect(atShare({ ...input, isWhole: true }, 0.5)).toBe(6);
  expect(atShare(plainInput('fixed', 3, 3, 3), 0.7)).toBe(3);
});

test('draws lie between the ends, and their mean is that of the triangle', () => {
  const input = plainInput('x', 0, 1, 8);
  const draws = Array.from({ length: 4000 }, (_, draw) => drawOf(input, draw, 7));
  for (const value of draws) expect(value >= 0 && value <= 8).toBe(true);
  // (0 + 1 + 8)/3 = 3; the deviation √((64 + 1 − 8)/18) ≈ 1.78, that of the mean 0.028.
  expect(draws.reduce((sum, value) => sum + value, 0) / draws.length).toBeCloseTo(3, 0);
});

test('a draw depends on the path, the number and the seed, and on nothing else', () => {
  const id = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(id, fc.nat(1000), fc.nat(), (name, draw, seed) => {
      const input = plainInput(name, 0, 1, 2);
      const u = streamsOf(seed)('parameter', name, String(draw))();
      expect(drawOf(input, draw, seed)).toBe(atShare(input, u));
    }),
  );
});

test('the plan serves again while the world is untouched, and a placed world for its seed', () => {
  const scenario = uncertainTiny();
  const [rate, users] = [inputNamed(scenario, 'discoveryPerHour'), inputNamed(scenario, 'users')];
  const prepare = createWorkshop();
  const first = prepare(scenario, 1);
  const second = prepare(withInputs(scenario, [rate], [0.3]), 1);
  expect(second.plan).toBe(first.plan);
  expect(second.placed).toBe(first.placed);
  expect(prepare(scenario, 2).placed).not.toBe(first.placed);
  expect(prepare(withInputs(scenario, [users], [9]), 1).plan).not.toBe(first.plan);
  // Another period or tick length of the same world is another plan: 72 hours, one day, half-days.
  const day = { ...scenario, period: { ...scenario.period, to: '2018-04-17T00:00+03:00' } };
  const ticks = [scenario, day, { ...scenario, tickHours: 12 }].map(
    (one) => prepare(one, 1).plan.ticks,
  );
  expect(ticks).toEqual([72, 24, 6]);
});
