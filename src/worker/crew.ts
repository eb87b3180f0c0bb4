// Carries studies out on several workers: splits their jobs, counts, stops. The latest study wins.
import type { Job, Scenario, Study, Totals } from '../model/index.ts';
import { nextPortion, type Pace, paceAfter, startingPace } from './portions.ts';
import type { StudyReply, StudyRequest } from './studyMessages.ts';

/** What a crew needs of a `Worker`. */
export interface CrewWorker {
  onmessage: ((event: MessageEvent<StudyReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: StudyRequest): void;
  terminate(): void;
}

export type Outcome<R> =
  | { readonly kind: 'done'; readonly result: R }
  /** Stopped on demand, or by a later study. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string };

/** @param asked jobs up to now: a study that searches asks for more when it sees what came of the first */
export type Progress = (done: number, asked: number) => void;

export interface Crew {
  /** Settles once, whatever happens; a study that is under way is stopped. */
  carryOut<R>(scenario: Scenario, study: Study<R>, progress?: Progress): Promise<Outcome<R>>;
  /** Ends the study that is under way at once, in the middle of a run if need be. */
  stop(): void;
}

interface Member {
  readonly worker: CrewWorker;
  scenario: Scenario | undefined;
  /** What it is at work on. */
  portion: Portion | undefined;
}

interface Portion {
  readonly number: number;
  readonly from: number;
  readonly jobs: readonly Job[];
  readonly sentAt: number;
}

/** A study under way; its result is erased, `settle` knows its type. */
interface Task {
  readonly number: number;
  readonly scenario: Scenario;
  readonly study: Study<unknown>;
  readonly progress: Progress;
  readonly settle: (outcome: Outcome<unknown>) => void;
  batch: readonly Job[];
  totals: (Totals | undefined)[];
  /** Of the batch: handed out, and come back. */
  sent: number;
  back: number;
  done: number;
  asked: number;
}

/** @param size how many workers at most; they are started when there is work for them, and kept */
export function createCrew(start: () => CrewWorker, size: number): Crew {
  const members = new Set<Member>();
  let task: Task | undefined;
  let number = 0;
  let pace: Pace = startingPace;

  function end(outcome: Outcome<unknown>): void {
    const ended = task;
    task = undefined;
    ended?.settle(outcome);
  }

  function fail(reason: string): void {
    end({ kind: 'failed', reason });
  }

  /** Gives the study the totals that it waits for; goes on until there is work or the end. */
  function advance(mine: Task, totals: readonly Totals[] | undefined): void {
    try {
      let next = totals === undefined ? mine.study.next() : mine.study.next(totals);
      while (!next.done && next.value.length === 0) next = mine.study.next([]);
      if (next.done) {
        end({ kind: 'done', result: next.value });
        return;
      }
      Object.assign(mine, { batch: next.value, totals: [], sent: 0, back: 0 });
      mine.asked += next.value.length;
      mine.progress(mine.done, mine.asked);
      handOut(mine);
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }

  function handOut(mine: Task): void {
    while (task === mine && mine.sent < mine.batch.length) {
      const member = [...members].find(({ portion }) => !portion) ?? hire();
      if (!member) return;
      const count = nextPortion(mine.batch, mine.sent, size, pace);
      const jobs = mine.batch.slice(mine.sent, mine.sent + count);
      member.portion = { number: mine.number, from: mine.sent, jobs, sentAt: performance.now() };
      mine.sent += count;
      const isNew = member.scenario !== mine.scenario;
      member.scenario = mine.scenario;
      const scenario = isNew ? { scenario: mine.scenario } : {};
      member.worker.postMessage({ number: mine.number, ...scenario, jobs });
    }
  }

  function hire(): Member | undefined {
    if (members.size >= size) return undefined;
    const member: Member = { worker: start(), scenario: undefined, portion: undefined };
    member.worker.onmessage = ({ data }) => receive(member, data);
    member.worker.onerror = (event) => {
      dismiss(member);
      fail(event.message || 'a worker could not be started');
    };
    members.add(member);
    return member;
  }

  function dismiss(member: Member): void {
    member.worker.onmessage = null;
    member.worker.onerror = null;
    member.worker.terminate();
    members.delete(member);
  }

  function receive(member: Member, reply: StudyReply): void {
    const { portion } = member;
    member.portion = undefined;
    if (!task || !portion) return;
    if (reply.number !== task.number) handOut(task);
    else if ('failed' in reply) fail(reply.failed);
    else take(task, portion, reply.totals);
  }

  function take(mine: Task, { from, jobs, sentAt }: Portion, totals: readonly Totals[]): void {
    pace = paceAfter(jobs.length, performance.now() - sentAt);
    totals.forEach((one, index) => {
      mine.totals[from + index] = one;
    });
    mine.back += totals.length;
    mine.done += totals.length;
    mine.progress(mine.done, mine.asked);
    if (mine.back === mine.batch.length) advance(mine, mine.totals as Totals[]);
    else handOut(mine);
  }

  return {
    carryOut<R>(scenario: Scenario, study: Study<R>, progress: Progress = () => {}) {
      end({ kind: 'stopped' });
      return new Promise<Outcome<R>>((resolve) => {
        const settle = resolve as (outcome: Outcome<unknown>) => void;
        const own = { batch: [], totals: [], sent: 0, back: 0, done: 0, asked: 0 };
        const mine: Task = { number: ++number, scenario, study, progress, settle, ...own };
        task = mine;
        advance(mine, undefined);
      });
    },
    stop() {
      for (const member of members) if (member.portion) dismiss(member);
      end({ kind: 'stopped' });
    },
  };
}
