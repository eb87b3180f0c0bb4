// The kinds of bad input of a scenario file: each gives all its errors at once.
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/scenario/problem.ts';
import { readScenario, readWorld } from '../../src/scenario/readScenario.ts';
import { tinyChannel, tinyScenario, tinyWorld } from '../tinyWorld.ts';
import { plainScenario, problemsAfter, type Spoilt, tinyShelf } from './tinyShelf.ts';

const read = (text: string) => readScenario(text, tinyShelf);
function errorsOf(text: string) {
  const reading = read(text);
  return reading.ok ? [] : reading.errors;
}
const paths = (spoil: (scenario: Spoilt) => void) => problemsAfter(spoil).map(({ path }) => path);

describe('a right scenario', () => {
  test('is read with its world, by id and inlined, and defaults filled in', () => {
    for (const world of ['tiny', tinyWorld()]) {
      const reading = read(JSON.stringify(tinyScenario(world)));
      expect(reading).toMatchObject({ ok: true, scenario: { world: { id: 'tiny' } } });
      if (!reading.ok) return;
      expect(reading.scenario.stacks[1]?.strategies[0]?.parameters.prefixLength).toBe(16);
    }
  });
  test('is read with a byte order mark too', () => {
    expect(read(`\ufeff${JSON.stringify(tinyScenario())}`).ok).toBe(true);
  });
});

describe('text that is no JSON', () => {
  test('gives line and column', () => {
    const [error] = errorsOf('{\n  "kind": "scenario",\n}');
    expect(error).toEqual({
      path: '',
      found: '"}"',
      expected: 'a key in quotes at line 3, column 1',
    });
  });
  test('that names a key twice is refused: JSON.parse would drop the first', () => {
    const text = JSON.stringify(tinyScenario()).replace('"seed":7', '"seed":7,"seed":8');
    expect(errorsOf(text)).toMatchObject([{ path: 'seed', found: 'the same key again' }]);
  });
});

describe('the shape', () => {
  test('an unknown key names the nearest known one, in scenario, plug-in and world', () => {
    const errors = problemsAfter((scenario) => {
      scenario.titel = 'x';
      scenario.stacks[2].strategies[0].parameters.prefixLenght = 12;
      scenario.world.services[0].rolle = 'target';
    });
    expect(errors.map(({ path, nearest }) => [path, nearest]).sort()).toEqual([
      ['stacks[2].strategies[0].parameters.prefixLenght', 'prefixLength'],
      ['titel', 'title'],
      ['world.services[0].rolle', 'role'],
    ]);
  });
  test('a number out of range is told the range', () => {
    const errors = problemsAfter((scenario) => {
      scenario.stacks[2].strategies[0].parameters.prefixLength = 40;
    });
    expect(errors).toEqual([
      {
        path: 'stacks[2].strategies[0].parameters.prefixLength',
        found: '40',
        expected: 'a whole number from 8 to 32',
      },
    ]);
  });
  test('a wrong type, a missing key and a wrong choice are told what belongs there', () => {
    const errors = problemsAfter((scenario) => {
      scenario.seed = 'seven';
      delete scenario.title;
      scenario.world.networks[0].access = 'mobil';
      scenario.stacks[3].strategies[0].technique = 'flowClasifier';
    });
    const by = new Map(errors.map((error) => [error.path, error]));
    expect(by.get('seed')).toMatchObject({
      found: '"seven"',
      expected: 'a whole number from 0 to 4294967295',
    });
    expect(by.get('title')).toMatchObject({
      found: 'nothing',
      expected: 'an object with en',
    });
    expect(by.get('world.networks[0].access')).toMatchObject({
      expected: 'one of mobile, fixed',
      nearest: 'mobile',
    });
    expect(by.get('stacks[3].strategies[0].technique')).toMatchObject({
      nearest: 'flowClassifier',
    });
    expect(errors).toHaveLength(4);
  });
  test('a figure without its basis is refused', () => {
    const errors = problemsAfter((scenario) => {
      scenario.world.services[1].users = { value: 5 };
    });
    expect(errors[0]).toMatchObject({ path: 'world.services[1].users' });
    expect(errors[0]?.expected).toContain('exactly one of reported');
  });
});

describe('address space', () => {
  test('host bits name the right prefix; other text is no prefix', () => {
    const errors = problemsAfter((scenario) => {
      scenario.ledgers.register[0].prefix = '192.0.2.1/24';
      scenario.ledgers.register[1].prefix = '198.51.100.0/33';
      scenario.world.providers[1].pools[0].prefixes = ['203.0.113.7/24'];
      scenario.stacks[2].strategies[0].parameters.protectedPrefixes = ['everything'];
    });
    expect(errors.map(({ path, nearest }) => [path, nearest]).sort()).toEqual([
      ['ledgers.register[0].prefix', '192.0.2.0/24'],
      ['ledgers.register[1].prefix', undefined],
      ['stacks[2].strategies[0].parameters.protectedPrefixes[0]', undefined],
      ['world.providers[1].pools[0].prefixes[0]', '203.0.113.0/24'],
    ]);
  });
  test('prefixes overlap neither within a pool nor between pools', () => {
    const errors = problemsAfter((scenario) => {
      scenario.world.providers[0].pools[0].prefixes.push('192.0.2.128/25');
      scenario.world.providers[1].pools[0].prefixes.push('198.51.100.64/26');
    });
    expect(errors).toMatchObject([
      {
        path: 'world.providers[0].pools[0].prefixes[1]',
        expected: 'a prefix apart from 192.0.2.0/24 of pool nimbus-dedicated',
      },
      {
        path: 'world.providers[1].pools[0].prefixes[1]',
        expected: 'a prefix apart from 198.51.100.0/24 of pool nimbus-shared',
      },
    ]);
  });
  test('known addresses and `within` lie in the pool, and there are enough addresses', () => {
    const at = 'world.services[0].placements';
    const errors = paths((scenario) => {
      const [first, second] = scenario.world.services[0].placements;
      first.known = ['192.0.2.10', '192.0.2.10', '203.0.113.1', '1.2.3.400'];
      second.known = ['198.51.100.10', '198.51.100.11'];
      scenario.world.services[1].placements[0].within = ['203.0.113.0/24'];
      scenario.world.services[4].placements[0].addresses = 257;
    });
    expect(errors).toEqual([
      `${at}[0].known[1]`,
      `${at}[0].known[2]`,
      `${at}[0].known[3]`,
      `${at}[1].addresses`,
      'world.services[1].placements[0].within[0]',
      'world.services[4].placements[0].addresses',
    ]);
  });
});

describe('names and sums of a world', () => {
  test('references to nothing name the nearest', () => {
    const errors = problemsAfter(({ world }) => {
      world.services[0].placements[1].pool = 'nimbus-sharde';
      world.services[1].profile = 'wep';
      world.services[2].category = 'everday';
      world.services[2].report.reported = 'gazete';
      world.providers[0].pools[1].tail.profile = 'webb';
      world.profiles[0].mix = { tsl: 1 };
    });
    expect(Object.fromEntries(errors.map(({ path, nearest }) => [path, nearest]))).toEqual({
      'world.services[0].placements[1].pool': 'nimbus-shared',
      'world.services[1].profile': 'web',
      'world.services[2].category': 'everyday',
      'world.services[2].report.reported': 'gazette',
      'world.providers[0].pools[1].tail.profile': 'web',
      'world.profiles[0].mix.tsl': 'tls',
    });
  });
  test('shares, mixes and networks add up to 1', () => {
    const errors = problemsAfter(({ world }) => {
      world.services[3].placements[0].share = 0.5;
      world.profiles[1].mix.tls = 0.5;
      world.networks[0].share.value = 0.5;
    });
    expect(errors.map(({ path, found }) => `${path}: ${found}`).sort()).toEqual([
      'world.networks: shares that add up to 0.9',
      'world.profiles[1].mix: shares that add up to 1.25',
      'world.services[3].placements: shares that add up to 1.25',
    ]);
  });
  test('a mix is not empty, and its shares miss 1 by a millionth at most', () => {
    const errors = problemsAfter(({ world }) => {
      world.profiles[0].mix = {};
      world.profiles[1].mix = { tls: 0.33333, mtproto: 0.66666 };
    });
    expect(errors.map(({ path, found }) => `${path}: ${found}`)).toEqual([
      'world.profiles[0].mix: shares that add up to 0',
      'world.profiles[1].mix: shares that add up to 0.99999',
    ]);
  });
  test('an id stands once, also beside the name of a long tail', () => {
    const errors = paths(({ world }) => {
      world.services[1].id = 'bank';
      world.services[2].id = 'nimbus-shared-tail';
      world.providers[1].pools[0].id = 'nimbus-shared';
      world.protocols.push(world.protocols[0]);
    });
    expect(errors).toEqual(
      expect.arrayContaining([
        'world.services[4].id',
        'world.providers[0].pools[1].id',
        'world.providers[1].pools[0].id',
        'world.protocols[2].id',
      ]),
    );
  });
  test('there is a target and a bystander, and traffic at some hour', () => {
    expect(
      paths(({ world }) => {
        world.services[0].role = 'bystander';
        world.diurnal.hourly = world.diurnal.hourly.map(() => 0);
      }),
    ).toEqual(['world.diurnal.hourly', 'world.services']);
    expect(
      paths(({ world }) => {
        for (const service of world.services) service.role = 'target';
      }),
    ).toEqual(['world.services']);
  });
  test('problems of a world in a file of its own carry the name of that file', () => {
    const spoilt = JSON.stringify(tinyWorld()).replace('"role":"target"', '"role":"traget"');
    const shelf = { worldText: () => spoilt, knownWorlds: ['tiny'], worldFile: () => 'tiny.json' };
    const text = JSON.stringify({ ...tinyScenario(), stack: 'ledgr' });
    const reading = readScenario(text, { ...shelf, file: 'mine.json' });
    expect(reading.ok ? [] : reading.errors.map(describeProblem)).toEqual([
      'tiny.json: services[0].role: found "traget", expected one of target, bystander; did you mean target?',
      'tiny.json: services: found none with it, expected at least one service with the role target',
      'mine.json: stack: found "ledgr", expected the id of a stack: one of none, ledger, adaptive, dpi; did you mean ledger?',
    ]);
    expect(readWorld(spoilt)).toMatchObject({
      ok: false,
      errors: [{ path: 'services[0].role' }, {}],
    });
    expect(readWorld(JSON.stringify(tinyWorld())).ok).toBe(true);
  });
});

describe('names and sums of a scenario', () => {
  test('references to nothing name the nearest', () => {
    const errors = problemsAfter((scenario) => {
      scenario.stack = 'adaptve';
      scenario.stacks[1].strategies[0].parameters.ledger = 'registr';
      scenario.stacks[3].strategies[0].parameters.scores = { mtprot: { mean: 0, deviation: 1 } };
      scenario.facts[0].reported = 'gazete';
      scenario.ledgers.register[0].reported = 'nobody';
      const { parameters } = scenario.countermeasures[0];
      parameters.service = 'curier';
      parameters.pools[0].pool = 'nimbus-shred';
      const channel = tinyChannel();
      scenario.countermeasures.push({
        ...channel,
        parameters: { ...channel.parameters, carrier: 'maper' },
      });
    });
    expect(Object.fromEntries(errors.map(({ path, nearest }) => [path, nearest]))).toEqual({
      stack: 'adaptive',
      'stacks[1].strategies[0].parameters.ledger': 'register',
      'stacks[3].strategies[0].parameters.scores.mtprot': 'mtproto',
      'facts[0].reported': 'gazette',
      'ledgers.register[0].reported': undefined,
      'countermeasures[0].parameters.service': 'courier',
      'countermeasures[0].parameters.pools[0].pool': 'nimbus-shared',
      'countermeasures[1].parameters.carrier': 'mapper',
    });
  });
  test('a world of no known id names the nearest', () => {
    const [error] = errorsOf(JSON.stringify(tinyScenario('russia-2081')));
    expect(error).toMatchObject({ path: 'world', nearest: 'russia-2018' });
  });
  test('what a technique needs is asked for', () => {
    const errors = paths((scenario) => {
      delete scenario.stacks[1].strategies[0].parameters.ledger;
      delete scenario.stacks[3].strategies[0].parameters.scores;
      const { parameters } = scenario.countermeasures[0];
      parameters.profile = 'web';
      const more = { service: 'courier', share: 0.6 };
      const other = { id: 'news-by-bank', technique: 'updateChannel', parameters: more };
      scenario.countermeasures.push(tinyChannel(), other);
    });
    expect(errors.sort()).toEqual([
      'countermeasures[0].parameters.profile',
      'countermeasures[2].parameters.share',
      'stacks[1].strategies[0].parameters.ledger',
      'stacks[3].strategies[0].parameters',
    ]);
  });
  test('a rule between parameters says what it found, also beside another mistake', () => {
    const point = { protocols: ['tls'], truePositiveRate: 0.9, falsePositiveRate: 0.1 };
    const problems = problemsAfter((scenario) => {
      const [classifier] = scenario.stacks[3].strategies;
      classifier.parameters.operatingPoint = point;
      classifier.parameters.capacity = 2;
      scenario.stacks[2].strategies.push({
        id: 'box',
        technique: 'flowClassifier',
        parameters: { treshold: 1 },
      });
      const [hopping] = scenario.countermeasures;
      hopping.parameters.hopDelayHours = -1;
      const pools = [{ pool: 'homenet', weight: 1 }];
      const parameters = { pools, patienceLowHours: 10, patienceHours: 5, moveHours: -1 };
      scenario.countermeasures.push({ id: 'moves', technique: 'migration', parameters });
    });
    expect(problems.map(({ path, found, expected }) => [path, found, expected]).sort()).toEqual([
      ['countermeasures[0].parameters.hopDelayHours', '-1', 'a number from 0 to 72'],
      ['countermeasures[1].parameters.moveHours', '-1', 'a number from 0 to 1000'],
      [
        'countermeasures[1].parameters.patienceLowHours',
        '10',
        'at most the most likely patience of 5',
      ],
      [
        'stacks[2].strategies[1].parameters',
        'none of them',
        'exactly one of scores, an operatingPoint and a preset',
      ],
      [
        'stacks[2].strategies[1].parameters.treshold',
        'the unknown key treshold',
        expect.stringContaining('threshold'),
      ],
      [
        'stacks[3].strategies[0].parameters',
        'scores and operatingPoint',
        'exactly one of scores, an operatingPoint and a preset',
      ],
      ['stacks[3].strategies[0].parameters.capacity', '2', 'a number from 0.05 to 1'],
    ]);
  });
  test('what only the world can tell names what would be right', () => {
    const [error, ...others] = problemsAfter(({ countermeasures: [hopping] }) => {
      hopping.parameters.profile = 'mesenger';
    });
    expect(others).toEqual([]);
    expect(error).toEqual({
      path: 'countermeasures[0].parameters.profile',
      found: '"mesenger"',
      expected: 'a profile of a placement of the service: messenger',
      nearest: 'messenger',
    });
  });
  test('nothing is moved by two countermeasures', () => {
    const rivals = (first: object, second: object) =>
      problemsAfter((scenario) => {
        const [hopping] = scenario.countermeasures;
        const { world } = scenario;
        // Courier's second placement looks like the web; so each profile moves one of the two.
        world.services[0].placements[1].profile = 'web';
        const own = (id: string, changes: object) => ({
          ...hopping,
          id,
          parameters: { ...hopping.parameters, ...changes },
        });
        scenario.countermeasures = [own('first', first), own('second', second)];
      }).map(({ path, expected }) => [path, expected]);
    const web = { profile: 'web' };
    expect(rivals(web, { profile: 'messenger' })).toEqual([]);
    expect(rivals({}, { service: 'bank' })).toEqual([]);
    expect(rivals(web, {})).toEqual([
      [
        'countermeasures[1].parameters.service',
        'a service of which the countermeasure first moves nothing',
      ],
    ]);
    for (const first of [{}, web]) {
      expect(rivals(first, web)).toEqual([
        [
          'countermeasures[1].parameters.profile',
          'a profile of which the countermeasure first moves nothing',
        ],
      ]);
    }
  });
  test('ids stand once; low is not above high', () => {
    const errors = paths((scenario) => {
      scenario.stacks[0].id = 'dpi';
      scenario.stacks[2].strategies.push(scenario.stacks[2].strategies[0]);
      scenario.facts[0].low = 385;
    });
    expect(errors.sort()).toEqual(['facts[0].high', 'stacks[2].strategies[1].id', 'stacks[3].id']);
  });
  test('a published figure lies within what is accepted beside it', () => {
    const withFact = (low: number, value: number, high: number) =>
      paths((scenario) => Object.assign(scenario.facts[0], { low, value, high }));
    expect(withFact(1, 1, 2)).toEqual([]);
    expect(withFact(2, 1, 3)).toEqual(['facts[0].value']);
    expect(withFact(1, 3, 2)).toEqual(['facts[0].high']);
  });
});

describe('dates', () => {
  test('that do not exist are offered the form', () => {
    const errors = problemsAfter((scenario) => {
      scenario.period.to = '2018-04-31T00:00+03:00';
      scenario.facts[0].at = '2018-04-17';
      scenario.ledgers.register[0].from = 'yesterday';
    });
    expect(errors.map(({ path, nearest }) => [path, nearest]).sort()).toEqual([
      ['facts[0].at', '2018-04-17T00:00Z'],
      ['ledgers.register[0].from', undefined],
      ['period.to', undefined],
    ]);
    expect(errors[0]?.expected).toContain('2018-04-16T20:15+03:00');
  });
  test('outside the period are refused; an entry may outlast it', () => {
    const errors = paths((scenario) => {
      scenario.facts[0].at = '2018-04-19T00:00+03:00';
      scenario.ledgers.register[0].from = '2018-04-15T23:59+03:00';
      scenario.ledgers.register[1].until = '2019-01-01T00:00Z';
      scenario.ledgers.register[2].until = '2018-04-17T06:00+03:00';
      scenario.stacks[2].strategies[0].window = {
        from: '2018-04-15T00:00Z',
        to: '2018-04-19T00:01+03:00',
      };
      scenario.stacks[3].strategies[0].window = {
        from: '2018-04-17T00:00Z',
        to: '2018-04-16T22:00Z',
      };
    });
    expect(errors.sort()).toEqual([
      'facts[0].at',
      'ledgers.register[0].from',
      'ledgers.register[2].until',
      'stacks[2].strategies[0].window.from',
      'stacks[2].strategies[0].window.to',
      'stacks[3].strategies[0].window.to',
    ]);
  });
  test('a period runs forward and is not endless', () => {
    const reversed = problemsAfter((scenario) => {
      const { from, to } = scenario.period;
      scenario.period = { from: to, to: from };
      scenario.opensAt = '2018-04-17T00:00+03:00';
    });
    // Register, fact and opening lie where they did: only the cause is told.
    expect(reversed).toEqual([
      {
        path: 'period.to',
        found: '"2018-04-16T00:00+03:00"',
        expected: 'a moment after 2018-04-19T00:00+03:00, with which the period begins',
      },
    ]);
    const [error] = problemsAfter((scenario) => {
      scenario.period.to = '2020-08-01T00:00+03:00';
    });
    expect(error).toMatchObject({ path: 'period.to' });
    expect(error?.expected).toContain('at most 20000 ticks');
  });
  test('are outside of no period that cannot be read', () => {
    for (const end of ['from', 'to']) {
      const errors = paths((scenario) => {
        scenario.period[end] = 'soon';
        scenario.facts[0].at = '2030-01-01T00:00Z';
        scenario.ledgers.register[0].from = '2001-01-01T00:00Z';
      });
      expect(errors).toEqual([`period.${end}`]);
    }
  });
  test('ticks must fill the period: the last one would reach beyond its end', () => {
    for (const [tickHours, isRight] of [
      [5, false],
      [0.7, false],
      [0.25, true],
      [24, true],
    ]) {
      const problems = problemsAfter((scenario) => {
        scenario.tickHours = tickHours;
        scenario.countermeasures = [];
      });
      const expected = 'hours that divide the period of 72 h';
      const complaint = { path: 'tickHours', found: `${tickHours}`, expected };
      expect(problems).toEqual(isRight ? [] : [complaint]);
    }
  });
});

describe('hostile input', () => {
  test('a huge number and the keys of JavaScript are refused wherever they stand', () => {
    const text = JSON.stringify(plainScenario())
      .replace('"seed":7', '"seed":1e400')
      .replace('"sources":{}', '"sources":{"__proto__":{"title":"x"}}')
      .replace('"mix":{"tls":1}', '"mix":{"tls":1,"constructor":0.5}')
      .replace('"scores":{', '"scores":{"prototype":{"mean":-1e999,"deviation":1},');
    const errors = errorsOf(text);
    expect(errors.map(({ path, found }) => `${path}: ${found}`)).toEqual(
      expect.arrayContaining([
        'seed: a number too large to hold',
        'sources.__proto__: the key __proto__',
        'world.profiles[0].mix.constructor: the key constructor',
        'stacks[3].strategies[0].parameters.scores.prototype: the key prototype',
      ]),
    );
    expect(({} as Spoilt).title).toBeUndefined();
  });
  test('ids that every object of JavaScript has as a key are refused, whatever they name', () => {
    for (const id of ['constructor', 'prototype', '__proto__', 'toString', 'hasOwnProperty']) {
      const problems = problemsAfter((scenario) => {
        scenario.world.protocols[0].id = id;
        scenario.stacks[0].id = id;
      });
      const expected = 'another id; this one means something to JavaScript';
      for (const path of ['world.protocols[0].id', 'stacks[0].id']) {
        expect(problems).toContainEqual({ path, found: `"${id}"`, expected });
      }
    }
  });
  test('deep, long and wide texts are refused without delay', () => {
    const from = performance.now();
    const deep = `{"world":${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}}`;
    expect(errorsOf(deep)[0]?.expected).toContain('64 levels');
    expect(errorsOf(`"${'x'.repeat(20_000_001)}"`)[0]?.expected).toBe(
      'at most 20000000 characters',
    );
    const wide = errorsOf(`{"kind":"scenario","stacks":[${'1,'.repeat(2_000_000)}1]}`);
    expect(wide.map(({ expected }) => expected)).toContain('at most 500000 values');
    expect(
      errorsOf(`{"kind":"scenario","stacks":[${'1,'.repeat(300_000)}1]}`).length,
    ).toBeGreaterThan(0);
    expect(performance.now() - from).toBeLessThan(10_000);
  }, 20_000);
  test('at most 200 problems are listed and the rest counted', () => {
    const reading = read(
      JSON.stringify({ ...plainScenario(), stacks: Array.from({ length: 900 }, () => 1) }),
    );
    if (reading.ok) throw new Error('not refused');
    expect(reading.errors).toHaveLength(200);
    // 900 stacks that are none, the chosen stack among them: there is no id that it could name.
    expect(reading.errors.length + reading.more).toBe(901);
  });
  test('values are shown short, on one line, without characters that cannot be seen', () => {
    const [error] = problemsAfter((scenario) => {
      scenario.stack = `<img src=x>\u202e\u001b[31m\n${'y'.repeat(5000)}`;
    });
    expect(error?.found).toMatch(/^"<img src=x>\\u202e\\u001b\[31m\\ny+…"$/);
    expect(error?.found.length).toBeLessThan(90);
  });
  test.each([
    ['null', 'null'],
    ['7', '7'],
    ['"x"', '"x"'],
    ['[]', 'an empty list'],
    ['[[], 1]', 'a list of 2'],
    ['{}', 'an empty object'],
    ['{"world":[]}', 'an object with world'],
    [
      '{"name":"a","version":"1.0.0","scripts":{},"type":"module","x":1}',
      'an object with name, version, scripts, type, …',
    ],
    ['{"kind":"youtube#video","id":"a"}', 'an object of the kind "youtube#video"'],
    ['{"kind":"world","id":"tiny"}', 'a world'],
  ])('the JSON %s is no scenario, and told so once', (text, found) => {
    expect(errorsOf(text)).toEqual([
      {
        path: '',
        found,
        expected:
          'a scenario: an object with kind "scenario", id, title, summary, world, period, stack, stacks',
      },
    ]);
  });
  test('what has the keys of a scenario is told what is wrong with them, its kind among it', () => {
    expect(errorsOf('{"world":{},"stacks":{}}').length).toBeGreaterThan(2);
    const errors = problemsAfter((scenario) => {
      scenario.kind = 'scenaro';
    });
    expect(errors).toEqual([
      { path: 'kind', found: '"scenaro"', expected: 'scenario', nearest: 'scenario' },
    ]);
  });
});
