// A run as sixteen hexadecimal digits: two engines that differ in one bit of one figure give two digests.
import { metrics } from '../metrics/index.ts';
import { FATES } from '../metrics/tally.ts';
import type { Run } from './run.ts';

/** Covers every tick, listing, hop, loss by strategy, fate and total; bits of doubles, little-endian. */
export function runDigest({ tally, listings, hops, seed }: Run): string {
  const { rows, services, strategies } = tally;
  const hash = createHash();
  hash.add([seed, tally.ticks, rows, services, strategies]);
  const { listedOfTick, entriesOfTick, sitesListedOfTick, migratedOfTick } = tally;
  for (const ofTick of [listedOfTick, entriesOfTick, sitesListedOfTick, migratedOfTick]) {
    hash.add(ofTick);
  }
  hash.add(tally.rowOfTick);
  hash.add(tally.lostOfRow.subarray(0, rows * services * strategies));
  for (const ofRole of [tally.roleLostOfRow, tally.roleAloneOfRow]) {
    hash.add(ofRole.subarray(0, rows * 2 * strategies));
  }
  for (const ofRole of [tally.roleLostBytesOfRow, tally.roleLostHoursOfRow]) {
    hash.add(ofRole.subarray(0, rows * 2));
  }
  hash.add(tally.fatesOfRow.subarray(0, rows * services * FATES));
  for (const { first, last, fromTick, untilTick, strategy } of listings) {
    hash.add([first, last, fromTick, untilTick, strategy]);
  }
  for (const { tick, placement, slot, from, to } of hops) {
    hash.add([tick, placement, slot, from, to]);
  }
  hash.add(metrics.map((metric) => metric.total(tally)));
  return hash.digits();
}

/** Two 32-bit FNV-1a hashes side by side over words of 32 bits, started apart. */
function createHash() {
  let high = 0x811c9dc5;
  let low = 0x01234567;
  return {
    add(values: ArrayLike<number>) {
      const words = new Uint32Array(Float64Array.from(values).buffer);
      for (let i = 0; i < words.length; i++) {
        high = Math.imul(high ^ words[i]!, 0x01000193);
        low = Math.imul(low ^ (words[i]! >>> 16) ^ (words[i]! << 16), 0x01000193);
        low ^= low >>> 13;
      }
    },
    digits: () => [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
  };
}
