// What was reported at the time: marks over the drawing, and the chosen one in words with its source.
import { type KeyboardEvent, useRef } from 'react';
import type { Fact, Run } from '../../model/index.ts';
import { dayInWords, momentInWords } from '../../scenario/words.ts';
import { goToTick } from '../../store/playback.ts';
import { factInWords, sourceOfFact } from './factWords.ts';
import type { PlacedMark } from './layout.ts';

/**
 * The facts as buttons over the drawing, so that keyboard and screen readers meet them too. One of
 * them takes the Tab key; the arrow keys move among them. The pointer passes through them: the
 * drawing finds the nearest, because they would cover each other.
 */
export function FactMarks({
  marks,
  shown,
  onShow,
}: {
  marks: readonly PlacedMark[];
  shown: Fact | undefined;
  onShow: (fact: Fact) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const entry = Math.max(
    0,
    marks.findIndex(({ fact }) => fact.id === shown?.id),
  );
  const walk = (event: KeyboardEvent, index: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[index + step]?.focus();
  };
  return (
    <ul ref={list} aria-label="Reported at the time">
      {marks.map(({ fact, tick, x, y, kind }, index) => (
        <li key={fact.id}>
          <button
            type="button"
            className={`timeline-mark timeline-mark-${kind}`}
            style={{ left: x, top: y }}
            tabIndex={index === entry ? 0 : -1}
            aria-pressed={shown?.id === fact.id}
            onFocus={() => onShow(fact)}
            onKeyDown={(event) => walk(event, index)}
            onClick={() => {
              onShow(fact);
              goToTick(tick);
            }}
          >
            <span className="visually-hidden">{`${dayInWords(fact.at)}: ${fact.title}`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The fact in words, beside what the model says, with its source. */
export function FactNote({
  run,
  fact,
  place,
}: {
  run: Run;
  fact: Fact | undefined;
  /** Which of how many that lie together. */
  place: { readonly index: number; readonly of: number };
}) {
  if (!fact) {
    return (
      <p className="timeline-note small soft">
        {run.scenario.facts.length > 0 &&
          'Circles are reported figures, notches reported events: choose one. '}
        Lines are simulated.
      </p>
    );
  }
  const source = sourceOfFact(run, fact);
  return (
    <p className="timeline-note small" role="status">
      <strong>{momentInWords(fact.at)}.</strong> {factInWords(run, fact)}{' '}
      <span className="soft">
        Source:{' '}
        {source.url?.startsWith('http') ? (
          <a href={source.url} rel="noreferrer">
            {source.title}
          </a>
        ) : (
          source.title
        )}
        {place.of > 1 &&
          ` (${place.index + 1} of ${place.of} here; choose again for the ${place.index + 1 < place.of ? 'next' : 'first'})`}
      </span>
    </p>
  );
}
