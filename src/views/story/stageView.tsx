// What a scenario tells, as a tab of the stage.
import type { StageView } from '../view.ts';
import { Story } from './Story.tsx';

export const story: StageView = { id: 'story', title: 'Story', Picture: Story };
