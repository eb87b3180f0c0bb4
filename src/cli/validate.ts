// `overblock validate`: is a file right, and if not, everything that is wrong with it.
import { listScenarios, loadScenario } from '../scenario/catalogue.ts';
import { describeProblem } from '../scenario/problem.ts';
import { peek, readWorld } from '../scenario/readScenario.ts';
import { BadInput, linesOf } from './badInput.ts';
import { type Arguments, type Command, oneOfNames } from './command.ts';
import { figuresJson, figuresTable } from './figures.ts';
import { openScenario, readFile, readText } from './openScenario.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary:
    'Checks scenario and world files, or scenarios that come with the program; exit code 2 when one of them is wrong.',
  words: '<files or ids…>',
  options: {
    figures: {
      help: 'Count what was reported, derived and assumed; of all scenarios without a name',
    },
    format: { value: 'FORMAT', help: 'table (default) or json; with --figures only' },
  },
  more: `Each problem is a line on stderr: file, path, what was found, what was expected, and the known
name that may have been meant. A world that a scenario names is checked too: from worlds/ beside
the file, else one that comes with the program.

--figures counts for each scenario, and for its world with the changes of the scenario, how many figures
were reported (by a source that is named), derived (it says how) and assumed (it says why), and names
those that say nothing. A parameter that is left at its default needs no word of the scenario:
src/model/PARAMETERS.md has it.

Examples:
  overblock validate my.json scenarios/worlds/russia-2018.json
  overblock validate --figures april-2018`,
  async run(given) {
    const { words } = given;
    if (given.all('figures').length > 0) return figuresOf(given);
    if (given.last('format') !== undefined) {
      throw new BadInput('--format: found without --figures, expected both');
    }
    if (words.length === 0)
      throw new BadInput('validate: found no file or id, expected one or more');
    const good: string[] = [];
    const bad: string[] = [];
    for (const file of words) {
      const lines = await problemsOf(file);
      if (lines.length === 0) good.push(`${file}: right\n`);
      bad.push(...lines);
    }
    if (bad.length === 0) return good.join('');
    process.stdout.write(good.join(''));
    throw new BadInput(...bad);
  },
};

async function figuresOf(given: Arguments): Promise<string> {
  const format = oneOfNames('format', given.last('format') ?? 'table', ['table', 'json']);
  const names = given.words.length > 0 ? given.words : listScenarios();
  const scenarios = await Promise.all(names.map((name) => openScenario(name, given)));
  return format === 'json' ? figuresJson(scenarios) : figuresTable(scenarios);
}

async function problemsOf(file: string): Promise<string[]> {
  try {
    if (listScenarios().includes(file)) {
      const shipped = await loadScenario(file);
      return shipped.ok ? [] : linesOf(shipped);
    }
    const text = readText(file);
    const { kind, other } = peek(text);
    if (kind !== 'world' && other !== undefined) {
      const expected = 'a scenario or a world: an object with kind "scenario" or kind "world"';
      return [describeProblem({ file, path: '', found: other, expected })];
    }
    const reading = kind === 'world' ? readWorld(text, file) : await readFile(file);
    return reading.ok ? [] : linesOf(reading);
  } catch (error) {
    if (error instanceof BadInput) return [...error.lines];
    throw error;
  }
}
