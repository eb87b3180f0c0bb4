// The chosen mark of the timeline in words: beside what the model says, with where it comes from.
import type { Run } from '../../model/index.ts';
import { dateInWords } from '../../scenario/dateWords.ts';
import { whereFrom } from '../../scenario/whereFrom.ts';
import { usePage } from '../../store/state.ts';
import { OriginNote } from '../OriginNote.tsx';
import { languageOf, toldInWords } from './factWords.ts';
import type { Told } from './layout.ts';

export function FactNote({
  run,
  told,
  place,
}: {
  run: Run;
  told: Told | undefined;
  /** Which of how many that lie together. */
  place: { readonly index: number; readonly of: number };
}) {
  const language = usePage((page) => page.language);
  if (!told) {
    return (
      <p className="timeline-note small soft">
        {run.scenario.facts.length + run.scenario.story.length > 0 &&
          'Circles are reported figures, notches reported events: choose one. '}
        Lines are simulated.
      </p>
    );
  }
  const shown = languageOf(told, language);
  return (
    <p className="timeline-note small" role="status">
      <span lang={shown}>
        <strong>{dateInWords(shown, told.at)}.</strong> {toldInWords(run, told, shown)}
      </span>{' '}
      <OriginNote origin={whereFrom(run.scenario, told)} />
      {place.of > 1 && (
        <span className="soft">
          {` (${place.index + 1} of ${place.of} here; choose again for the ${place.index + 1 < place.of ? 'next' : 'first'})`}
        </span>
      )}
    </p>
  );
}
