// `overblock new`: a scenario of one's own, begun as a copy of another one.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listScenarios, scenarioText } from '../scenario/catalogue.ts';
import { copyScenario } from '../scenario/copyScenario.ts';
import { showText } from '../scenario/place.ts';
import { peek, readScenario } from '../scenario/readScenario.ts';
import { BadInput, linesOf } from './badInput.ts';
import type { Command } from './command.ts';
import { orBadInput } from './fileAccess.ts';
import { openScenario, readText, shelfBeside } from './openScenario.ts';

export const newCommand: Command = {
  name: 'new',
  summary: 'Begins a scenario of your own as a copy of another one.',
  words: '<id> --from <scenario>',
  options: {
    from: { value: 'SCENARIO', help: 'The id or file of the scenario to begin with' },
    out: { value: 'FILE', help: 'Where to write it; <id>.json here unless given' },
  },
  keepsOut: true,
  more: `The copy refers to the same world by its id and keeps what the scenario changes of it. A file
that exists is never overwritten. In the folder scenarios/ of the program it appears in the page's menu
and in \`list\`; anywhere else \`run\`, \`check\` and \`validate\` take it by its name, and the page opens
it when it is dropped there. scenarios/README.md explains the fields in their order.

Examples:
  overblock new my-first --from april-2018
  overblock new my-first --from sandbox --out scenarios/my-first.json`,
  async run(given) {
    const [id, ...others] = given.words;
    const from = given.last('from');
    if (id === undefined || others.length > 0) {
      throw new BadInput(`new: found ${given.words.length} ids, expected one, of the new scenario`);
    }
    if (from === undefined) throw new BadInput('--from: found nothing, expected a scenario');
    if (listScenarios().includes(id)) {
      throw new BadInput(
        `new: found ${showText(id)}, which comes with the program, expected an id that none in \`list\` has`,
      );
    }
    // What is wrong with the scenario itself is told as of any other one.
    await openScenario(from, given);
    const file = given.last('out') ?? `${id}.json`;
    const text = copyScenario((await scenarioText(from)) ?? readText(from), id, schemaFrom(file));
    const copy = readScenario(text, { ...(await shelfBeside(file, text)), file });
    if (!copy.ok) throw new BadInput(...linesOf(copy));
    keep(file, text);
    return nextSteps(file, from, peek(text).world);
  },
};

/** @throws BadInput when there is such a file already, or it cannot be written */
function keep(file: string, text: string): void {
  if (existsSync(file)) throw new BadInput(`--out: found the file ${file}, expected a new one`);
  orBadInput('--out', file, 'a file to write', () => writeFileSync(file, text, { flag: 'wx' }));
}

/** The way from a file to the schema that comes with the program; none where there is no such way. */
function schemaFrom(file: string): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'scenarios', 'schema.json'))) {
    if (folder === dirname(folder)) return undefined;
    folder = dirname(folder);
  }
  const way = relative(dirname(resolve(file)), join(folder, 'scenarios', 'schema.json'));
  const path = way.split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}

function nextSteps(file: string, from: string, world: string | undefined): string {
  const where = world === undefined ? 'with a world of its own' : `in the world ${world}`;
  return `${file}: a copy of ${from}, ${where}

What next:
  change it       an editor that knows JSON Schema completes the keys; scenarios/README.md explains them
  is it right?    npm run --silent overblock -- validate ${file}
  what happens?   npm run --silent overblock -- run ${file} --format table
  does it fit?    npm run --silent overblock -- check ${file}
  see it          drop the file on the page
`;
}
