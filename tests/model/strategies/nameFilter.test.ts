import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFilter } from '../../../src/model/strategies/nameFilter.ts';
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
} from './flowSetting.ts';

const rules = [{ match: 'suffix', text: 'courier.example' }];
const flow = (protocol: number, name = 'api.courier.example') => ({ name, address: 1, protocol });
const share = numberBetween(0, 1);

test('in the first packet it reads only names that the protocol shows there', () => {
  const box = boxOf(nameFilter, { rules });
  const caught = [tls, tlsEch, mtproto].map((protocol) =>
    chanceCaught(box, flow(protocol), mobile),
  );
  expect(caught).toEqual([1, 0, 0]);
});

test('in look-ups it reads names for every protocol, for the readable share of the sessions', () => {
  fc.assert(
    fc.property(share, (plainDns) => {
      const box = boxOf(nameFilter, { rules, where: 'dns', plainDns });
      for (const protocol of [tls, tlsEch, mtproto]) {
        expect(chanceCaught(box, flow(protocol), mobile)).toBe(plainDns);
      }
    }),
  );
});

test('it catches the covered share of the flows that match, and nothing of the others', () => {
  fc.assert(
    fc.property(share, share, (coverageMobile, coverageFixed) => {
      const box = boxOf(nameFilter, { rules, coverageMobile, coverageFixed });
      expect(chanceCaught(box, flow(tls), mobile)).toBe(coverageMobile);
      expect(chanceCaught(box, flow(tls), fixed)).toBe(coverageFixed);
      expect(chanceCaught(box, flow(tls, 'bank.example'), mobile)).toBe(0);
    }),
  );
});

test('without rules it catches nothing, wherever it reads names', () => {
  for (const where of ['sni', 'dns']) {
    expect(chanceCaught(boxOf(nameFilter, { rules: [], where }), flow(tls), mobile)).toBe(0);
  }
});

test('it hands over the action that was chosen', () => {
  const parameters = { rules, action: 'throttle', kilobitsPerSecond: 104 };
  expect(boxOf(nameFilter, parameters).action).toEqual({
    kind: 'throttle',
    kilobitsPerSecond: 104,
  });
});

test('refuses to slow down or to cap look-ups: the session that follows is another flow', () => {
  const dns = { rules, where: 'dns' };
  for (const action of ['throttle', 'byteCap']) {
    expect(refusals(nameFilter, { ...dns, action })).toEqual([
      'action: drop, since a slow look-up does not slow the session that follows',
    ]);
    expect(refusals(nameFilter, { rules, where: 'sni', action })).toEqual([]);
  }
  expect(refusals(nameFilter, dns)).toEqual([]);
});

test('refuses rules that would match everything or nothing, and says where they stand', () => {
  const refused = (match: string, text: string) =>
    refusals(nameFilter, { rules: [...rules, { match, text }] });
  const noName = 'rules.1.text: a name such as example.com, without a dot at either end';
  expect(refused('exact', '')).toEqual([noName]);
  expect(refused('suffix', '.example.com')).toEqual([noName]);
  expect(refused('exact', 'example.com.')).toEqual([noName]);
  expect(refused('substring', '')).toEqual([
    'rules.1.text: at least one character: an empty text is part of every name',
  ]);
  expect(refused('substring', '*t.co*')).toEqual([
    'rules.1.text: a name or part of one: letters, digits, dots, hyphens, other scripts as xn--, at most 253',
  ]);
  expect(refused('substring', '.co')).toEqual([]);
});

test('its parameters have the defaults that a file may leave out', () => {
  expect(nameFilter.parameters.parse({ rules: [] })).toEqual({
    rules: [],
    where: 'sni',
    plainDns: 0.9,
    action: 'drop',
    kilobitsPerSecond: 128,
    kilobytes: 16,
    coverageMobile: 1,
    coverageFixed: 0.5,
  });
});

test('looks at every flow, at any load', () => {
  expect([0, 1].map((load) => boxOf(nameFilter, { rules }).inspected(load))).toEqual([1, 1]);
});
