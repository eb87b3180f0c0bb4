// Joint draws of parameters that must fit together.
import { expect, test } from 'vitest';
import type { Scenario } from '../../../src/model/run/scenarioSchema.ts';
import { drawInputs, rulesOf } from '../../../src/model/study/drawInputs.ts';
import { drawOf } from '../../../src/model/study/draws.ts';
import { uncertainInputs } from '../../../src/model/study/inputs.ts';
import { uncertainTiny } from './uncertainTiny.ts';

const assumed = 'Ends that overlap.';
const scenario: Scenario = uncertainTiny({
  countermeasures: [
    {
      id: 'look',
      technique: 'disguise',
      parameters: {
        ...{ service: 'courier', from: 'mtproto', to: 'tls' },
        ...{ initialShare: 0.4, ceiling: 0.5, growthPerDay: 0.3 },
      },
      bases: {
        initialShare: { low: 0, high: 1, assumed },
        ceiling: { low: 0.1, high: 1, assumed },
      },
    },
  ],
});
const inputs = uncertainInputs(scenario);
const draws = Array.from({ length: 200 }, (_, draw) => draw);
const drawn = draws.map((draw) => drawInputs(inputs, draw, 5, rulesOf(scenario)));
const [share, ceiling] = ['initialShare', 'ceiling'].map((key) =>
  inputs.findIndex(({ path }) => path.includes(key)),
) as [number, number];

test('what breaks a rule is drawn again from the same streams until it holds', () => {
  const isBroken = (draw: number, attempt: number) =>
    drawOf(inputs[share]!, draw, 5, attempt) > drawOf(inputs[ceiling]!, draw, 5, attempt);
  const broken = draws.filter((draw) => isBroken(draw, 0));
  expect(broken.length).toBeGreaterThan(20);
  for (const draw of draws) {
    const attempt = Array.from({ length: 100 }, (_, n) => n).find((n) => !isBroken(draw, n));
    for (const at of [share, ceiling]) {
      expect(drawn[draw]![at]!.value).toBe(drawOf(inputs[at]!, draw, 5, attempt));
    }
  }
});

test('inputs of others keep their draws, and all keep their order', () => {
  drawn.forEach((settings, draw) => {
    expect(settings.map(({ path }) => path)).toEqual(inputs.map(({ path }) => path));
    inputs.forEach((input, at) => {
      if (at === share || at === ceiling) return;
      expect(settings[at]!.value).toBe(drawOf(input, draw, 5));
    });
  });
});

test('a rule that no draw keeps is an error that names the parameters', () => {
  expect(() => drawInputs(inputs.slice(share, share + 1), 0, 5, () => false)).toThrow(
    '100 draws of countermeasures.look.parameters.initialShare break a rule between them',
  );
});
