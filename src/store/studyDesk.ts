// Where a question of the page is asked and its answer kept: runs on demand only, one study at a time.
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Scenario, Study } from '../model/index.ts';
import type { Edit } from '../scenario/edits.ts';
import { type Crew, createCrew } from '../worker/crew.ts';
import { startStudyWorker, threadsOfStudies } from '../worker/studyThreads.ts';
import { usePage } from './state.ts';

export interface Answer<Q, R> {
  readonly question: Q;
  readonly result: R;
  readonly runs: number;
  readonly milliseconds: number;
  /** What it is about: later changes of the page do not touch it. */
  readonly scenario: Scenario;
  readonly base: Scenario | undefined;
  readonly edits: readonly Edit[];
}

export interface DeskState<Q, R> {
  /** Runs done and asked for, while the study is under way. */
  readonly progress: { readonly done: number; readonly asked: number } | undefined;
  /** The last answer; stays until there is a new one. */
  readonly answer: Answer<Q, R> | undefined;
  /** Why the last question has no answer, as a sentence. */
  readonly trouble: string | undefined;
}

export interface Desk<Q, R> {
  readonly use: UseBoundStore<StoreApi<DeskState<Q, R>>>;
  /** Asks of the scenario as it stands on the page. */
  ask(question: Q): Promise<void>;
  cancel(): void;
}

let crew: Crew | undefined;

/** @param studyOf what has to be run to answer a question; what it throws is shown as a sentence */
export function createDesk<Q, R>(
  studyOf: (scenario: Scenario, question: Q) => Study<R>,
): Desk<Q, R> {
  const empty = { progress: undefined, answer: undefined, trouble: undefined };
  const use = create<DeskState<Q, R>>(() => empty);
  let latest = 0;
  let isCancelled = false;

  async function ask(question: Q): Promise<void> {
    const { run, base, edits } = usePage.getState();
    if (!run) return;
    const mine = ++latest;
    const { scenario } = run;
    const from = performance.now();
    let runs = 0;
    isCancelled = false;
    use.setState({ progress: { done: 0, asked: 0 }, trouble: undefined });
    crew ??= createCrew(startStudyWorker, threadsOfStudies());
    const outcome = await crew.carryOut(scenario, studyOf(scenario, question), (done, asked) => {
      runs = done;
      if (mine === latest) use.setState({ progress: { done, asked } });
    });
    if (mine !== latest) return;
    const milliseconds = performance.now() - from;
    if (outcome.kind === 'done') {
      const { result } = outcome;
      const answer = { question, result, runs, milliseconds, scenario, base, edits };
      use.setState({ progress: undefined, answer });
    } else {
      const trouble =
        outcome.kind === 'failed'
          ? `It could not be worked out: ${outcome.reason}.`
          : `Stopped after ${runs} runs${isCancelled ? '' : ', because another question was asked'}.`;
      use.setState({ progress: undefined, trouble });
    }
  }

  function cancel(): void {
    isCancelled = true;
    crew?.stop();
  }

  // An answer outlives a slider that moves, but not the scenario.
  usePage.subscribe((page, before) => {
    if (page.base === before.base) return;
    if (use.getState().progress) crew?.stop();
    latest++;
    use.setState(empty);
  });

  return { use, ask, cancel };
}

/**
 * Whether an answer is about other settings than those on the page.
 * @param besides paths of edits that make no difference to the answer
 */
export function useIsOutdated(
  answer: Pick<Answer<unknown, unknown>, 'base' | 'edits'> | undefined,
  besides: readonly string[] = [],
): boolean {
  const base = usePage((page) => page.base);
  const edits = usePage((page) => page.edits);
  if (!answer) return false;
  return answer.base !== base || settingsKey(answer.edits, besides) !== settingsKey(edits, besides);
}

/** The same for the same values, in whatever order they were set. */
export function settingsKey(edits: readonly Edit[], besides: readonly string[] = []): string {
  const kept = edits.filter(({ path }) => !besides.includes(path));
  return JSON.stringify(kept.map(({ path, value }) => [path, value]).sort());
}
