// Rules about names, white lists and shutdowns in a whole run of the tiny world: 0.6 of all sessions
// are mobile; courier is 0.75 MTProto, which shows no name, and 0.25 TLS, which does; all others TLS.
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { tinyWorld } from '../../tinyWorld.ts';
import { lostShareOf, tinyUnder } from './tinyRun.ts';

const domainsOf: Readonly<Record<string, { name: string; share: number }[]>> = {
  courier: [{ name: 'api.courier.example', share: 0.8 }],
  bank: [{ name: 'bank.example', share: 1 }],
  mapper: [{ name: 'mapper.example', share: 1 }],
};

/** A session of the web needs 256 kbit/s and 500 kB a connection; half of the bank needs mapper. */
function namedWorld() {
  const world = tinyWorld();
  return {
    ...world,
    protocols: world.protocols.map((one) => ({ ...one, showsName: one.id === 'tls' })),
    profiles: world.profiles.map((one) => ({
      ...one,
      ...(one.id === 'web' && {
        needs: { tls: { kilobitsPerSecond: 256, kilobytesPerConnection: 500 } },
      }),
    })),
    services: world.services.map((one) => ({
      ...one,
      ...(domainsOf[one.id] && { domains: domainsOf[one.id] }),
      ...(one.id === 'bank' && {
        dependsOn: [{ service: 'mapper', criticality: { value: 0.5, assumed: 'x' } }],
      }),
    })),
  };
}

function lost(technique: string, parameters: object): (service: string) => number {
  const result = run(tinyUnder([{ id: 'own', technique, parameters }], { world: namedWorld() }));
  expect(result.balanced).toBe(true);
  return (service) => lostShareOf(result, service, 0);
}
const suffix = (text: string) => [{ match: 'suffix', text }];

test('a name filter takes what shows the name: mobile · TLS · names = 0.6 · 0.25 · 0.8', () => {
  const share = lost('nameFilter', { rules: suffix('courier.example'), coverageFixed: 0 });
  expect(share('courier')).toBeCloseTo(0.12, 14);
  for (const other of ['bank', 'mapper', 'radio', 'lantern']) expect(share(other)).toBe(0);
});

test('one that reads half of the look-ups takes 0.6 · 0.5 · 0.8, MTProto or not', () => {
  const parameters = { rules: suffix('courier.example'), where: 'dns', plainDns: 0.5 };
  const share = lost('nameFilter', { ...parameters, coverageFixed: 0 });
  expect(share('courier')).toBeCloseTo(0.24, 14);
});

test('at half of the rate that mapper needs it loses half, and the bank half of that through it', () => {
  const throttle = { action: 'throttle', kilobitsPerSecond: 128 };
  const share = lost('nameFilter', {
    rules: suffix('mapper.example'),
    ...throttle,
    coverageFixed: 0,
  });
  expect(share('mapper')).toBeCloseTo(0.6 * 0.5, 14);
  expect(share('bank')).toBeCloseTo(0.6 * 0.5 * 0.5, 14);
});

test('a cap below 500 kB loses all of mapper, one of 500 kB nothing', () => {
  const capped = (kilobytes: number) =>
    lost('nameFilter', { rules: suffix('mapper.example'), action: 'byteCap', kilobytes })('mapper');
  // Mobile all and fixed lines half: 0.6 + 0.4 · 0.5.
  expect(capped(499)).toBeCloseTo(0.8, 14);
  expect(capped(500)).toBe(0);
});

test('under a white list a listed service still fails with what it needs and what is not listed', () => {
  const share = lost('allowList', { names: ['bank.example'] });
  // Of the mobile sessions of the bank all pass by themselves; half of them need mapper, all denied.
  expect(share('bank')).toBeCloseTo(0.6 * 0.5, 14);
  expect(share('mapper')).toBeCloseTo(0.6, 14);
  expect(lost('allowList', { names: ['bank.example', 'mapper.example'] })('bank')).toBe(0);
});

test('a listed prefix lets pass what lies in it: three quarters of radio, nothing of courier', () => {
  const share = lost('allowList', { prefixes: ['203.0.113.0/24'] });
  expect(share('radio')).toBeCloseTo(0.6 * 0.25, 14);
  expect(share('courier')).toBeCloseTo(0.6, 14);
});

test('a white list with nothing on it is a shutdown of the networks that it covers', () => {
  const [denied, cut] = [lost('allowList', {}), lost('shutdown', { fixed: 0 })];
  for (const id of ['courier', 'mapper', 'radio', 'bank', 'lantern', 'nimbus-shared-tail']) {
    expect(denied(id)).toBeCloseTo(0.6, 14);
    expect(cut(id)).toBe(denied(id));
  }
});
