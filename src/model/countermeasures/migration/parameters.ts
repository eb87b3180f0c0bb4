// What can be chosen of businesses that move away from a block.
import * as z from 'zod/mini';
import { fileParameter, numberParameter, reference } from '../../parameter.ts';
import { notAbove } from '../../rule.ts';
import { weightedPools } from '../addressHopping/parameters.ts';

function patience(label: string, help: string, initial: number) {
  return numberParameter({
    label,
    help,
    unit: 'h',
    min: 0,
    max: 1000,
    step: 1,
    default: initial,
    source: 'Assumed: nobody published how long businesses waited.',
  });
}

export const parameters = z
  .strictObject({
    pools: fileParameter(weightedPools().check(z.minLength(1)), {
      kind: 'list',
      label: 'Pools',
      help: 'Where businesses go, by weight among those with unlisted space for all their addresses: a domestic cloud, say.',
    }),
    services: z.optional(
      fileParameter(z.array(reference('service')).check(z.minLength(1)), {
        kind: 'list',
        label: 'Services',
        help: 'Who may move; without it, every named service that is not the target. Long tails stay: they stand for thousands of sites, which would not decide as one.',
      }),
    ),
    hitShare: numberParameter({
      label: 'Hit from',
      help: 'Share of its sessions that a business must lose to think of moving.',
      min: 0.01,
      max: 1,
      step: 0.01,
      default: 0.2,
      display: 'share',
      source: 'Assumed.',
    }),
    patienceLowHours: patience(
      'Patience, least',
      'Hours without a break for which the least patient business stands being hit before it decides to move.',
      24,
    ),
    patienceHours: patience(
      'Patience, most often',
      'The most likely patience: that of each business is drawn from a triangle between the least and the most.',
      96,
    ),
    patienceHighHours: patience(
      'Patience, most',
      'Hours for which the most patient business stands being hit.',
      336,
    ),
    moveHours: numberParameter({
      label: 'Time to move',
      help: 'Hours from the decision until a business is served from its new place, rounded to whole ticks.',
      unit: 'h',
      roundedToTicks: 1,
      min: 0,
      max: 1000,
      step: 1,
      default: 24,
      source: 'Assumed.',
    }),
    movers: numberParameter({
      label: 'Who would move at all',
      help: 'Share of the businesses that would; each is drawn by itself.',
      min: 0,
      max: 1,
      step: 0.01,
      default: 0.5,
      display: 'share',
      source: 'Assumed.',
    }),
    costPerMove: numberParameter({
      label: 'Cost of a move',
      help: 'What a move costs a business, in the currency of the world; for the cost report only.',
      min: 0,
      max: 1_000_000_000,
      step: 100,
      default: 0,
      display: 'plain',
      source: 'Nobody published a figure; 0 counts no cost of moving.',
    }),
  })
  .check(
    notAbove('patienceLowHours', 'patienceHours', 'most likely patience'),
    notAbove('patienceHours', 'patienceHighHours', 'greatest patience'),
  );

export type MigrationParameters = z.infer<typeof parameters>;
