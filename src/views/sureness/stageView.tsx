// How sure the model is, as a tab of the stage.
import { lazyPart } from '../lazyPart.tsx';
import type { StageView } from '../view.ts';

export const sureness: StageView = {
  id: 'how-sure',
  title: 'How sure is this?',
  Picture: lazyPart(async () => (await import('./Sureness.tsx')).Sureness),
};
