// Calls of two messengers in August 2025: what the rule takes by hand, whom it must leave alone.
import { beforeAll, expect, test } from 'vitest';
import type { Run, Scenario } from '../../../src/model/index.ts';
import {
  lostAt,
  mostLost,
  openShipped,
  runStack,
  runUnanswered,
  serviceAt,
} from './shippedRuns.ts';

let scenario: Scenario;
let asItWas: Run;

beforeAll(async () => {
  scenario = await openShipped('calls-2025');
  asItWas = runUnanswered(scenario);
});

// Boxes stand before all mobile lines (45 % of the sessions) and 92 % of the fixed ones (55 %).
const boxed = 0.45 + 0.55 * 0.92;
// 65 % of the calls go over the two services' own relays, 95 % of these over UDP; 78 % are recognised.
const caught = 0.65 * 0.95 * 0.78;

test('from 13 August voice and video of both lose what goes over their own relays', () => {
  for (const app of ['whatsapp', 'telegram']) {
    for (const kind of ['calls', 'video-calls']) {
      const lost = lostAt(asItWas, `${app}-${kind}`, '2025-08-20T12:00+03:00');
      expect(lost).toBeCloseTo(boxed * caught, 3);
    }
  }
});

test('on 12 August all of Moscow and half of every other region are hit', () => {
  // Moscow and its region have 21.9 of 146.03 million people.
  const reached = 21.9 / 146.03 + (1 - 21.9 / 146.03) / 2;
  const lost = lostAt(asItWas, 'whatsapp-calls', '2025-08-12T12:00+03:00');
  expect(lost).toBeCloseTo(boxed * caught * reached, 3);
});

test('Telegram falls first, on mobile networks only', () => {
  const moment = '2025-08-10T20:00+03:00';
  expect(lostAt(asItWas, 'telegram-calls', moment)).toBeCloseTo(0.45 * caught, 3);
  expect(lostAt(asItWas, 'whatsapp-calls', moment)).toBe(0);
});

test('messages, and the calls of Imo, Max, Meet and the others, are never touched', () => {
  const others = ['whatsapp', 'telegram', 'imo', 'imo-calls', 'max', 'max-calls', 'google-meet'];
  for (const id of [...others, 'vk-calls', 'zoom', 'facetime'])
    expect(mostLost(asItWas, id)).toBe(0);
});

test('the pattern alone takes meetings and Max’s calls as well, and spares Imo by its ranges', () => {
  const pattern = runUnanswered(scenario, 'pattern');
  const moment = '2025-08-20T12:00+03:00';
  // Calls between two phones fall too: 95 % over UDP, wherever they go.
  expect(lostAt(pattern, 'whatsapp-calls', moment)).toBeCloseTo(boxed * 0.95 * 0.78, 3);
  expect(lostAt(pattern, 'max-calls', moment)).toBeCloseTo(boxed * 0.95 * 0.78, 3);
  // Of a meeting's flows 80 % are picture or voice.
  expect(lostAt(pattern, 'google-meet', moment)).toBeCloseTo(boxed * 0.8 * 0.78, 3);
  expect(mostLost(pattern, 'imo-calls')).toBe(0);
});

test('who loses a call goes to Max; nobody leaves the messengers while messages get through', () => {
  const asItWas = runStack(scenario);
  const moment = '2025-09-01T12:00+03:00';
  // The rule knows calls only: of messages nothing is lost, and people leave at a rate times what is lost.
  for (const id of ['whatsapp', 'telegram']) {
    expect(serviceAt(asItWas, 'serviceLeft', id, moment)).toBe(0);
  }
  for (const id of ['whatsapp-calls', 'telegram-calls']) {
    expect(serviceAt(asItWas, 'serviceLeft', id, moment)).toBeGreaterThan(0);
  }
  expect(serviceAt(asItWas, 'serviceBrought', 'max-calls', moment)).toBeGreaterThan(0);
});
