// The same study in the shell's way and over the workers' protocol: equal to the bit, whoever answers first.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  completeStudy,
  createEvaluator,
  ensembleSeeds,
  ensembleStudy,
  equalEffectStudy,
  type Job,
  runEnsemble,
  type Study,
  type Totals,
  tornadoStudy,
  uncertainInputs,
  uncertaintyStudy,
} from '../../src/model/index.ts';
import { createAnswerer } from '../../src/worker/answerJobs.ts';
import { type CrewWorker, createCrew } from '../../src/worker/crew.ts';
import type { StudyReply, StudyRequest } from '../../src/worker/studyMessages.ts';
import { uncertainTiny } from '../model/study/uncertainTiny.ts';

/** Workers without threads: all is cloned on its way as between threads; each answers after some turns. */
function fakeThreads(turnsOf: () => number = () => 1) {
  const log = { started: 0, terminated: 0, scenarios: 0, jobs: 0 };
  const start = (): CrewWorker => {
    log.started++;
    const answer = createAnswerer();
    let isAlive = true;
    const worker: CrewWorker = {
      onmessage: null,
      onerror: null,
      postMessage(request: StudyRequest) {
        if (request.scenario) log.scenarios++;
        const copy = structuredClone(request);
        later(turnsOf(), () => {
          if (!isAlive) return;
          log.jobs += copy.jobs.length;
          const data: StudyReply = structuredClone(answer(copy));
          worker.onmessage?.({ data } as MessageEvent<StudyReply>);
        });
      },
      terminate() {
        isAlive = false;
        log.terminated++;
      },
    };
    return worker;
  };
  return { start, log };
}

function later(turns: number, act: () => void): void {
  if (turns <= 0) act();
  else setImmediate(() => later(turns - 1, act));
}

const scenario = uncertainTiny();
const seeds = ensembleSeeds(scenario.seed, 3);
const inputs = uncertainInputs(scenario);
const hunt = ['stacks', 2, 'strategies', 0, 'parameters', 'discoveryPerHour'] as const;

const studies: Readonly<Record<string, () => Study<unknown>>> = {
  ensemble: () => ensembleStudy(seeds),
  tornado: () => tornadoStudy(inputs, 'collateral', seeds),
  uncertainty: () => uncertaintyStudy(inputs, { draws: 4, seeds, root: scenario.seed }),
  // Asks for the next runs only when it has seen the last ones.
  'equal effect': () =>
    equalEffectStudy(
      [{ settings: [], path: hunt, low: 0, high: 1, isWhole: false }],
      { metric: 'targetBlocked', level: 0.05, tolerance: 0.001 },
      seeds,
    ),
};

describe.each(Object.entries(studies))('the study %s', (_, make) => {
  const expected = completeStudy(make(), createEvaluator(scenario));

  test('comes to the same on one to four workers, in whatever order they answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 6 })),
        async (size, turns) => {
          // The first answer is never at once, so that a crew may talk to several workers.
          const { start, log } = fakeThreads(() => 1 + (turns.next().value as number));
          const outcome = await createCrew(start, size).carryOut(scenario, make());
          expect(outcome).toEqual({ kind: 'done', result: expected });
          expect(log.started).toBeLessThanOrEqual(size);
        },
      ),
      { numRuns: 12 },
    );
  });
});

test('an ensemble as a study is the ensemble of the shell', () => {
  const study = completeStudy(ensembleStudy(seeds), createEvaluator(scenario));
  expect(study).toEqual(runEnsemble(scenario, seeds));
});

describe('a crew', () => {
  test('counts every run, up to all that were asked for', async () => {
    const counts: [number, number][] = [];
    await createCrew(fakeThreads().start, 2).carryOut(scenario, ensembleStudy(seeds), (...count) =>
      counts.push(count),
    );
    expect(counts[0]).toEqual([0, 3]);
    expect(counts.at(-1)).toEqual([3, 3]);
    expect(counts.map(([done]) => done)).toEqual(counts.map(([done]) => done).sort());
  });

  test('keeps its workers, and sends a scenario once', async () => {
    const { start, log } = fakeThreads();
    const crew = createCrew(start, 2);
    for (let i = 0; i < 3; i++) await crew.carryOut(scenario, ensembleStudy(seeds));
    expect(log).toMatchObject({ started: 2, terminated: 0, scenarios: 2, jobs: 9 });
    await crew.carryOut({ ...scenario, seed: 5 }, ensembleStudy(seeds));
    expect(log.scenarios).toBe(4);
  });

  test('stops at once, in the middle of a run, and works on afterwards', async () => {
    const { start, log } = fakeThreads();
    const crew = createCrew(start, 2);
    const first = crew.carryOut(scenario, ensembleStudy(seeds));
    crew.stop();
    expect(await first).toEqual({ kind: 'stopped' });
    expect(log).toMatchObject({ started: 2, terminated: 2, jobs: 0 });
    const second = await crew.carryOut(scenario, ensembleStudy(seeds));
    expect(second).toEqual({ kind: 'done', result: runEnsemble(scenario, seeds) });
  });

  test('lets the latest study win; the answers to the one before are dropped', async () => {
    const { start, log } = fakeThreads(() => 3);
    const crew = createCrew(start, 2);
    const other = { ...scenario, seed: 77 };
    const otherSeeds = ensembleSeeds(77, 4);
    const first = crew.carryOut(scenario, ensembleStudy(seeds));
    const second = crew.carryOut(other, ensembleStudy(otherSeeds));
    expect(await first).toEqual({ kind: 'stopped' });
    expect(await second).toEqual({ kind: 'done', result: runEnsemble(other, otherSeeds) });
    expect(log.terminated).toBe(0);
  });

  test('says in words why a run failed', async () => {
    const outcome = await createCrew(fakeThreads().start, 2).carryOut(
      scenario,
      asking([{ settings: [{ path: ['nowhere'], value: 1 }], seed: 1 }]),
    );
    expect(outcome).toEqual({
      kind: 'failed',
      reason: 'there is no "nowhere" where a setting leads to',
    });
  });

  test('says in words why a study failed, also one that fails before its first run', async () => {
    const outcome = await createCrew(fakeThreads().start, 2).carryOut(
      scenario,
      uncertaintyStudy(inputs, { draws: 1, seeds, root: 1 }),
    );
    expect(outcome).toEqual({ kind: 'failed', reason: 'two draws and two seeds at least' });
  });

  test('says so when a worker breaks down, and starts another one next time', async () => {
    const broken: CrewWorker[] = [];
    const { start, log } = fakeThreads();
    const crew = createCrew(() => {
      const worker = start();
      if (log.started === 1) broken.push(worker);
      return worker;
    }, 1);
    const first = crew.carryOut(scenario, ensembleStudy(seeds));
    broken[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent);
    expect(await first).toEqual({ kind: 'failed', reason: 'out of memory' });
    expect((await crew.carryOut(scenario, ensembleStudy(seeds))).kind).toBe('done');
    expect(log.started).toBe(2);
  });

  test('passes over batches without runs', async () => {
    const outcome = await createCrew(fakeThreads().start, 2).carryOut(scenario, asking([], []));
    expect(outcome).toEqual({ kind: 'done', result: [[], []] });
  });
});

/** Asks for batches and returns what came of them. */
function* asking(...batches: readonly (readonly Job[])[]): Study<(readonly Totals[])[]> {
  const found: (readonly Totals[])[] = [];
  for (const batch of batches) found.push(yield batch);
  return found;
}
