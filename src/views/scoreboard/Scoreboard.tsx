// The scoreboard: two figures in words and numbers, three below them, and whether the sums add up.
import type { Run } from '../../model/index.ts';
import { noBreak } from '../noBreak.ts';
import { TELEPHONE, useIsNarrow } from '../useIsNarrow.ts';
import { countInWords, type Score, type Scoreboard as Scores } from './layout.ts';
import './scoreboard.css';

export function Scoreboard({
  run,
  scores,
  isPlaying,
}: {
  run: Run;
  scores: Scores;
  /** While time runs the figures are not read out. */
  isPlaying: boolean;
}) {
  const { heroes, others, sentence } = scores;
  // There the picture must come into sight soon.
  const isTelephone = useIsNarrow(TELEPHONE);
  const more = (
    <dl className="scoreboard-others">
      {others.map(scoreTile)}
      <Books run={run} />
    </dl>
  );
  return (
    <section className="scoreboard" aria-label="Scoreboard">
      <p className="visually-hidden" aria-live={isPlaying ? 'off' : 'polite'}>
        {sentence}
      </p>
      <div>
        <dl className="scoreboard-heroes">{heroes.map(scoreTile)}</dl>
        <p className="scoreboard-unknown soft small">
          How far what is not known moves these figures: see “How sure is this?” below.
        </p>
      </div>
      {isTelephone ? (
        <details className="scoreboard-more">
          <summary>{others.map(countInWords).join(', ')}</summary>
          {more}
        </details>
      ) : (
        more
      )}
    </section>
  );
}

/** The range over seeds comes some seconds late: it is the last line, and its place is kept. */
function scoreTile({ id, figure, label, notes, chance }: Score) {
  return (
    <div key={id} className={`score score-${id}`}>
      <dt className="score-label">{noBreak(label)}</dt>
      <dd className="score-figure">{noBreak(figure)}</dd>
      <dd className="score-note soft small">
        {notes.map((note) => (
          <span key={note}>{noBreak(note)}</span>
        ))}
        <span className="score-chance">{noBreak(chance ?? '')}</span>
      </dd>
    </div>
  );
}

/** Conservation: demand = through + lost, in every cell and hour of this run. */
function Books({ run }: { run: Run }) {
  return (
    <div className={`score score-books ${run.balanced ? '' : 'score-books-wrong'}`}>
      <dt className="score-label">{run.balanced ? 'sums add up' : 'sums do not add up'}</dt>
      <dd className="score-figure" aria-hidden="true">
        {run.balanced ? '✓' : '✗'}
      </dd>
      <dd className="score-note soft small">
        {run.balanced
          ? 'a check: each session got through or is counted as lost'
          : 'a check: some sessions neither got through nor are counted as lost'}
      </dd>
    </div>
  );
}
