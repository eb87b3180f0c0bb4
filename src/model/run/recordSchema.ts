// What was reported: the story in dated steps, and the published figures beside which the model's own stand.
import * as z from 'zod/mini';
import { basisShape, exactlyOneBasis } from '../basis.ts';
import { localTextSchema } from '../localText.ts';
import { metrics, serviceMetrics } from '../metrics/index.ts';
import { rule } from '../rule.ts';
import { idSchema, textSchema } from '../world/worldSchema.ts';
import { momentSchema } from './momentSchema.ts';

function figureSchema(description: string) {
  return z.number().check(z.gte(0), z.lte(1e15)).register(z.globalRegistry, { description });
}

/** What happened, in dated steps: told, not counted. It may lie outside the period. */
export const storyStepSchema = z
  .strictObject({
    id: idSchema,
    at: momentSchema,
    title: localTextSchema,
    note: z.optional(localTextSchema),
    ...basisShape,
  })
  .check(exactlyOneBasis());

const measureIds = [...metrics, ...serviceMetrics].map(({ id }) => id) as [string, ...string[]];
const aboutService = ({ metric }: { metric: string }) =>
  serviceMetrics.some(({ id }) => id === metric);

/** A published figure beside which the model's own is shown. */
export const factSchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    at: momentSchema,
    until: z.optional(momentSchema).register(z.globalRegistry, {
      description: 'The figure is a mean from `at` until here; without it, that of the hour.',
    }),
    metric: z.enum(measureIds),
    service: z.optional(idSchema).register(z.globalRegistry, {
      description: 'Of which service; with the metrics of one service only.',
    }),
    stack: z.optional(idSchema).register(z.globalRegistry, {
      description: 'The stack that stands for what happened; the one of the file unless given.',
    }),
    value: z.optional(
      figureSchema('The figure as it was published; none where a range was published instead.'),
    ),
    low: z.optional(
      figureSchema(
        'The low end: of what we accept beside a value, of what was published without one.',
      ),
    ),
    high: z.optional(
      figureSchema(
        'The high end: of what we accept beside a value, of what was published without one.',
      ),
    ),
    role: z.enum(['check', 'calibration']).register(z.globalRegistry, {
      description:
        'check: not used to set the model; calibration: used to set it, or decided by what was typed in.',
    }),
    note: z.optional(textSchema),
    why: z.optional(textSchema).register(z.globalRegistry, {
      description: 'Where the model is outside: the reason that we think it has.',
    }),
    reported: idSchema,
  })
  .check(
    rule(['value', 'low', 'high'], ({ value, low, high }) =>
      value === undefined && low === undefined && high === undefined
        ? { path: ['value'], expected: 'a figure: value, low or high' }
        : undefined,
    ),
    rule(['metric', 'service'], ({ metric, service }) =>
      aboutService({ metric }) === (service !== undefined)
        ? undefined
        : {
            path: ['service'],
            expected: aboutService({ metric })
              ? `the id of a service, since ${metric} is about one`
              : `no service, since ${metric} is about none`,
          },
    ),
  );

export type StoryStep = z.infer<typeof storyStepSchema>;
export type Fact = z.infer<typeof factSchema>;
