// Finds the scenario that somebody names on the command line, and applies what they change of it.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { momentOfTick, type Plan, parseMoment, type Scenario, tickOf } from '../model/index.ts';
import { listScenarios, loadScenario, shelfFor } from '../scenario/catalogue.ts';
import { applyEdits, type Edit } from '../scenario/edits.ts';
import { nearestMoment } from '../scenario/moment.ts';
import { nearestName } from '../scenario/nearestName.ts';
import { showText } from '../scenario/place.ts';
import { type Reading, readScenario, type WorldShelf } from '../scenario/readScenario.ts';
import { oneOf } from '../scenario/schemaWords.ts';
import { valueOfText } from '../scenario/valueText.ts';
import { BadInput, complaint, linesOf } from './badInput.ts';
import { type Arguments, type CommandOption, wholeNumber } from './command.ts';

/** Options of every command that runs a scenario. */
export const scenarioOptions: Readonly<Record<string, CommandOption>> = {
  stack: { value: 'ID', help: 'The stack of strategies, instead of the one that the file chooses' },
  seed: { value: 'N', help: 'The seed, instead of the one of the file' },
  set: {
    value: 'PATH=VALUE',
    many: true,
    help: 'Change a value, such as strategies.hunt.prefixLength=12; may be repeated',
  },
  at: { value: 'TIME', help: 'A moment such as 2018-04-17T12:00+03:00; the end unless given' },
};

/** The checked scenario of a file or id, with the changes asked for. @throws BadInput */
export async function openScenario(nameOrFile: string, given: Arguments): Promise<Scenario> {
  const reading = await readNamed(nameOrFile);
  if (!reading.ok) throw new BadInput(...linesOf(reading));
  const edited = applyEdits(reading.scenario, editsOf(given));
  if (!edited.ok) throw new BadInput(...linesOf(edited));
  return edited.scenario;
}

async function readNamed(nameOrFile: string): Promise<Reading> {
  const known = listScenarios();
  if (known.includes(nameOrFile)) return loadScenario(nameOrFile);
  const looksLikeFile = /[\\/.]/.test(nameOrFile);
  const isFile = statSync(nameOrFile, { throwIfNoEntry: false })?.isFile() === true;
  if (isFile) return readFile(nameOrFile);
  const nearest = looksLikeFile ? undefined : nearestName(nameOrFile, known);
  const expected = looksLikeFile
    ? 'a file that exists'
    : `a file, or the id of a scenario: ${oneOf(known)}`;
  throw new BadInput(complaint(nameOrFile, expected, nearest));
}

/** A world may lie beside the scenario, in `worlds/`; else it is one that comes with the program. */
export async function readFile(file: string): Promise<Reading> {
  const text = readText(file);
  return readScenario(text, { ...(await shelfBeside(file, text)), file });
}

/** The worlds that a file may refer to: those beside it come first. */
export async function shelfBeside(file: string, text: string): Promise<WorldShelf> {
  const shipped = await shelfFor(text);
  const beside = (id: string) => join(dirname(file), 'worlds', `${id}.json`);
  const isBeside = (id: string) =>
    /^[\w-]+$/.test(id) && statSync(beside(id), { throwIfNoEntry: false })?.isFile() === true;
  return {
    knownWorlds: shipped.knownWorlds,
    worldText: (id) => (isBeside(id) ? readText(beside(id)) : shipped.worldText(id)),
    worldFile: (id) => (isBeside(id) ? beside(id) : (shipped.worldFile?.(id) ?? id)),
  };
}

/** @throws BadInput when the file cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BadInput(`${file}: there is no such file`);
    throw new BadInput(`${file}: found ${code ?? 'an error'}, expected a file that can be read`);
  }
}

function editsOf(given: Arguments): Edit[] {
  const edits: Edit[] = given.all('set').map((text) => {
    const [, path, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (path === undefined || value === undefined) {
      throw new BadInput(`--set: found ${showText(text)}, expected path=value`);
    }
    return { path, value: valueOfText(value) };
  });
  const stack = given.last('stack');
  const seed = given.last('seed');
  if (stack !== undefined) edits.push({ path: 'stack', value: stack });
  if (seed !== undefined) {
    edits.push({ path: 'seed', value: wholeNumber('seed', seed, 0, 4294967295) });
  }
  return edits;
}

/** The tick of `--at`; the last tick unless given. @throws BadInput */
export function tickOfOption(plan: Plan, given: Arguments): number {
  const text = given.last('at');
  if (text === undefined) return plan.ticks - 1;
  const moment = parseMoment(text);
  if (moment === undefined) {
    const expected = 'a moment such as 2018-04-16T20:15+03:00';
    throw new BadInput(complaint(text, expected, nearestMoment(text), '--at'));
  }
  const tick = tickOf(plan, moment);
  if (tick >= 0 && tick < plan.ticks) return tick;
  const [from, to] = [momentOfTick(plan, 0), momentOfTick(plan, plan.ticks)];
  throw new BadInput(`--at: found ${text}, expected a moment from ${from} to before ${to}`);
}
