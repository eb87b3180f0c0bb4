// One sentence a thing, with numbers that can be checked on paper.
import { describe, expect, test } from 'vitest';
import { factsOfPools } from '../../../src/views/neighbourhoods/facts.ts';
import {
  sentenceOfDot,
  sentenceOfPool,
  sentenceOfPrefix,
} from '../../../src/views/neighbourhoods/sentences.ts';
import { tinyRun } from './tinyRun.ts';

const run = tinyRun();
const { services } = run.plan.world;
const shared = [0xc6336400, 0xc63364ff] as const;
const dot = (id: string, address: number) => ({
  service: services.ids.indexOf(id),
  address,
  pool: 1,
  x: 0,
  y: 0,
});

test('where no strategy keeps a list, nothing is said to be unlisted', () => {
  const boxes = tinyRun('dpi');
  const { text } = sentenceOfDot(boxes, 40, dot('courier', 0xc6336405));
  expect(text).toMatch(/^The target loses \d+ % of its sessions to [^;]+\.$/);
  const others = [
    sentenceOfPool(boxes, factsOfPools(boxes, 40)[1]!),
    sentenceOfPrefix(boxes, 40, 1, ...shared),
  ];
  for (const sentence of others) expect(sentence.text).not.toContain('listed');
});

describe('a pool', () => {
  test('is told with its addresses, listed share and services', () => {
    // 198.51.100.0/25 is half of it; of mapper 80 % are lost, of radio a fifth, of lantern nothing;
    // courier is the target.
    expect(sentenceOfPool(run, factsOfPools(run, 40)[1]!)).toEqual({
      title: 'Nimbus, shared',
      text: '256 addresses, 50 % listed, 4 named services, 1 of them hit, 1 down.',
    });
    expect(sentenceOfPool(run, factsOfPools(run, 40)[2]!)).toEqual({
      title: 'Homenet',
      text: '256 addresses, none listed, 2 named services, 1 of them hit.',
    });
  });
});

describe('a prefix', () => {
  test('is told with what lists it and who lives in it, the most used first', () => {
    const { title, text } = sentenceOfPrefix(run, 40, 1, ...shared);
    expect(title).toBe('198.51.100.0/24 · Nimbus, shared');
    expect(text).toBe(
      '256 addresses, partly listed by 2 entries; Courier, Mapper, Radio and 1 more live here.',
    );
    expect(sentenceOfPrefix(run, 0, 1, ...shared).text).toContain('256 addresses, not listed;');
  });
  test('is told since when it is listed itself', () => {
    const { text } = sentenceOfPrefix(run, 40, 0, 0xc0000200, 0xc00002ff);
    expect(text).toBe('256 addresses, listed since 16 April, 12:00; Courier lives here.');
  });
});

describe('a dot', () => {
  test('of a hit neighbour is told with its loss, the entry, and the target in the same range', () => {
    expect(sentenceOfDot(run, 40, dot('mapper', 0xc6336414))).toEqual({
      title: 'Mapper, 198.51.100.20',
      text:
        `down: loses 80 % of its sessions to ${run.stack[0]!.title}; this address is listed by ` +
        '198.51.100.0/25 since 17 April, 00:00, where Courier has used an address.',
    });
  });
  test('of a neighbour that is hit elsewhere says that this address works', () => {
    // Radio: a quarter of it lives on the listed 198.51.100.30.
    const { text } = sentenceOfDot(run, 40, { ...dot('radio', 0xcb00711e), pool: 2 });
    expect(text).toBe(
      `hit: loses 20 % of its sessions to ${run.stack[0]!.title} at its other addresses; ` +
        'this address works, it is not listed, 1 of its 2 addresses is.',
    );
  });
  test('of a working neighbour says so', () => {
    expect(sentenceOfDot(run, 40, dot('lantern', 0xc63364c8)).text).toBe(
      'works, loses nothing; this address is not listed, nor any of its 1 address.',
    );
  });
});
