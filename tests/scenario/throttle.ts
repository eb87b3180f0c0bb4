// A made-up strategy in its one file: references of every kind of nesting, and a rule.
import * as z from 'zod/mini';
import { fileParameter, reference } from '../../src/model/parameter.ts';
import { rule } from '../../src/model/rule.ts';
import { defineStrategy } from '../../src/model/strategies/strategy.ts';

const table = { kind: 'table', label: 'Label', help: 'Help.' } as const;

const parameters = z
  .strictObject({
    like: z._default(fileParameter(reference('ledger'), table), 'register'),
    rates: z.optional(
      fileParameter(
        z.record(
          reference('protocol'),
          z.strictObject({ except: z.array(z.nullable(reference('service'))) }),
        ),
        table,
      ),
    ),
    spared: z.optional(
      fileParameter(z.union([reference('prefix'), z.array(reference('prefix'))]), table),
    ),
    low: z._default(z.number(), 0),
    high: z._default(z.number(), 1),
  })
  .check(
    rule(['low', 'high'], ({ low, high }) =>
      low > high ? { path: ['high'], expected: `at least ${low}` } : undefined,
    ),
  );

export const throttle = defineStrategy({
  technique: 'throttle',
  title: 'Throttle',
  explanation: 'Made up.',
  sees: ['protocol'],
  parameters,
  begin: () => ({ kind: 'idle' }),
});
