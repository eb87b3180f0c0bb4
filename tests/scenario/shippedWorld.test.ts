// What the world of 2018 and its scenario say of names, needs, costs and the road to the block.
import { beforeAll, expect, test } from 'vitest';
import {
  costsOf,
  lostShare,
  type Run,
  run,
  type Scenario,
  uncertainInputs,
} from '../../src/model/index.ts';
import { loadScenario } from '../../src/scenario/catalogue.ts';

let april: Scenario;
let registry: Run;

beforeAll(async () => {
  const reading = await loadScenario('april-2018');
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  april = reading.scenario;
  registry = run(april);
});

const lostOf = ({ tally }: Run) => tally.lostOfRow.reduce((sum, lost) => sum + lost, 0);

test('at least sixty services have names, and the rule of March 2021 finds its bystanders', () => {
  const named = april.world.services.filter(({ domains }) => domains);
  expect(named.length).toBeGreaterThanOrEqual(60);
  const caught = named.filter(({ domains }) => domains?.some(({ name }) => name.includes('t.co')));
  const ids = caught.map(({ id }) => id);
  // t.co itself, and microsoft.com and out.reddit.com, which have those letters in their names.
  for (const id of ['twitter', 'azure-portal', 'reddit-links']) expect(ids).toContain(id);
});

test('the Post and the insurers need the captcha, as they said', () => {
  for (const id of ['russian-post', 'motor-insurance']) {
    const needs = april.world.services.find((service) => service.id === id)?.dependsOn ?? [];
    expect(needs.map(({ service }) => service)).toContain('recaptcha');
  }
});

test('needs add to what others lose and take nothing from the target', () => {
  const services = april.world.services.map(({ dependsOn: _, ...service }) => service);
  const without = run({ ...april, world: { ...april.world, services } });
  expect(lostOf(registry)).toBeGreaterThan(lostOf(without));
  const target = april.world.services.findIndex(({ role }) => role === 'target');
  const { plan } = registry;
  for (let tick = 0; tick < plan.ticks; tick += 24) {
    const lostOfTarget = ({ tally }: Run) => lostShare(tally, tally.rowOfTick[tick]!, target);
    expect(lostOfTarget(registry)).toBe(lostOfTarget(without));
  }
});

test('had the company complied at any step up to the block, nothing would have been blocked', () => {
  for (const { id, kind } of april.ladder) {
    const complied = lostOf(run({ ...april, compliesAt: id }));
    // It was lifted after the period, so complying then changes nothing in it.
    expect(complied).toBe(kind === 'lift' ? lostOf(registry) : 0);
  }
});

test('four yardsticks say what it cost, all in roubles and none the same', () => {
  const costs = costsOf(registry);
  expect(costs.map(({ id }) => id)).toEqual(['userHours', 'perHead', 'gdpShare', 'businessLoss']);
  expect(new Set(costs.map(({ value }) => Math.round(value))).size).toBe(4);
  for (const { currency, low, value, high } of costs) {
    expect(currency).toBe('RUB');
    expect(low).toBeLessThan(value);
    expect(value).toBeLessThanOrEqual(high);
  }
});

test('what was guessed of the hunt, the boxes and the answers has ends, so that a study may move it', () => {
  const parametersOf = (stack: string) =>
    uncertainInputs(april, [stack])
      .map(({ id }) => id)
      .filter((id) => id.includes('.parameters.'))
      .map((id) => id.replace(/^(stacks\.\w+\.strategies|countermeasures)\.|parameters\./g, ''));
  const answers = [
    ...['telegram-hops.hopDelayHours', 'telegram-hops.newsDelayHours'],
    ...['google', 'apple', 'microsoft'].flatMap((push) => [
      `${push}-push-news.share`,
      `${push}-push-news.delayHours`,
    ]),
    ...['google-search', 'gmail', 'google-maps', 'google-push', 'recaptcha'].map(
      (id) => `${id}-answers.hopDelayHours`,
    ),
    ...['known-movers.moveHours', 'hotline.complaintsPerThousandLost'],
  ];
  expect(parametersOf('adaptive').toSorted()).toEqual(
    ['hunt.prefixLength', 'hunt.discoveryPerHour', 'hunt.releaseHours', ...answers].toSorted(),
  );
  const ofBoxes = ['threshold', 'coverageMobile', 'coverageFixed', 'capacity'];
  expect(parametersOf('dpi').toSorted()).toEqual(
    [...ofBoxes.map((id) => `boxes.${id}`), ...answers].toSorted(),
  );
});
