// A moment as files write it: date, time and offset.
import * as z from 'zod/mini';

export const momentSchema = z.string().check(z.maxLength(40)).register(z.globalRegistry, {
  description: 'A moment such as 2018-04-16T20:15+03:00.',
});
