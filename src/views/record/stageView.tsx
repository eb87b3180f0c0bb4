// What was published beside what the model says, as a tab of the stage.
import type { StageView } from '../view.ts';
import { CheckTable } from './CheckTable.tsx';

export const record: StageView = {
  id: 'record',
  title: 'Model against report',
  Picture: CheckTable,
};
