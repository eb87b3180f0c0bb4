// Boxes in one district, then at all operators: capacity, overload and Telegram's answers. Worked out by hand.
import { describe, expect, test } from 'vitest';
import { lostAt, metricAt, openShipped, runStack, runUnanswered } from './shippedRuns.ts';

const scenario = await openShipped('dpi-roll-out-2019');
const runOf = (stack: string) => runStack(scenario, stack);
const unanswered = (stack: string) => runUnanswered(scenario, stack);

// A Thursday: at 21:00 is the busiest hour of the day, at 10:30 less than half of it.
const MORNING = '2019-09-26T10:30+03:00';
const BUSIEST = '2019-09-26T21:00+03:00';
const NIGHT = '2019-09-26T03:00+03:00';
// All mobile and half of the fixed lines: 0.46 + 0.54 · 0.5.
const BEHIND_A_BOX = 0.73;
// 12.4 of 146.7 million people.
const URALS = 12.4 / 146.7;

describe('the pilot', () => {
  const pilot = runOf('urals-pilot');

  test('is about 8.45 % of the sessions', () => {
    const urals = scenario.world.networks.filter(({ region }) => region === 'urals');
    const share = urals.reduce((sum, network) => sum + network.share.value, 0);
    expect(share).toBeCloseTo(URALS, 5);
  });

  test('does something only while it is switched on', () => {
    // At night, on a Thursday afternoon, and on a Monday evening.
    for (const off of [NIGHT, '2019-09-26T15:00+03:00', '2019-09-30T21:00+03:00']) {
      expect(metricAt(pilot, 'targetBlocked', off)).toBe(0);
      expect(metricAt(pilot, 'collateral', off)).toBe(0);
    }
    expect(metricAt(pilot, 'targetBlocked', MORNING)).toBeGreaterThan(0);
  });

  test('drops a tenth of what passes its boxes in the busiest hour, and next to nothing in the morning', () => {
    // Behind a box are 0.46 · 0.3 + 0.54 · 0.8 = 0.57 of the district; needs add some two per cent of it.
    const dropped = URALS * 0.57 * 0.1;
    const collateral = metricAt(pilot, 'collateral', BUSIEST);
    expect(collateral).toBeGreaterThan(dropped);
    expect(collateral).toBeLessThan(1.03 * dropped);
    expect(metricAt(pilot, 'collateral', MORNING)).toBeLessThan(1e-5);
  });

  test('misses Telegram through its proxies', () => {
    const behind = URALS * 0.57;
    expect(metricAt(pilot, 'targetBlocked', MORNING)).toBeLessThan(0.6 * behind);
    expect(metricAt(pilot, 'targetTunnelled', MORNING)).toBeGreaterThan(0);
  });
});

describe('all operators', () => {
  test('without answers the signature finds 0.92 · 74 % of messages and a tenth of the calls’ 67 %', () => {
    const messages = 0.92 * (0.35 * 0.859 + 0.65 * 0.67);
    const calls = 0.08 * (0.1 * 0.67 + 0.9 * 0.000039);
    const plain = unanswered('roll-out-enough');
    const blocked = metricAt(plain, 'targetBlocked', MORNING);
    expect(blocked).toBeCloseTo(BEHIND_A_BOX * (messages + calls), 4);
    expect(metricAt(runOf('roll-out-enough'), 'targetBlocked', MORNING)).toBeLessThan(blocked);
  });

  test('boxes that leak catch 70 % in the busiest hour of what they catch at night', () => {
    const leaking = unanswered('roll-out');
    const [busiest, night] = [BUSIEST, NIGHT].map((at) => metricAt(leaking, 'targetBlocked', at));
    expect(busiest! / night!).toBeCloseTo(0.7, 9);
    expect(metricAt(leaking, 'collateral', BUSIEST)).toBeLessThan(1e-4);
  });

  test('boxes that drop what they cannot inspect take 0.73 · 30 % of everything in the busiest hour', () => {
    const dropping = unanswered('roll-out-fail-closed');
    expect(lostAt(dropping, 'vk', BUSIEST)).toBeCloseTo(BEHIND_A_BOX * 0.3, 4);
    expect(lostAt(dropping, 'vk', NIGHT)).toBeLessThan(1e-4);
  });

  test('with what looks random fall messengers with a protocol of their own, and nobody on TLS', () => {
    const random = runOf('roll-out-looks-random');
    // WhatsApp: 8 % calls over UDP; of the rest three quarters are its own protocol.
    const whatsapp = BEHIND_A_BOX * 0.92 * 0.75 * 0.9974;
    expect(lostAt(random, 'whatsapp', MORNING)).toBeCloseTo(whatsapp, 6);
    expect(lostAt(random, 'vk', MORNING)).toBe(0);
    // The answers that help against a signature help little here.
    const signature = metricAt(runOf('roll-out'), 'targetBlocked', MORNING);
    expect(metricAt(random, 'targetBlocked', MORNING)).toBeGreaterThan(1.5 * signature);
  });
});
