// The program `overblock`. Exit code 0: done; 2: something given to it is wrong; 1: our own failure.
// Only the result goes to stdout.
import { nearestName } from '../scenario/nearestName.ts';
import { BadInput, complaint } from './badInput.ts';
import { checkCommand } from './check.ts';
import { type Command, helpOf, readArguments } from './command.ts';
import { compareCommand } from './compare.ts';
import { frontierCommand } from './frontier.ts';
import { listCommand } from './list.ts';
import { lookupCommand } from './lookup.ts';
import { newCommand } from './new.ts';
import { runCommand } from './run.ts';
import { sensitivityCommand } from './sensitivity.ts';
import { sweepCommand } from './sweep.ts';
import { validateCommand } from './validate.ts';
import { write } from './write.ts';

/** Set by vite.config.ts from package.json. */
declare const OVERBLOCK_VERSION: string;

const commands: readonly Command[] = [
  runCommand,
  compareCommand,
  sweepCommand,
  frontierCommand,
  sensitivityCommand,
  checkCommand,
  lookupCommand,
  listCommand,
  validateCommand,
  newCommand,
];

async function main(words: readonly string[]): Promise<void> {
  const [name, ...args] = words;
  if (name === undefined) throw new BadInput(overview());
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = commands.find((command) => command.name === args[0]);
    await write(`${asked ? helpOf(asked) : overview()}\n`, undefined);
    return;
  }
  if (name === '--version') return write(`${OVERBLOCK_VERSION}\n`, undefined);
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const known = commands.map((one) => one.name);
    const expected = `one of ${known.join(', ')}`;
    throw new BadInput(complaint(name, expected, nearestName(name, known)));
  }
  if (args.includes('--help') || args.includes('-h'))
    return write(`${helpOf(command)}\n`, undefined);
  const given = readArguments(command, args);
  await write(await command.run(given), command.keepsOut ? undefined : given.last('out'));
}

function overview(): string {
  const rows = commands.map((command) => `  ${command.name.padEnd(11)} ${command.summary}`);
  return [
    'Usage: overblock <command> [options]',
    '',
    'The collateral damage of Internet blocking: how much of its target a strategy stops, and how',
    'much else it hits.',
    '',
    ...rows,
    '',
    'Each command tells more with --help; --version prints the version. Exit code 0: done; 2: wrong input; 1: our own failure.',
  ].join('\n');
}

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  console.error(`The result could not be written: ${error.message}`);
  process.exit(1);
});

// Nor is one that no longer listens to what is said beside it: the result may still have its reader.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof BadInput) {
    for (const line of error.lines) console.error(line);
    process.exitCode = 2;
  } else {
    console.error('overblock failed; this is a mistake of the program, not of what you gave it:');
    console.error(error);
    process.exitCode = 1;
  }
}
