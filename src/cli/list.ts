// `overblock list`: what comes with the program.
import { describeScenarios, listWorlds } from '../scenario/catalogue.ts';
import { type Command, oneOfNames } from './command.ts';

export const listCommand: Command = {
  name: 'list',
  summary: 'Lists the scenarios that come with the program, with their stacks, and the worlds.',
  words: '',
  options: { format: { value: 'FORMAT', help: 'table (default) or json' } },
  more: 'A stack is chosen with `overblock run <id> --stack <stack>`.',
  async run(given) {
    const format = oneOfNames('format', given.last('format') ?? 'table', ['table', 'json']);
    const scenarios = await describeScenarios();
    const worlds = listWorlds();
    if (format === 'json') return `${JSON.stringify({ scenarios, worlds }, null, 2)}\n`;
    const blocks = scenarios.map(({ id, title, summary, stacks }) => {
      const rows = stacks.map((stack) => `    --stack ${stack.id}: ${stack.title}`);
      return [id, `  ${title.en}`, `  ${summary.en}`, ...rows].join('\n');
    });
    return `${[...blocks, `Worlds: ${worlds.join(', ')}`].join('\n\n')}\n`;
  },
};
