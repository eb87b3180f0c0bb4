// Entries behind an address of the tiny world: 198.51.100.0/25 in ticks 24 … 59, in it .16/28 from 30 on.
import { expect, test } from 'vitest';
import { parseAddress } from '../../../src/model/net/address.ts';
import { formatPrefix } from '../../../src/model/net/prefix.ts';
import { appliedEntries, lagHoursInTicks } from '../../../src/model/run/appliedEntries.ts';
import { run } from '../../../src/model/run/run.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { tiny } from './tinyRun.ts';

const [courier, mapper] = ['198.51.100.10', '198.51.100.20'].map((text) => parseAddress(text)!);
/** Fixed lines are network 1 and lag by two hours. */
const fixed = 1;

/** Entry, addresses it covers, whether it is listed, and the networks that are late. */
function entriesAt(tick: number, addresses = [mapper!], scenario = tiny()) {
  return appliedEntries(run(scenario), addresses, tick).map(
    ({ listing: { first, last }, addresses: count, isListed, lateNetworks }) => [
      formatPrefix(first, last),
      count,
      isListed,
      lateNetworks,
    ],
  );
}

test('an entry counts from its listing until the last network has dropped it', () => {
  const [wide, narrow] = ['198.51.100.0/25', '198.51.100.16/28'];
  expect(entriesAt(23)).toEqual([]);
  expect(entriesAt(24)).toEqual([[wide, 1, true, [fixed]]]);
  expect(entriesAt(26)).toEqual([[wide, 1, true, []]]);
  // Those that more networks apply as they stand come first.
  expect(entriesAt(30)).toEqual([
    [wide, 1, true, []],
    [narrow, 1, true, [fixed]],
  ]);
  expect(entriesAt(61)).toEqual([
    [narrow, 1, true, []],
    [wide, 1, false, [fixed]],
  ]);
  expect(entriesAt(62)).toEqual([[narrow, 1, true, []]]);
});

test('entries that cover more of the addresses come first', () => {
  expect(entriesAt(40, [courier!, mapper!]).map(([prefix, count]) => [prefix, count])).toEqual([
    ['198.51.100.0/25', 2],
    ['198.51.100.16/28', 1],
  ]);
});

test('a network that enforces no list is late for none', () => {
  const file = tinyWorld();
  const [mobile, lines] = file.networks;
  const idle = { ...lines!, completeness: { value: 0, assumed: 'for the test' } };
  const scenario = tiny({ world: { ...file, networks: [mobile!, idle] } });
  expect(entriesAt(24, [mapper!], scenario)).toEqual([['198.51.100.0/25', 1, true, []]]);
  expect(entriesAt(61, [mapper!], scenario)).toEqual([['198.51.100.16/28', 1, true, []]]);
});

test('a lag is told in whole ticks', () => {
  // Two hours are two thirds of a tick of three, so one.
  expect(lagHoursInTicks(run(tiny({ tickHours: 3 })), fixed)).toBe(3);
  expect(lagHoursInTicks(run(tiny({ tickHours: 8 })), fixed)).toBe(0);
});
