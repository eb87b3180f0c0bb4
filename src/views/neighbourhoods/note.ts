// What must be known to read the picture, and what of the run it does not show.
import { formatAddress, lookUpAddress, type Run } from '../../model/index.ts';
import { listInWords } from '../../scenario/words.ts';
import { shorterForms } from './captions.ts';
import type { AreaMode } from './drawn.ts';
import type { Layout } from './layout.ts';
import { nameOfPool } from './sentences.ts';

/** How to read the picture. */
export function readingInWords({ enlargedPools }: Layout, mode: AreaMode): string {
  const parts = [
    `Each box is a pool: the addresses that a provider keeps for one region or use. Its area stands for its ${mode === 'addresses' ? 'number of addresses' : 'sessions a day'}.`,
    'Inside, addresses with near numbers lie near each other, along a Hilbert curve; a service with many is drawn at a few of them.',
  ];
  if (enlargedPools > 0) parts.push(`${pools(enlargedPools)} drawn larger than to scale.`);
  return parts.join(' ');
}

/** What is left out. */
export function missingInWords(
  run: Run,
  { quietPools }: Layout,
  undrawn: readonly number[],
): string {
  if (quietPools === 0) return '';
  const left = `${pools(quietPools, 'quiet ')} not drawn: no service in ${quietPools === 1 ? 'it' : 'them'}, and on no list of the scenario.`;
  if (undrawn.length === 0) return left;
  return `${left} This run lists addresses also in ${undrawn.length} of them: ${providersInWords(run, undrawn)}.`;
}

/** The providers of the pools, each once, in the order of the pools. */
function providersInWords({ plan }: Run, listed: readonly number[]): string {
  const { pools: columns, providers } = plan.world;
  const found = new Set(listed.map((pool) => columns.providerOfPool[pool] as number));
  return listInWords(
    [...found].map((provider) => shorterForms(providers.names[provider] ?? '').at(-1) ?? ''),
  );
}

/** Where the address is that was looked up, if the picture cannot show it. */
export function undrawnInWords(run: Run, { tileOfPool }: Layout, address: number): string {
  const { pool } = lookUpAddress(run, address, 0);
  if (pool === undefined) return `${formatAddress(address)} lies in no pool of this world.`;
  if ((tileOfPool[pool] as number) >= 0) return '';
  return `${formatAddress(address)} lies in a pool that is not drawn: ${nameOfPool(run, pool)}.`;
}

function pools(count: number, kind = ''): string {
  return `${count} ${kind}${count === 1 ? 'pool is' : 'pools are'}`;
}
