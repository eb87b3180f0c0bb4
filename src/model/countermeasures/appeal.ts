// Those who were hit tell the office: complaints that a list may answer by taking entries off.
import * as z from 'zod/mini';
import { numberParameter } from '../parameter.ts';
import { defineCountermeasure } from './countermeasure.ts';

const parameters = z.strictObject({
  // 43,000 messages from 17 to 25 April 2018 are 5,400 a day; the register replayed on the world of
  // 2018 loses about 32 million bystander sessions a day: 0.17 a thousand, and of those that were
  // judged correct, 2 %, 0.0034 a thousand.
  complaintsPerThousandLost: numberParameter({
    label: 'Complaints a thousand lost sessions',
    help: 'How many complaints the office hears for each thousand bystander sessions that a list takes. Of the messages to the hotline of April 2018 it judged only about 2 % correct; an office that heeds no others hears some 0.0034 a thousand. What they are divided by is no count: it is what the model loses.',
    unit: 'a thousand',
    min: 0,
    max: 100,
    step: 0.01,
    default: 0.2,
    display: 'plain',
    source:
      'TASS, 25 April 2018: 43,000 messages to the hotline in eight days, about 2 % of them correct, over the sessions that the model loses in a day; assumed for other times',
  }),
});

export const appeal = defineCountermeasure({
  technique: 'appeal',
  title: 'Appeal',
  explanation: 'People who were hit complain, and a list that listens takes entries off.',
  parameters,
  begin: ({ complaintsPerThousandLost }, { fromTick, untilTick }) => ({
    kind: 'appeal',
    perLostSession: complaintsPerThousandLost / 1000,
    fromTick,
    untilTick,
  }),
});
