// How sure the model is, as a tab of the stage.
import type { StageView } from '../view.ts';
import { Sureness } from './Sureness.tsx';

export const sureness: StageView = {
  id: 'how-sure',
  title: 'How sure is this?',
  Picture: Sureness,
};
