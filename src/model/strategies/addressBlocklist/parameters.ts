// What can be set of an address blocklist, one entry a parameter.
import * as z from 'zod/mini';
import { parsePrefix } from '../../net/prefix.ts';
import { choiceParameter, fileParameter, numberParameter, reference } from '../../parameter.ts';
import { rule } from '../../rule.ts';
import { actionShape } from '../actionParameters.ts';
import { keepsClearOf } from './protected.ts';

const mistakeSchema = z.strictObject({
  prefix: reference('prefix'),
  afterHours: z.number().check(z.gte(0), z.lte(100_000)).register(z.globalRegistry, {
    description: 'Hours from the beginning of the window until it is listed.',
  }),
  forHours: z.number().check(z.gt(0), z.lte(100_000)).register(z.globalRegistry, {
    description: 'Hours until it is taken off again.',
  }),
});

export const parameters = z
  .strictObject({
    entries: choiceParameter({
      label: 'Where the entries come from',
      help: 'A list that comes with the scenario, entry by entry, or a simulated hunt for the addresses that the target uses.',
      options: [
        { value: 'ledger', label: 'Given' },
        { value: 'adaptive', label: 'Hunting' },
      ],
      default: 'adaptive',
    }),
    ledger: z.optional(
      fileParameter(reference('ledger'), {
        kind: 'text',
        label: 'Ledger',
        help: 'The list to replay; needed when the entries are given.',
      }),
    ),
    prefixLength: numberParameter({
      label: 'Prefix length',
      help: 'How wide the prefix is that is listed around an address that was found: /32 is the one address, /8 is 16.8 million.',
      min: 8,
      max: 32,
      step: 1,
      integer: true,
      default: 16,
      display: 'prefixLength',
      onlyWhen: { entries: 'adaptive', listAs: 'prefix' },
    }),
    listAs: choiceParameter({
      label: 'List what was found as',
      help: 'A prefix of a fixed length, the whole block that the holder registered, as in April 2018, or all blocks that this provider registered.',
      options: [
        { value: 'prefix', label: 'Prefix' },
        { value: 'registered', label: 'Registered block' },
        { value: 'provider', label: 'All of the provider' },
      ],
      default: 'prefix',
      onlyWhen: { entries: 'adaptive' },
    }),
    discoveryPerHour: numberParameter({
      label: 'Discovery rate',
      help: 'Chance an hour to find an address that the target uses and that is not listed yet: 1 − e^(−rate).',
      unit: 'an hour',
      min: 0,
      max: 4,
      step: 0.01,
      default: 0.1,
      display: 'plain',
      onlyWhen: { entries: 'adaptive' },
    }),
    releaseHours: numberParameter({
      label: 'Release interval',
      help: 'Hours between two publications of the list to the operators. In 2018 it was fetched at least hourly.',
      unit: 'h',
      min: 1,
      max: 168,
      step: 1,
      integer: true,
      default: 1,
      onlyWhen: { entries: 'adaptive' },
    }),
    escalateAfter: numberParameter({
      label: 'Escalate after',
      help: 'So many finds in one registered block, and from the next release on the whole block is listed for each find in it, unless it touches a protected prefix or is narrower than the prefix. 0: never.',
      unit: 'finds',
      min: 0,
      max: 1000,
      step: 1,
      integer: true,
      default: 0,
      display: 'plain',
      onlyWhen: { entries: 'adaptive', listAs: 'prefix' },
    }),
    escalateWithinHours: numberParameter({
      label: 'Escalate within',
      help: 'The finds that lead to escalation must all fall into a stretch of so many hours, by the tick of their discovery; rounded to whole ticks.',
      unit: 'h',
      min: 1,
      max: 8760,
      step: 1,
      default: 24,
      onlyWhen: { entries: 'adaptive', listAs: 'prefix' },
    }),
    unlistAfterHours: numberParameter({
      label: 'Unlist after',
      help: 'Hours until a hunted entry comes off, counted from the last release at which a find led to it and rounded to whole ticks. 0: it stays.',
      unit: 'h',
      min: 0,
      max: 8760,
      step: 1,
      default: 0,
      onlyWhen: { entries: 'adaptive' },
    }),
    pressurePerDay: numberParameter({
      label: 'Complaints that are too many',
      help: 'Complaints a day about one entry under which it comes off the list, if there is an appeal. 0: complaints move nothing.',
      unit: 'a day',
      min: 0,
      max: 1_000_000,
      step: 1,
      default: 0,
    }),
    pressureHours: numberParameter({
      label: 'Patience under complaints',
      help: 'For so many hours without a break complaints must be too many; the entry comes off at the next release, on a given list at once. Rounded to whole ticks.',
      unit: 'h',
      min: 1,
      max: 8760,
      step: 1,
      default: 24,
    }),
    mercyHours: numberParameter({
      label: 'Mercy after complaints',
      help: 'For so many hours, rounded to whole ticks, finds within an entry that came off under complaints are passed over. It is not listed as a block of its provider either; a wider prefix may take it in again.',
      unit: 'h',
      roundedToTicks: 1,
      min: 0,
      max: 8760,
      step: 1,
      default: 168,
      onlyWhen: { entries: 'adaptive' },
    }),
    ...actionShape,
    mistakes: z._default(
      fileParameter(z.array(mistakeSchema), {
        kind: 'list',
        label: 'Mistakes',
        help: 'Prefixes listed by mistake and taken off again, in hours from the beginning of the window. In the night to 27 April 2018 addresses of Yandex, VK and others stood on the register for about two hours.',
      }),
      [],
    ),
    protectedPrefixes: z._default(
      fileParameter(z.array(reference('prefix')), {
        kind: 'list',
        label: 'Protected prefixes',
        help: 'Never listed; an entry that would touch one, given or found, is not made.',
      }),
      [],
    ),
  })
  .check(
    rule(['entries', 'ledger'], ({ entries, ledger }) =>
      entries === 'ledger' && ledger === undefined
        ? { path: ['ledger'], expected: 'the id of a ledger, since the entries are given' }
        : undefined,
    ),
    rule(['mistakes', 'protectedPrefixes'], ({ mistakes, protectedPrefixes }) => {
      const isAllowed = keepsClearOf(protectedPrefixes);
      const at = mistakes.findIndex(({ prefix }) => {
        const parsed = parsePrefix(prefix);
        return parsed.ok && !isAllowed(parsed.prefix);
      });
      return at < 0
        ? undefined
        : { path: ['mistakes', at, 'prefix'], expected: 'a prefix that touches no protected one' };
    }),
  );

export type Chosen = z.infer<typeof parameters>;
