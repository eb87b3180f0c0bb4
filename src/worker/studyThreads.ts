// The threads of this machine for studies.
import type { CrewWorker } from './crew.ts';

const MOST_THREADS = 4; // beyond it phones slow down more than answers speed up

export function startStudyWorker(): CrewWorker {
  return new Worker(new URL('./studyWorker.ts', import.meta.url), { type: 'module' });
}

/** How many workers a study is split over: one a core, at most four. */
export function threadsOfStudies(): number {
  return Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency || 1));
}
