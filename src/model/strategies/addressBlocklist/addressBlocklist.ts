// Blocking by address: a list of prefixes, taken from documents or grown by hunting the target.
import { defineStrategy } from '../strategy.ts';
import { createKeeper } from './keeper.ts';
import { parameters } from './parameters.ts';

export const addressBlocklist = defineStrategy({
  technique: 'addressBlocklist',
  title: 'Address blocklist',
  explanation:
    'Drops, or slows down, everything to the listed addresses, whoever else is served from them.',
  sees: ['address'],
  parameters,
  begin: createKeeper,
});
