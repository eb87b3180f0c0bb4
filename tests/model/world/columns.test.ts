// Pools, profiles, networks and the course of the day of the tiny world, read off its file.
import { expect, test } from 'vitest';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import type { WorldFile } from '../../../src/model/world/worldSchema.ts';
import { tinyWorld } from '../../tinyWorld.ts';

const assumed = 'for the test';
const columnsOf = (file: WorldFile) => compileWorld(file).world;

test('pools stand in the order of the file, each with its provider and its addresses', () => {
  const { pools, providers } = columnsOf(tinyWorld());
  expect(pools.ids).toEqual(['nimbus-dedicated', 'nimbus-shared', 'homenet']);
  expect(pools.titles).toEqual(['dedicated', 'shared', 'all of it']);
  expect(pools.regions).toEqual(['west', 'east', undefined]);
  expect(providers.ids).toEqual(['nimbus', 'homenet']);
  expect(providers.names).toEqual(['Nimbus', 'Homenet']);
  expect([...pools.providerOfPool]).toEqual([0, 0, 1]);
  expect([...pools.addressesOfPool]).toEqual([256, 256, 256]);
});

test('registered ranges stand in numeric order, whatever the order of the file, and name their pool', () => {
  const file = tinyWorld();
  // Nimbus before Homenet, but 198.51.100.0/24 before 203.0.113.0/24 only by number: turn them round.
  const { pools } = columnsOf({ ...file, providers: [...file.providers].reverse() });
  expect(pools.ids).toEqual(['homenet', 'nimbus-dedicated', 'nimbus-shared']);
  const [documentation1, documentation2, documentation3] = [0xc0000200, 0xc6336400, 0xcb007100];
  expect([...pools.rangeFirst]).toEqual([documentation1, documentation2, documentation3]);
  expect([...pools.rangeLast]).toEqual(
    [documentation1, documentation2, documentation3].map((first) => first! + 255),
  );
  expect([...pools.poolOfRange]).toEqual([1, 2, 0]);
});

test('a profile keeps what a session is: bytes, hours, tries, and its share of each protocol', () => {
  const { profiles, protocols } = columnsOf(tinyWorld());
  expect(profiles.ids).toEqual(['web', 'messenger']);
  expect([...profiles.triesOfProfile]).toEqual([1, 2]);
  expect([...profiles.bytesPerSessionOfProfile]).toEqual([1_000_000, 1000]);
  expect([...profiles.hoursPerSessionOfProfile]).toEqual([0.5, 0.1]);
  expect(protocols.ids).toEqual(['tls', 'mtproto']);
  expect(protocols.titles).toEqual(['TLS', 'MTProto']);
  expect(profiles.mixOfProfile.map((mix) => [...mix])).toEqual([
    [1, 0],
    [0.25, 0.75],
  ]);
  expect([...profiles.protocolsInProfile]).toEqual([1, 2]);
});

test('a session needs its mean rate and all its bytes at once, unless the file says otherwise', () => {
  const file = tinyWorld();
  const [web, messenger] = file.profiles;
  const needs = { mtproto: { kilobitsPerSecond: 64 }, tls: { kilobytesPerConnection: 40 } };
  const { profiles } = columnsOf({ ...file, profiles: [web!, { ...messenger!, needs }] });
  const [webRate, messengerRate] = profiles.kilobitsPerSecondOfProfile;
  const [webSize, messengerSize] = profiles.kilobytesPerConnectionOfProfile;
  // 1 MB in half an hour: 8,000 kbit in 1,800 s. 1 kB in a tenth of an hour: 8 kbit in 360 s.
  expect(webRate![0]).toBeCloseTo(8000 / 1800, 12);
  expect(messengerRate![0]).toBeCloseTo(8 / 360, 14);
  expect(messengerRate![1]).toBe(64);
  expect([...webSize!]).toEqual([1000, 1000]);
  expect([...messengerSize!]).toEqual([40, 1]);
});

test('a network takes the whole list and all boxes, unless the file says how much', () => {
  const file = tinyWorld();
  const [mobile, fixed] = file.networks;
  const { networks } = columnsOf({
    ...file,
    networks: [
      mobile!,
      {
        ...fixed!,
        region: 'west',
        tableEntries: { value: 5000, assumed },
        boxes: { value: 0.25, assumed },
      },
    ],
  });
  expect(networks.ids).toEqual(['mobile', 'fixed']);
  expect(networks.titles).toEqual(['Mobile', 'Fixed lines']);
  expect(networks.accessOfNetwork).toEqual(['mobile', 'fixed']);
  expect(networks.regionOfNetwork).toEqual([undefined, 'west']);
  expect([...networks.shareOfNetwork]).toEqual([0.6, 0.4]);
  expect([...networks.completenessOfNetwork]).toEqual([1, 0.5]);
  expect([...networks.tableEntriesOfNetwork]).toEqual([Number.POSITIVE_INFINITY, 5000]);
  expect([...networks.boxesOfNetwork]).toEqual([1, 0.25]);
  expect(networks.lagHoursOfNetwork).toEqual([
    { low: 0, mode: 0, high: 0 },
    { low: 2, mode: 2, high: 2 },
  ]);
});

test('the hours of a day average 1, in whatever unit the file counts them', () => {
  // 0, 2, 4 … 46 average 23.
  const hourly = Array.from({ length: 24 }, (_, hour) => 2 * hour);
  const { diurnal } = columnsOf(tinyWorld(hourly));
  expect(diurnal[0]).toBe(0);
  expect(diurnal[23]).toBe(2);
  expect(diurnal.reduce((sum, value) => sum + value, 0)).toBeCloseTo(24, 12);
});

test('only a protocol of which the file says so shows names', () => {
  const file = tinyWorld();
  const protocols = [
    { ...file.protocols[0]!, showsName: true },
    { ...file.protocols[1]!, showsName: false },
    { id: 'quic', title: 'QUIC', look: 'UDP.' },
  ];
  expect([...columnsOf({ ...file, protocols }).protocols.showsNameOfProtocol]).toEqual([1, 0, 0]);
});
