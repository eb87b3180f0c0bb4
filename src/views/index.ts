// The register of views: what stands on the stage, and what stands around it.

import { neighbourhoods } from './neighbourhoods/stageView.tsx';
import { record } from './record/stageView.tsx';
import { story } from './story/stageView.tsx';
import { sureness } from './sureness/stageView.tsx';
import type { StageView } from './view.ts';

/** The pictures of the stage, one a tab. */
export const stageViews: readonly StageView[] = [neighbourhoods, story, record, sureness];

export { Costs } from './costs/Costs.tsx';
export { LocalWords } from './LocalWords.tsx';
export { fetchPartsAhead } from './lazyPart.tsx';
export { LookUpAnswer, SearchBox } from './lookup/LookUp.tsx';
export { noBreak } from './noBreak.ts';
export { Places } from './places/Places.tsx';
export { layoutScoreboard, type Scoreboard as Scores } from './scoreboard/layout.ts';
export { Scoreboard } from './scoreboard/Scoreboard.tsx';
export { Services } from './services/Services.tsx';
export { Timeline } from './timeline/Timeline.tsx';
export { ONE_COLUMN, TELEPHONE, useIsNarrow } from './useIsNarrow.ts';
