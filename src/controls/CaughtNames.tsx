// Below the rules of a strategy that looks at names: what they mean in this world, name by name.
import type { Run } from '../model/index.ts';
import { namesCaughtBy } from '../scenario/caughtWords.ts';

export function CaughtNames({ run, id }: { run: Run; id: string }) {
  const caught = namesCaughtBy(run, id);
  if (!caught) return null;
  const { title, extent, rows, more } = caught;
  return (
    <section className="caught small" aria-label={title}>
      <h4>
        {title}: <span className="caught-extent">{extent}</span>
      </h4>
      <ul>
        {rows.map(({ name, owner, isTarget }) => (
          <li key={`${owner} ${name}`} className={isTarget ? 'caught-target' : undefined}>
            <span className="caught-name">{name}</span>{' '}
            <span className="soft">
              {owner}
              {isTarget && ', the target'}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">and {more} more</p>}
    </section>
  );
}
