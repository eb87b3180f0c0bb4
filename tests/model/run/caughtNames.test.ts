import { expect, test } from 'vitest';
import { caughtNames } from '../../../src/model/run/caughtNames.ts';
import { allowList } from '../../../src/model/strategies/allowList.ts';
import { nameFilter } from '../../../src/model/strategies/nameFilter.ts';
import { shutdown } from '../../../src/model/strategies/shutdown.ts';
import type { StrategyRun } from '../../../src/model/strategies/strategy.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { boxOf } from '../strategies/flowSetting.ts';

const domainsOf: Readonly<Record<string, { name: string; share: number }[]>> = {
  courier: [{ name: 't.co', share: 0.75 }],
  bank: [
    { name: 'start.com', share: 0.5 },
    { name: 'bank.example', share: 0.25 },
  ],
};

/** Of the tiny world with names: service, name and share of what a strategy catches. */
function caught(strategy: StrategyRun): string[] {
  const world = tinyWorld();
  const services = world.services.map((service) => ({
    ...service,
    ...(domainsOf[service.id] && { domains: domainsOf[service.id] }),
  }));
  const compiled = compileWorld({ ...world, services });
  const { ids } = compiled.world.services;
  return caughtNames(compiled, strategy).map(
    ({ service, name, share, isTarget }) =>
      `${ids[service]} ${name} ${share}${isTarget ? ', target' : ''}`,
  );
}

test('lists the names of the target and of bystanders that a rule catches', () => {
  const rules = [{ match: 'substring', text: 't.co' }];
  const expected = ['courier t.co 0.75, target', 'bank start.com 0.5'];
  expect(caught(boxOf(nameFilter, { rules }))).toEqual(expected);
});

test('of a white list those are the names that are not on it', () => {
  const expected = ['courier t.co 0.75, target', 'bank start.com 0.5'];
  expect(caught(boxOf(allowList, { names: ['example'] }))).toEqual(expected);
});

test('is empty for what does not look at names', () => {
  expect(caught(boxOf(shutdown, {}))).toEqual([]);
  expect(caught({ kind: 'idle' })).toEqual([]);
});
