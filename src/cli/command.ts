// What a command of the program is, and how its words are read.
import { parseArgs } from 'node:util';
import { nearestName } from '../scenario/nearestName.ts';
import { showText } from '../scenario/place.ts';
import { BadInput, complaint } from './badInput.ts';
import type { Result } from './write.ts';

export interface CommandOption {
  /** What stands for the value in the help, such as `ID`; without it the option takes none. */
  readonly value?: string;
  readonly help: string;
  readonly many?: boolean;
}

export interface Arguments {
  readonly words: readonly string[];
  /** The values of an option in the order given; empty when it was not given. */
  all(option: string): readonly string[];
  /** The last value of an option. */
  last(option: string): string | undefined;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name, such as `<file or id>`. */
  readonly words: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** It writes the file of `--out` itself; what it gives goes to stdout. */
  readonly keepsOut?: true;
  /** Further lines of help. */
  readonly more: string;
  /** Gives what goes to stdout, or into the file that is asked for. */
  run(given: Arguments): Promise<Result>;
}

/** @throws BadInput on an unknown option, or one without its value */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const { options } = command;
  const { tokens, positionals } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
      ]),
    ),
  });
  const given = new Map<string, string[]>();
  const wrong: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const before = given.get(token.name) ?? [];
    if (!option) wrong.push(unknownOption(command, token.rawName, token.name));
    else if (option.value === undefined && token.value !== undefined) {
      wrong.push(`${token.rawName}: found ${showText(token.value)}, expected no value`);
    } else if (option.value !== undefined && !isValue(token.value, token.inlineValue)) {
      wrong.push(`${token.rawName}: found nothing, expected ${option.value}`);
    } else if (before.length > 0 && !option.many) {
      wrong.push(`${token.rawName}: found twice, expected once`);
    }
    given.set(token.name, [...before, token.value ?? '']);
  }
  if (wrong.length > 0) throw new BadInput(...wrong);
  return {
    words: positionals,
    all: (option) => given.get(option) ?? [],
    last: (option) => given.get(option)?.at(-1),
  };
}

/** `--out --format` has forgotten the file; `--seed -1` has not forgotten the number. */
function isValue(value: string | undefined, isInline: boolean | undefined): value is string {
  return value !== undefined && (isInline === true || !/^-[^\d.]/.test(value));
}

function unknownOption(command: Command, raw: string, name: string): string {
  const known = Object.keys(command.options).map((option) => `--${option}`);
  const nearest = nearestName(`--${name}`, known);
  const meant = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return `${raw}: found an unknown option, expected one of ${known.join(', ')}${meant}`;
}

/** A whole number from `low` to `high`. @throws BadInput */
export function wholeNumber(option: string, text: string, low: number, high: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= low && number <= high) return number;
  const expected = `a whole number from ${low} to ${high}`;
  throw new BadInput(complaint(text, expected, undefined, `--${option}`));
}

/** One of some names. @throws BadInput */
export function oneOfNames<const T extends string>(
  option: string,
  text: string,
  names: readonly T[],
): T {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  const expected = `one of ${names.join(', ')}`;
  throw new BadInput(complaint(text, expected, nearestName(text, names), `--${option}`));
}

export function helpOf({ name, summary, words, options, more }: Command): string {
  const forms = Object.entries(options).map(
    ([option, { value, help }]) =>
      [`--${option}${value === undefined ? '' : ` ${value}`}`, help] as const,
  );
  const width = forms.reduce((most, [form]) => Math.max(most, form.length), 0);
  const rows = forms.map(([form, help]) => `  ${form.padEnd(width)}  ${help}`);
  const usage = `overblock ${name}${words === '' ? '' : ` ${words}`} [options]`;
  return [`Usage: ${usage}`, '', summary, '', 'Options:', ...rows, '', more].join('\n').trimEnd();
}
