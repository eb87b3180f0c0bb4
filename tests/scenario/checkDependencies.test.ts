// Services that need others: names, doubles and circles.
import { describe, expect, test } from 'vitest';
import { problemsAfter, type Spoilt } from './tinyShelf.ts';

/** The tiny world's services are courier, lantern, mapper, radio and bank. */
function problemsWith(needs: Readonly<Record<string, readonly string[]>>) {
  return problemsAfter(({ world }) => {
    for (const service of world.services as Spoilt[]) {
      service.dependsOn = (needs[service.id] ?? []).map((id) => ({
        service: id,
        criticality: { value: 0.5, assumed: 'x' },
      }));
    }
  });
}

describe('needs', () => {
  test('may form any shape without a circle', () => {
    const needs = { courier: ['lantern', 'mapper'], lantern: ['radio'], mapper: ['radio', 'bank'] };
    expect(problemsWith(needs)).toEqual([]);
  });
  test('name a service, the nearest is told', () => {
    expect(problemsWith({ lantern: ['maper'] })).toMatchObject([
      { path: 'world.services[1].dependsOn[0].service', found: '"maper"', nearest: 'mapper' },
    ]);
  });
  test('are of others, and each once', () => {
    expect(problemsWith({ bank: ['bank', 'radio', 'radio'] })).toEqual([
      {
        path: 'world.services[4].dependsOn[0].service',
        found: '"bank"',
        expected: 'another service than itself',
      },
      {
        path: 'world.services[4].dependsOn[2].service',
        found: '"radio"',
        expected: 'a service that it does not need already',
      },
    ]);
  });
  test('in a circle are refused where it closes, and all of it is named', () => {
    // Courier only leads into it.
    const needs = {
      courier: ['lantern'],
      lantern: ['mapper'],
      mapper: ['bank', 'radio'],
      radio: ['lantern'],
    };
    expect(problemsWith(needs)).toEqual([
      {
        path: 'world.services[3].dependsOn[0].service',
        found: 'the circle lantern → mapper → radio → lantern',
        expected: 'services that do not need each other in a circle',
      },
    ]);
  });
  test('are at most as critical as all sessions', () => {
    const problems = problemsAfter(({ world }) => {
      const criticality = { value: 1.1, assumed: 'x' };
      world.services[1].dependsOn = [{ service: 'bank', criticality }];
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'world.services[1].dependsOn[0].criticality.value',
    ]);
  });
});
