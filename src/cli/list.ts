// `overblock list`: what comes with the program.
import { LANGUAGES, textIn } from '../model/index.ts';
import { describeScenarios, listWorlds } from '../scenario/catalogue.ts';
import { type Command, oneOfNames } from './command.ts';
import { wrapped } from './wrapped.ts';

const width = 100;

export const listCommand: Command = {
  name: 'list',
  summary: 'Lists the scenarios that come with the program, with their stacks, and the worlds.',
  words: '',
  options: {
    language: {
      value: 'LANGUAGE',
      help: 'Titles in en (default) or ru, where they are written in it',
    },
    format: {
      value: 'FORMAT',
      help: 'table (default), or json, which has all texts in both languages',
    },
  },
  more: `A stack is chosen with \`overblock run <id> --stack <stack>\`; the first is the one that the
scenario opens with. \`overblock check <id>\` sets the figures that were published beside the model's.`,
  async run(given) {
    const format = oneOfNames('format', given.last('format') ?? 'table', ['table', 'json']);
    const language = oneOfNames('language', given.last('language') ?? 'en', LANGUAGES);
    const scenarios = await describeScenarios();
    const worlds = listWorlds();
    if (format === 'json') return `${JSON.stringify({ scenarios, worlds }, null, 2)}\n`;
    const widest = scenarios.reduce((most, { id }) => Math.max(most, id.length), 0);
    const lines = scenarios.flatMap(({ id, title, stacks }) => [
      `${id.padEnd(widest)}  ${textIn(language, title)}`,
      ...wrapped(stacks.map((stack) => stack.id).join(', '), width, ' '.repeat(widest + 4)),
    ]);
    return `${lines.join('\n')}\n\nWorlds: ${worlds.join(', ')}\n`;
  },
};
