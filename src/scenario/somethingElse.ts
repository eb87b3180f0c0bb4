// A file that is no scenario at all is told so once, and not key by key.
import { scenarioSchema } from '../model/index.ts';
import { isRecord, showText } from './place.ts';
import { showValue } from './problem.ts';
import { describeSchema } from './schemaWords.ts';

/** Two of these are enough to take a file for a scenario that has its kind wrong. */
const telling = ['world', 'period', 'stack', 'stacks'];

/** What plain data is, in words, when it is not meant to be a scenario; undefined when it may be one. */
export function somethingElse(value: unknown): string | undefined {
  if (!isRecord(value)) return showValue(value);
  const { kind } = value;
  if (kind === 'scenario') return undefined;
  if (kind === 'world') return 'a world';
  const known = telling.filter((key) => Object.hasOwn(value, key));
  if (known.length >= 2) return undefined;
  return typeof kind === 'string' ? `an object of the kind ${showText(kind)}` : showValue(value);
}

/** What was expected instead. */
export function scenarioInWords(): string {
  return `a scenario: ${describeSchema(scenarioSchema).replace(' kind,', ' kind "scenario",')}`;
}
