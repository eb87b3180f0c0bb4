// The names that each strategy of a run catches, in columns.
import type { Run } from '../model/index.ts';
import { namesCaughtBy } from '../scenario/caughtWords.ts';
import { columns } from './columns.ts';

/** A block of lines for each strategy that looks at names: a heading, and the names with their owners. */
export function namesTables(run: Run): string[][] {
  return run.stack.flatMap(({ id, title }) => {
    const caught = namesCaughtBy(run, id);
    if (!caught) return [];
    const rows = caught.rows.map(({ name, owner, isTarget }) => [
      name,
      isTarget ? `${owner}, the target` : owner,
    ]);
    const head = `${caught.title}, ${title} (${id}): ${caught.extent}`;
    const rest = caught.more > 0 ? [`and ${caught.more} more`] : [];
    return rows.length === 0
      ? [[head, 'Of this world it catches none.']]
      : [[head, ...columns(rows, [false, false]), ...rest]];
  });
}
