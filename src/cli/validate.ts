// `overblock validate`: is a file right, and if not, everything that is wrong with it.
import { listScenarios, loadScenario } from '../scenario/catalogue.ts';
import { peek, readWorld } from '../scenario/readScenario.ts';
import { BadInput, linesOf } from './badInput.ts';
import type { Command } from './command.ts';
import { readFile, readText } from './openScenario.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary:
    'Checks scenario and world files, or scenarios that come with the program; exit code 2 when one of them is wrong.',
  words: '<files or ids…>',
  options: {},
  more: `Each problem is a line on stderr: file, path, what was found, what was expected, and the known
name that may have been meant. A world that a scenario names is checked too: from worlds/ beside
the file, else one that comes with the program.`,
  async run({ words }) {
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

async function problemsOf(file: string): Promise<string[]> {
  try {
    if (listScenarios().includes(file)) {
      const shipped = await loadScenario(file);
      return shipped.ok ? [] : linesOf(shipped);
    }
    const text = readText(file);
    const reading = peek(text).kind === 'world' ? readWorld(text, file) : await readFile(file);
    return reading.ok ? [] : linesOf(reading);
  } catch (error) {
    if (error instanceof BadInput) return [...error.lines];
    throw error;
  }
}
