// A scenario of one's own that begins as a copy: the file as it was written, so that its world stays an id
// and what differs from it stays apart. A checked scenario has both as one.
import { migrate } from './migrate.ts';
import { isRecord } from './place.ts';
import { ProblemList } from './problem.ts';

/**
 * The text of the copy, in the format of today.
 * @param text of a file that has been read and found right
 * @param schema where an editor finds the schema, seen from the copy; none where it cannot
 */
export function copyScenario(text: string, id: string, schema: string | undefined): string {
  const plain: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  const value = migrate({ value: plain, path: '' }, new ProblemList())?.value;
  if (!isRecord(value)) throw new Error('what was found right is no scenario');
  const { $schema: _, kind, version, id: __, title, ...rest } = value;
  const head = schema === undefined ? {} : { $schema: schema };
  const copy = { ...head, kind, version, id, title: titleOfCopy(title), ...rest };
  return `${JSON.stringify(copy, null, 2)}\n`;
}

function titleOfCopy(title: unknown): unknown {
  if (!isRecord(title)) return title;
  const { en, ru } = title;
  return { en: `${en} (copy)`, ...(ru !== undefined && { ru: `${ru} (копия)` }) };
}
