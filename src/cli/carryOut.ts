// Carries a study out in the shell: runs what no file has yet, keeps it, counts on stderr.
import { resolve } from 'node:path';
import process from 'node:process';
import {
  createEvaluator,
  type Job,
  type Path,
  type Scenario,
  type Study,
  type Totals,
} from '../model/index.ts';
import { BadInput } from './badInput.ts';
import type { Arguments } from './command.ts';
import { type KeptRuns, openKeptRuns } from './keptRuns.ts';
import { type RowForm, rowForm } from './runRows.ts';
import type { Opened } from './studyOptions.ts';
import type { Result } from './write.ts';

/**
 * The result of a command: its runs as CSV, written as they come, or what `report` makes of the study.
 * @param paths what differs from run to run
 */
export function carryOut<R>(
  study: Study<R>,
  paths: readonly Path[],
  { scenario, format }: Opened,
  given: Arguments,
  report: (result: R) => string,
): Result {
  const form = rowForm(scenario, paths);
  const file = given.last('resume');
  const out = given.last('out');
  if (file !== undefined && out !== undefined && resolve(file) === resolve(out)) {
    throw new BadInput(
      `--out: found ${out}, which --resume keeps its runs in, expected another file`,
    );
  }
  // Opened before anything is run or written: what is wrong with it is told at once.
  const kept = file === undefined ? undefined : openKeptRuns(file, form);
  const showProgress = progressOf(given.all('progress').length > 0);
  const rows = runStudy(study, form, answerer(scenario, file ?? '', kept), kept, showProgress);
  if (format === 'csv') return rows;
  for (let next = rows.next(); ; next = rows.next()) {
    if (next.done) return report(next.value);
  }
}

/** Gives the header and a row a run, line ends included; returns what the study comes to. */
function* runStudy<R>(
  study: Study<R>,
  form: RowForm,
  answer: (key: string, job: Job) => Answer,
  kept: KeptRuns | undefined,
  showProgress: (done: number, asked: number) => void,
): Generator<string, R> {
  let asked = 0;
  let done = 0;
  let rows = 0;
  try {
    yield `${form.header}\n`;
    let next = study.next();
    while (!next.done) {
      asked += next.value.length;
      const totals: Totals[] = [];
      for (const job of next.value) {
        const key = form.keyOf(job);
        const { found, source } = answer(key, job);
        totals.push(found);
        if (source !== 'memory') {
          if (source === 'run') kept?.append(key, found);
          yield `${form.rowOf(++rows, key, found)}\n`;
        }
        showProgress(++done, asked);
      }
      next = study.next(totals);
    }
    return next.value;
  } finally {
    kept?.close();
  }
}

interface Answer {
  readonly found: Totals;
  readonly source: 'memory' | 'file' | 'run';
}

/** Runs a job unless its totals are known; the first that a file knows is run all the same, as a check. */
function answerer(scenario: Scenario, file: string, kept: KeptRuns | undefined) {
  const evaluate = createEvaluator(scenario);
  const memory = new Map<string, Totals>();
  let isChecked = false;
  return (key: string, job: Job): Answer => {
    const known = memory.get(key);
    if (known) return { found: known, source: 'memory' };
    const read = kept?.totalsOf.get(key);
    const found = read && isChecked ? read : evaluate(job);
    if (read && !isChecked) mustAgree(file, key, read, found);
    isChecked ||= read !== undefined;
    memory.set(key, found);
    return { found, source: read ? 'file' : 'run' };
  };
}

function mustAgree(file: string, key: string, read: Totals, found: Totals): void {
  const wrong = Object.keys(found).find((id) => found[id] !== read[id]);
  if (wrong === undefined) return;
  throw new BadInput(
    `--resume: ${file}: the run ${key} has ${wrong} ${read[wrong]}, but this version gives ${found[wrong]}; begin a new file`,
  );
}

/** On a terminal one line that counts; elsewhere, if asked for, a line every tenth part. */
function progressOf(isAskedFor: boolean): (done: number, asked: number) => void {
  const { stderr } = process;
  if (stderr.isTTY) {
    return (done, asked) => stderr.write(`\rrun ${done} of ${asked}${done === asked ? '\n' : ''}`);
  }
  if (!isAskedFor) return () => {};
  let shown = 0;
  return (done, asked) => {
    if (done - shown < asked / 10) return;
    shown = done;
    stderr.write(`run ${done} of ${asked}\n`);
  };
}
