// What the page is and is not: simulated figures, with their sources and assumptions.
import { basisKind, type Run } from '../model/index.ts';
import { count } from '../scenario/words.ts';

export function Footer({ run }: { run: Run | undefined }) {
  return (
    <footer className="footer small soft">
      <p>
        Everything on this page that is not marked as reported is simulated.
        {run && ` ${basesInWords(run)}`} It teaches about blocking; it blocks nothing and evades
        nothing. Nothing is sent anywhere.
      </p>
    </footer>
  );
}

/** How many of the world's figures somebody published, and how many are assumed. */
function basesInWords({ scenario: { world } }: Run): string {
  const counts = { reported: 0, derived: 0, assumed: 0 };
  const figures = [
    ...world.services.flatMap(({ users, sessionsPerUserDay, placements }) => [
      users,
      sessionsPerUserDay,
      ...placements,
    ]),
    ...world.networks.flatMap(({ share, completeness, lagHours }) => [
      share,
      completeness,
      lagHours,
    ]),
    ...world.profiles,
    ...world.providers,
    world.diurnal,
  ];
  for (const figure of figures) counts[basisKind(figure)]++;
  return (
    `Of the world’s figures ${count(counts.reported)} are reported, ` +
    `${count(counts.derived)} derived and ${count(counts.assumed)} assumed; the file says which and why.`
  );
}
