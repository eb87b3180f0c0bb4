// What every scenario that comes with the program tells: its texts in both languages, its sources, its checks.
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type LocalText, run, type Scenario } from '../../src/model/index.ts';
import { listScenarios, loadScenario } from '../../src/scenario/catalogue.ts';
import { factRows } from '../../src/scenario/factRows.ts';

/** How many checks all scenarios have together, at the least. */
const fewestChecks = 40;

const longestTitle = 70;
const mostWords = 40;

async function loaded(id: string): Promise<Scenario> {
  const reading = await loadScenario(id);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

describe.each(listScenarios())('the scenario %s', (id) => {
  describe.each(LANGUAGES)('in the language %s', (language) => {
    const written = (texts: readonly (LocalText | undefined)[]) =>
      texts.map((text) => text?.[language] ?? '');

    test('has a short title and a summary of forty words at most', async () => {
      const { title, summary } = await loaded(id);
      const [shortTitle = '', words = ''] = written([title, summary]);
      expect(shortTitle).not.toBe('');
      expect(shortTitle.length).toBeLessThanOrEqual(longestTitle);
      expect(words).not.toBe('');
      expect(words.split(/\s+/).length).toBeLessThanOrEqual(mostWords);
    });

    test('tells a story in three dated steps or more, each with its title, and its note where it has one', async () => {
      const { story } = await loaded(id);
      expect(story.length).toBeGreaterThanOrEqual(3);
      expect(written(story.map(({ title }) => title))).not.toContain('');
      const notes = story.flatMap(({ note }) => (note ? [note] : []));
      expect(written(notes)).not.toContain('');
    });

    test('answers exactly three questions, and says of two things or more that it cannot', async () => {
      const { questions, limits } = await loaded(id);
      expect(questions).toHaveLength(3);
      expect(limits.length).toBeGreaterThanOrEqual(2);
      expect(written([...questions, ...limits])).not.toContain('');
    });
  });

  test('names sources that exist, with a title and a date', async () => {
    const { world, sources, ...told } = await loaded(id);
    const known = { ...world.sources, ...sources };
    const undated = reportedIn(told).filter(
      (source) => !known[source]?.title || !known[source].date,
    );
    expect([...new Set(undated)]).toEqual([]);
  });

  test('gives a fact the id of a step of the story only where both tell of one event: of one day, by one source', async () => {
    const { story, facts } = await loaded(id);
    for (const { id: shared, at, reported } of facts) {
      const step = story.find((one) => one.id === shared);
      if (step)
        expect([shared, step.at.slice(0, 10), step.reported]).toEqual([
          shared,
          at.slice(0, 10),
          reported,
        ]);
    }
  });

  test('gives a reason for every figure that the model comes out outside of', {
    timeout: 120_000,
  }, async () => {
    const scenario = await loaded(id);
    const rows = factRows(scenario, (stack) => run({ ...scenario, stack }));
    const silent = rows.filter(({ isWithin, fact }) => isWithin === false && !fact.why);
    expect(silent.map(({ fact }) => fact.id)).toEqual([]);
  });
});

/** One term for one thing in Russian, whichever scenario tells of it: what is not said, and what is. */
const terms: readonly (readonly [not: RegExp, but: string])[] = [
  [/стационарн/i, 'фиксированные подключения'],
  [/домашн\S+ сет/i, 'домашний интернет'],
  [/входн\S+ адрес/i, 'фронтенд-серверы'],
  [/отметк/i, 'порог'],
  [/пуши/i, 'push-уведомления'],
  [/час не\s?извест/i, 'точное время неизвестно'],
  [/(?:день|час) предположительн/i, 'дата условная, время условное'],
  [/догадк/i, 'предположение'],
  [/ КБ(?!\S)/, 'килобайт'],
];

test('Russian texts have one term for one thing, and titles write a year out', async () => {
  const scenarios = await Promise.all(listScenarios().map(loaded));
  const texts = scenarios.flatMap(({ id, title, summary, story, questions, limits }) =>
    [title, summary, ...story.flatMap((step) => [step.title, step.note]), ...questions, ...limits]
      .flatMap((text) => text?.ru ?? [])
      .map((text) => ({ id, text })),
  );
  expect(texts.length).toBeGreaterThan(300);
  const wrong = texts.flatMap(({ id, text }) =>
    terms.filter(([not]) => not.test(text)).map(([, but]) => `${id}: ${but}: ${text}`),
  );
  expect(wrong).toEqual([]);
  const titles = scenarios.map(({ title }) => title.ru ?? '').filter((text) => /\d{4}/.test(text));
  expect(titles.filter((text) => !/\d{4} год(?:а|ы)?(?!\S)/.test(text.replace(':', '')))).toEqual(
    [],
  );
});

/** The ids of all sources that a value names. */
function reportedIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'reported' && typeof inner === 'string' ? [inner] : reportedIn(inner),
  );
}

test('all scenarios together hold the model to so many checks that it was not set by', async () => {
  const scenarios = await Promise.all(listScenarios().map(loaded));
  const checks = scenarios.flatMap(({ facts }) => facts.filter(({ role }) => role === 'check'));
  expect(checks.length).toBeGreaterThanOrEqual(fewestChecks);
});
