// Runs a question on demand: the button, how far it is, how to stop it, and what the answer is about.
import { count } from '../../scenario/words.ts';
import { type Answer, type Desk, useIsOutdated } from '../../store/studyDesk.ts';

interface RunBarProps<Q, R> {
  readonly desk: Desk<Q, R>;
  readonly question: Q;
  /** How many runs the question takes, or about how many. */
  readonly runs: number;
  /** Asks the same with twice as many runs. */
  readonly onMore: () => void;
  /** Paths of edits that make no difference to the answer. */
  readonly besides?: readonly string[];
}

export function RunBar<Q, R>({ desk, question, runs, onMore, besides }: RunBarProps<Q, R>) {
  const { progress, answer, trouble } = desk.use();
  const isOutdated = useIsOutdated(answer, besides);
  const isOther = answer !== undefined && !isSame(answer.question, question);
  const isCurrent = answer !== undefined && !isOutdated && !isOther;
  const act = progress ? desk.cancel : isCurrent ? onMore : () => desk.ask(question);
  const status = trouble ?? (isCurrent ? tookInWords(answer) : `About ${count(runs)} runs.`);
  return (
    <div className="sure-bar">
      {/* One button throughout, so that the keyboard stays on it; a double click does not run and cancel. */}
      <button
        type="button"
        className="button sure-run"
        onClick={(event) => event.detail < 2 && act()}
      >
        {progress ? 'Cancel' : isCurrent ? 'Twice as many runs' : answer ? 'Run again' : 'Run'}
      </button>
      {progress && <Progress {...progress} />}
      <p className="small soft" role="status">
        {progress ? '' : status}
      </p>
      {answer && !isCurrent && (
        <p className="sure-outdated small">
          The answer below is for other settings{isOutdated ? ' of the page' : ''} than now.
        </p>
      )}
    </div>
  );
}

function Progress({ done, asked }: { done: number; asked: number }) {
  return (
    <>
      <progress className="sure-progress" aria-label="Runs done" value={done} max={asked || 1} />
      <span className="small soft">
        {count(done)} of {count(asked)} runs
      </span>
    </>
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function tookInWords({ runs, milliseconds }: Answer<unknown, unknown>): string {
  return `${count(runs)} ${runs === 1 ? 'run' : 'runs'} in ${(milliseconds / 1000).toFixed(1)} s. Simulated.`;
}
