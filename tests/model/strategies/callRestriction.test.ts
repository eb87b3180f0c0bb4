import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress } from '../../../src/model/net/address.ts';
import { callRestriction } from '../../../src/model/strategies/callRestriction.ts';
import { numberBetween } from '../../arbitraryNumbers.ts';
import {
  boxOf,
  chanceCaught,
  fixed,
  mobile,
  mtproto,
  refusals,
  tls,
  tlsEch,
  video,
  voice,
} from './flowSetting.ts';

const share = numberBetween(0, 1);
const looks = { voice: ['voice'], video: ['video'] };
const anyAddress = fc.integer({ min: 0, max: 0xffffffff });

const call = (box: ReturnType<typeof boxOf>, protocol: number, address: number) =>
  chanceCaught(box, { name: '', address, protocol }, mobile);

test('video falls with voice by how alike they look, and nothing else falls', () => {
  fc.assert(
    fc.property(share, share, anyAddress, (detects, videoLikeness, address) => {
      const box = boxOf(callRestriction, { ...looks, detects, videoLikeness });
      expect(call(box, voice, address)).toBe(detects);
      // Loss of video / loss of voice = likeness.
      expect(call(box, video, address)).toBe(detects * videoLikeness);
      for (const other of [tls, tlsEch, mtproto]) expect(call(box, other, address)).toBe(0);
    }),
  );
});

test('video that is not named does not fall', () => {
  const box = boxOf(callRestriction, { voice: ['voice'], videoLikeness: 1 });
  expect(call(box, video, 1)).toBe(0);
});

test('by its pattern a call of any app is caught, wherever it goes', () => {
  fc.assert(
    fc.property(share, anyAddress, anyAddress, (detects, one, another) => {
      // Ranges that stand in the file are not looked at.
      const box = boxOf(callRestriction, { ...looks, detects, ranges: ['192.0.2.0/24'] });
      expect(call(box, voice, one)).toBe(call(box, voice, another));
    }),
  );
});

test('by pattern and ranges only calls to them are caught', () => {
  const box = boxOf(callRestriction, {
    ...{ ...looks, by: 'pattern-and-ranges', detects: 0.5, videoLikeness: 0.5 },
    ranges: ['192.0.2.0/25', '198.51.100.7/32'],
  });
  const losses = ['192.0.2.127', '192.0.2.128', '198.51.100.7', '198.51.100.8'].map((text) => {
    const address = parseAddress(text)!;
    return [call(box, voice, address), call(box, video, address)];
  });
  expect(losses).toEqual([
    [0.5, 0.25],
    [0, 0],
    [0.5, 0.25],
    [0, 0],
  ]);
});

test('by ranges alone every flow to them is taken for a call, and none to other addresses', () => {
  // Likeness and named looks are not asked: the share acted on is that of all flows there.
  const relays = { by: 'ranges', ranges: ['192.0.2.0/25'], videoLikeness: 0.1 };
  fc.assert(
    fc.property(share, fc.constantFrom({}, looks), (detects, named) => {
      const box = boxOf(callRestriction, { ...relays, ...named, detects });
      for (const protocol of [tls, tlsEch, mtproto, voice, video]) {
        expect(call(box, protocol, parseAddress('192.0.2.127')!)).toBe(detects);
        expect(call(box, protocol, parseAddress('192.0.2.128')!)).toBe(0);
      }
    }),
  );
});

test('pattern and ranges catch what both the pattern and the ranges catch', () => {
  // As long as video looks like voice: its likeness is 1 unless told otherwise.
  fc.assert(
    fc.property(share, anyAddress, fc.constantFrom(tls, voice, video), (detects, at, protocol) => {
      const ranges = ['0.0.0.0/1'];
      const of = (by: string) =>
        call(boxOf(callRestriction, { ...looks, by, ranges, detects }), protocol, at);
      expect(of('pattern-and-ranges')).toBe(Math.min(of('pattern'), of('ranges')));
    }),
  );
});

test('spared ranges lose nothing, also those within the named ones; all others lose as before', () => {
  const inSpared = parseAddress('192.0.2.200')!;
  const outside = parseAddress('192.0.2.100')!;
  for (const by of ['pattern', 'pattern-and-ranges', 'ranges']) {
    const parameters = { ...looks, by, ranges: ['192.0.2.0/24'] };
    const box = boxOf(callRestriction, { ...parameters, spared: ['192.0.2.128/25'] });
    const without = boxOf(callRestriction, parameters);
    expect([call(box, voice, inSpared), call(box, video, inSpared)]).toEqual([0, 0]);
    expect(call(box, voice, outside)).toBe(call(without, voice, outside));
    expect(call(without, voice, inSpared)).toBe(0.9);
  }
});

test('it hands over coverage and action', () => {
  const box = boxOf(callRestriction, {
    ...{ ...looks, coverageMobile: 0.5, coverageFixed: 0.125 },
    ...{ action: 'throttle', kilobitsPerSecond: 16 },
  });
  expect([box.coverage(mobile), box.coverage(fixed)]).toEqual([0.5, 0.125]);
  expect(box.action).toEqual({ kind: 'throttle', kilobitsPerSecond: 16 });
  expect([box.inspected(1), box.overflow]).toEqual([1, 'pass']);
});

test('ranges and looks are needed where calls are known by them, and no look is both voice and video', () => {
  for (const by of ['ranges', 'pattern-and-ranges']) {
    expect(refusals(callRestriction, { ...looks, by })).toEqual([
      'ranges: at least one prefix, since calls are known by ranges',
    ]);
  }
  expect(refusals(callRestriction, { voice: ['voice', 'tls'], video: ['video', 'tls'] })).toEqual([
    'video.1: a protocol that is not among the voice protocols',
  ]);
  expect(refusals(callRestriction, { voice: ['voice', 'tls'], video: ['tls'] })).toEqual([
    'video.0: a protocol that is not among the voice protocols',
  ]);
  const ranges = ['192.0.2.0/24'];
  for (const by of ['pattern', 'pattern-and-ranges']) {
    expect(refusals(callRestriction, { by, ranges, voice: [] })).toEqual([
      'voice: at least one protocol, since calls are known by pattern',
    ]);
  }
  expect(refusals(callRestriction, { by: 'ranges', ranges })).toEqual([]);
});
