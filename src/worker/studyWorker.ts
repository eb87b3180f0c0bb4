// Runs jobs of a study on another thread. No logic: one request, one answer.
import { createAnswerer } from './answerJobs.ts';
import type { StudyRequest } from './studyMessages.ts';

const answer = createAnswerer();

addEventListener('message', ({ data }: MessageEvent<StudyRequest>) => {
  postMessage(answer(data));
});
