import { describe, expect, test } from 'vitest';
import { momentOfTick, run, type Scenario, scenarioSchema } from '../../../src/model/index.ts';
import { layoutServices, storyOfService } from '../../../src/views/services/layout.ts';
import { tinyScenario, tinyWorld } from '../../tinyWorld.ts';

const scenario: Scenario = {
  ...scenarioSchema.parse(tinyScenario(tinyWorld())),
  world: tinyWorld(),
};

describe('the services list', () => {
  const tiny = run(scenario);
  const last = tiny.plan.ticks - 1;

  test('has the target first, then those that lose most, and all of them', () => {
    const rows = layoutServices(tiny, last);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ name: 'Courier', isTarget: true });
    const rank = { works: 0, hit: 1, down: 2 };
    const ranks = rows.slice(1).map((row) => rank[row.state]);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  });

  test('says nothing of what took a service that loses nothing', () => {
    const bank = layoutServices(tiny, last).find((row) => row.name === 'Bank');
    if (!bank) throw new Error('the bank is missing');
    expect(bank.lost).toBe(0);
    expect(storyOfService(tiny, bank, last)).toEqual({ cause: '', since: '' });
  });

  test('names the entry that took a hit service, and since when', () => {
    const hit = layoutServices(tiny, last).find((row) => !row.isTarget && row.state !== 'works');
    if (!hit) throw new Error('nobody is hit');
    const { cause, since } = storyOfService(tiny, hit, last);
    expect(cause).toMatch(/198\.51\.100\.\d+\/\d+/);
    expect(cause).toMatch(/\d of \d addresses/);
    expect(since).not.toBe('');
    expect(momentOfTick(tiny.plan, 0) < momentOfTick(tiny.plan, last)).toBe(true);
  });
});
