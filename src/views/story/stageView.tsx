// What a scenario tells, as a tab of the stage.
import { lazyPart } from '../lazyPart.tsx';
import type { StageView } from '../view.ts';

export const story: StageView = {
  id: 'story',
  title: 'Story',
  Picture: lazyPart(async () => (await import('./Story.tsx')).Story),
};
