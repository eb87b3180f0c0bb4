// One desk a question: what was asked, how far it is, what came of it. They outlive the view.
import { createDesk } from '../../store/studyDesk.ts';
import { influenceOf } from './influence.ts';
import { spreadOf } from './spread.ts';
import { evenOf, stacksOf } from './stacks.ts';
import { sweepOf } from './sweep.ts';

export const spreadDesk = createDesk(spreadOf);
export const influenceDesk = createDesk(influenceOf);
export const sweepDesk = createDesk(sweepOf);
export const stacksDesk = createDesk(stacksOf);
export const evenDesk = createDesk(evenOf);
