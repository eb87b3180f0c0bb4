import { expect, test } from 'vitest';
import { regionTitle, withRegionTitles } from '../../src/controls/regionTitle.ts';
import { loadScenario } from '../../src/scenario/catalogue.ts';
import { scopeInWords } from '../../src/scenario/windowWords.ts';
import { tinyWorld } from '../tinyWorld.ts';

const [network] = tinyWorld().networks;
const networksOf = (...titles: string[]) => ({
  networks: titles.map((title) => ({ ...network!, title, region: 'far-west' })),
});

test('a region is called by what the titles of its networks have in common, else by its id as a name', () => {
  expect(
    regionTitle(networksOf('The Far West, mobile', 'The Far West, fixed lines'), 'far-west'),
  ).toBe('The Far West');
  expect(regionTitle(networksOf('One', 'Another'), 'far-west')).toBe('Far west');
  expect(regionTitle(networksOf('Fixed lines'), 'far-west')).toBe('Far west');
});

test('where a strategy is in force is told without the id of a region', async () => {
  const reading = await loadScenario('mobile-white-list-2025');
  if (!reading.ok) throw new Error('the scenario is not right');
  const { scenario } = reading;
  const entries = scenario.stacks.flatMap(({ strategies }) => strategies);
  const scopes = entries.map((entry) =>
    scopeInWords(scenario, withRegionTitles(scenario.world, entry)),
  );
  expect(scopes.join(' ')).toContain('in Crimea and Sevastopol');
  expect(scopes.join(' ')).not.toMatch(/\bcrimea|\bin The\b/);
});
