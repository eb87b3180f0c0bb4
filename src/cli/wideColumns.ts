// Tables that are wider than a terminal: the columns go on in a further block below, row by row the same.
import process from 'node:process';
import { columns } from './columns.ts';

const GAP = 2;
/** Where nobody says how wide a line may be: in a file, or in a pipe. */
const usualWidth = 100;

/** Characters that a line of the output has room for. @param file where it goes instead of to stdout */
export function widthOfOutput(file: string | undefined): number {
  const { stdout } = process;
  return file === undefined && stdout.isTTY ? stdout.columns || usualWidth : usualWidth;
}

/**
 * Rows as lines, long words of the head on several; columns that find no room stand in blocks below, each with the labels again and an
 * empty line before it.
 * @param labels how many columns say what a row is about
 * @param together how many of the others stay side by side, such as a figure and its range
 */
export function wideColumns(
  [head = [], ...body]: readonly (readonly string[])[],
  toTheRight: readonly boolean[],
  { width, labels = 1, together }: { width: number; labels?: number; together: number },
): string[] {
  const heads = wrapped(head);
  const rows = [...heads, ...body];
  const widthOf = (column: number) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0);
  const roomFor = (group: readonly number[]) =>
    group.reduce((sum, column) => sum + widthOf(column) + GAP, 0);
  const numbers = toTheRight.map((_, column) => column);
  const label = numbers.slice(0, labels);
  const blocks: number[][] = [];
  let room = 0;
  for (let first = labels; first < numbers.length; first += together) {
    const group = numbers.slice(first, first + together);
    const block = blocks.at(-1);
    if (block && roomFor(group) <= room) block.push(...group);
    else {
      blocks.push([...label, ...group]);
      room = width + GAP - roomFor(label);
    }
    room -= roomFor(group);
  }
  return blocks.flatMap((block, index) => [
    ...(index > 0 ? [''] : []),
    ...columns(
      [...heads.filter((row) => block.some((column) => row[column] !== '')), ...body].map((row) =>
        block.map((column) => row[column] ?? ''),
      ),
      block.map((column) => toTheRight[column] ?? false),
    ),
  ]);
}

/** No line of a head is longer, unless one of its words is. */
const longestHead = 20;

/** One row as several, so that long titles stand on several lines, the last of each on the last. */
function wrapped(head: readonly string[]): string[][] {
  const cells = head.map((title) => {
    const lines = [''];
    for (const word of title.split(' ')) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (longer.length <= longestHead || lines.at(-1) === '') lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
  const height = Math.max(0, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    cells.map((lines) => lines[row - height + lines.length] ?? ''),
  );
}
