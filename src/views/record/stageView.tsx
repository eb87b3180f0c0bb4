// What was published beside what the model says, as a tab of the stage.
import { lazyPart } from '../lazyPart.tsx';
import type { StageView } from '../view.ts';

export const record: StageView = {
  id: 'record',
  title: 'Model against report',
  Picture: lazyPart(async () => (await import('./CheckTable.tsx')).CheckTable),
};
