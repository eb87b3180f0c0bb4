// Names that a rule catches, worked out on a tiny world with names.
import { expect, test } from 'vitest';
import { run } from '../../src/model/index.ts';
import { namesCaughtBy } from '../../src/scenario/caughtWords.ts';
import { tinyUnder } from '../model/run/tinyRun.ts';
import { tinyWorld } from '../tinyWorld.ts';

type Names = Readonly<Record<string, readonly { name: string; share: number }[]>>;

const rules = [{ match: 'substring', text: 't.co' }];
const filter = { id: 'names', technique: 'nameFilter', parameters: { rules } };

function caught(domainsOf: Names, strategy: object = filter) {
  const world = tinyWorld();
  const services = world.services.map((service) => ({
    ...service,
    ...(domainsOf[service.id] && { domains: domainsOf[service.id] }),
  }));
  const scenario = tinyUnder([strategy as never], { world: { ...world, services } });
  return namesCaughtBy(run(scenario), 'names');
}

const several = {
  bank: [
    { name: 'rare.start.com', share: 0.1 },
    { name: 'start.com', share: 0.6 },
    { name: 'bank.example', share: 0.3 },
  ],
  courier: [{ name: 't.co', share: 0.01 }],
};

test('the names of the target come first, then those most asked for, with their owners', () => {
  expect(caught(several)).toEqual({
    title: 'Names that it catches',
    extent: '3 names of 2 services',
    rows: [
      { name: 't.co', owner: 'Courier', isTarget: true },
      { name: 'start.com', owner: 'Bank', isTarget: false },
      { name: 'rare.start.com', owner: 'Bank', isTarget: false },
    ],
    more: 0,
  });
});

test('of a white list they are the names that are not listed', () => {
  const white = { id: 'names', technique: 'allowList', parameters: { names: ['start.com'] } };
  expect(caught(several, white)).toMatchObject({
    title: 'Names that are not listed',
    extent: '2 names of 2 services',
    rows: [{ name: 't.co' }, { name: 'bank.example' }],
  });
});

test('thirteen are shown, of fourteen only twelve', () => {
  const many = (count: number) => ({
    bank: Array.from({ length: count }, (_, index) => ({ name: `t.co${index}.com`, share: 0.05 })),
  });
  expect(caught(many(13))).toMatchObject({ more: 0, rows: { length: 13 } });
  expect(caught(many(14))).toMatchObject({ more: 2, rows: { length: 12 } });
});

test('a rule may catch nothing; what does not look at names has no such list', () => {
  expect(caught({})).toMatchObject({ extent: 'no names of no services', rows: [] });
  expect(caught({}, { id: 'names', technique: 'shutdown', parameters: {} })).toBeUndefined();
  expect(caught({}, { ...filter, off: true })).toBeUndefined();
});
