// A file of the first format, written out as it was then, opens as it did; damaged ones never throw.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/scenario/migrate.ts';
import { ProblemList } from '../../src/scenario/problem.ts';
import { atKeys } from '../../src/scenario/readJson.ts';
import { readScenario } from '../../src/scenario/readScenario.ts';
import { tinyScenario, tinyWorld } from '../tinyWorld.ts';
import { tinyShelf } from './tinyShelf.ts';

/** A scenario of the first format: no version, plain texts, events among the facts. */
function firstFormat() {
  const { version, story, questions, limits, ...rest } = tinyScenario();
  const event = { id: 'began', at: '2018-04-16T10:00+03:00', role: 'story', reported: 'gazette' };
  return {
    ...rest,
    title: 'Three days',
    summary: 'As it was written then.',
    facts: [{ ...event, title: 'It began', note: 'At ten.' }, ...rest.facts],
  };
}

describe('the first format', () => {
  test('is read: texts become English ones, events steps of the story, figures stay facts', () => {
    const reading = readScenario(JSON.stringify(firstFormat()), tinyShelf);
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const { version, title, summary, story, facts } = reading.scenario;
    expect({ version, title, summary }).toEqual({
      version: 2,
      title: { en: 'Three days' },
      summary: { en: 'As it was written then.' },
    });
    expect(story).toEqual([
      {
        id: 'began',
        at: '2018-04-16T10:00+03:00',
        title: { en: 'It began' },
        note: { en: 'At ten.' },
        reported: 'gazette',
      },
    ]);
    expect(facts).toEqual(tinyScenario().facts);
  });

  test('knows calls by ranges where today’s knows them by pattern and ranges', () => {
    const calls = (by: string) => ({
      id: 'calls',
      technique: 'callRestriction',
      parameters: { by, ranges: ['192.0.2.0/24'], voice: ['tls'] },
    });
    const old = firstFormat();
    const [none, ...others] = old.stacks;
    const strategies = [calls('ranges'), { ...calls('pattern'), id: 'other' }];
    const stacks = [{ ...none!, strategies }, ...others];
    const waysOf = (file: object) => {
      const reading = readScenario(JSON.stringify(file), tinyShelf);
      if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
      return reading.scenario.stacks[0]!.strategies.map(({ parameters }) => parameters.by);
    };
    expect(waysOf({ ...old, stacks })).toEqual(['pattern-and-ranges', 'pattern']);
    expect(waysOf({ ...tinyScenario(), stacks })).toEqual(['ranges', 'pattern']);
  });

  test('a figure that nothing is held against is told in the note of its step', () => {
    const firms = { id: 'firms', title: 'Firms hit', at: '2018-04-16T10:00+03:00', value: 400 };
    const facts = [{ ...firms, role: 'story', reported: 'gazette', note: 'By one count.' }];
    const reading = readScenario(JSON.stringify({ ...firstFormat(), facts }), tinyShelf);
    expect(reading.ok && reading.scenario.story.map(({ note }) => note)).toEqual([
      { en: 'By one count. Reported: 400.' },
    ]);
  });

  test('what is wrong stays wrong: a story that is no list, a world that names no kind', () => {
    const spoilt = { ...firstFormat(), story: 'abc' };
    const reading = readScenario(JSON.stringify(spoilt), tinyShelf);
    const paths = reading.ok ? [] : reading.errors.map(({ path }) => path);
    expect(paths).toContain('story');
    const world = { ...tinyWorld(), kind: undefined, version: undefined };
    const inline = readScenario(JSON.stringify({ ...firstFormat(), world }), tinyShelf);
    expect(inline.ok ? [] : inline.errors.map(({ path }) => path)).toEqual(['world.kind']);
  });

  describe('tells what is wrong where it stands in the file', () => {
    const errorsOf = (file: object) => {
      const reading = readScenario(JSON.stringify(file), { ...tinyShelf, file: 'old.json' });
      return reading.ok ? [] : reading.errors;
    };
    const long = 'x'.repeat(2001);
    const [event, ...figures] = firstFormat().facts;

    test('texts that have become texts by language', () => {
      const errors = errorsOf({ ...firstFormat(), title: '', summary: long });
      expect(errors.map(({ path }) => path).sort()).toEqual(['summary', 'title']);
    });

    test('events and figures, each under its number among the facts', () => {
      const facts = [
        { ...event, id: 'first' },
        { ...figures[0], metric: 'listedAdresses' },
        { ...event, id: 'second', at: 'noon', note: long },
        { ...event, id: 'third', reported: 'gazete', title: '' },
        { ...figures[0], id: 'last', value: 'many' },
        { ...event, id: 'second' },
      ];
      const paths = errorsOf({ ...firstFormat(), facts }).map(({ path }) => path);
      expect(paths.sort()).toEqual([
        'facts[1].metric',
        'facts[2].at',
        'facts[2].note',
        'facts[3].reported',
        'facts[3].title',
        'facts[4].value',
        'facts[5].id',
      ]);
    });

    test('steps of a story that was there keep their numbers', () => {
      const step = { id: 'told', at: 'noon', title: { en: 'Told' }, reported: 'gazette' };
      const facts = [{ ...event, at: 'one' }, ...figures];
      const errors = errorsOf({ ...firstFormat(), story: [step], facts });
      expect(errors.map(({ path }) => path)).toEqual(['story[0].at', 'facts[0].at']);
    });

    test('and says so where it does not stand in the file', () => {
      const problems = new ProblemList();
      const { note: _, ...silent } = event as Record<string, unknown>;
      const firms = { ...silent, value: 400 };
      const root = { value: { ...firstFormat(), facts: [firms] }, path: '' };
      const today = migrate(root, problems) ?? root;
      problems.add(atKeys(today, ['story', 0, 'note', 'en']), 'something else');
      expect(problems.listed).toEqual([
        {
          path: 'story[0].note.en',
          found:
            '"Reported: 400.", which is not in the file: the program makes it of the figures of facts[0]',
          expected: 'something else',
        },
      ]);
    });

    test('a world of the same file, or of its own, is none of this', () => {
      const world = { ...tinyWorld(), title: 7, kind: 'scenario', version: undefined };
      const paths = errorsOf({ ...firstFormat(), title: '', world }).map(({ path }) => path);
      expect(paths.sort()).toEqual(['title', 'world.kind', 'world.title']);
    });
  });

  test('is told apart by its missing version: today’s format wants its texts by language', () => {
    const today = { ...firstFormat(), version: 2, facts: [] };
    const reading = readScenario(JSON.stringify(today), tinyShelf);
    expect(reading.ok ? [] : reading.errors.map(({ path }) => path)).toEqual(['title', 'summary']);
  });

  test('a version of the future is refused with what this program reads, and nothing else is said of it', () => {
    const later = { ...tinyScenario(), version: 3, title: 'Another form of text', stacks: {} };
    expect(readScenario(JSON.stringify(later), tinyShelf)).toEqual({
      ok: false,
      more: 0,
      errors: [
        { path: 'version', found: '3', expected: 'a version up to 2, which this program reads' },
      ],
    });
  });
});

test('anything at all may be handed in: migrating never throws, and twice is as once', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = migrate({ value, path: '' }, new ProblemList());
      if (once) expect(migrate(once, new ProblemList())?.value).toEqual(once.value);
    }),
  );
});
