// The parameters of what a rule does to the flows that it catches: shared by all rules that can choose.
import { choiceParameter, numberParameter } from '../parameter.ts';
import type { Action } from './strategy.ts';

/** Spread into the parameters of a strategy. */
export const actionShape = {
  action: choiceParameter({
    label: 'What happens to what is caught',
    help: 'It is dropped, slowed down to a rate, or cut off after the first kilobytes of a connection. What a session loses by the last two depends on what it needs.',
    options: [
      { value: 'drop', label: 'Dropped' },
      { value: 'throttle', label: 'Slowed down' },
      { value: 'byteCap', label: 'Cut off' },
    ],
    default: 'drop',
  }),
  kilobitsPerSecond: numberParameter({
    label: 'Rate',
    help: 'What a caught connection is slowed down to; Twitter was held to 100–150 kbit/s in 2021. A session that needs more loses 1 − rate/needed of itself.',
    unit: 'kbit/s',
    min: 8,
    max: 8192,
    step: 8,
    default: 128,
    display: 'plain',
    onlyWhen: { action: 'throttle' },
    source: 'Throttling of Twitter in Russia (Censored Planet, IMC 2021)',
  }),
  kilobytes: numberParameter({
    label: 'Cap',
    help: 'What a caught connection may carry before it dies: 10–14 packets, some 16 kB, in June 2025. A session that needs more in one connection is lost.',
    unit: 'kB',
    min: 1,
    max: 1024,
    step: 1,
    default: 16,
    display: 'plain',
    onlyWhen: { action: 'byteCap' },
    source: 'The 16-kilobyte curtain, confirmed (Mediazona, 27 June 2025)',
  }),
};

/** What was chosen, without the figures that it does not use. */
export function actionOf(chosen: {
  readonly action: Action['kind'];
  readonly kilobitsPerSecond: number;
  readonly kilobytes: number;
}): Action {
  const { action: kind, kilobitsPerSecond, kilobytes } = chosen;
  if (kind === 'throttle') return { kind, kilobitsPerSecond };
  return kind === 'byteCap' ? { kind, kilobytes } : { kind };
}
