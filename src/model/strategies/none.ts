// No blocking: the world as it was, to compare with.
import * as z from 'zod/mini';
import { defineStrategy } from './strategy.ts';

export const none = defineStrategy({
  technique: 'none',
  title: 'No blocking',
  explanation: 'Nothing is blocked; every session gets through.',
  sees: [],
  parameters: z.strictObject({}),
  begin: () => ({ kind: 'idle' }),
});
