// Tunnels in a whole run of the tiny world: who gets out by one, and to whom a lost tunnel is counted.
import { expect, test } from 'vitest';
import { run } from '../../../src/model/run/run.ts';
import { strategyShares } from '../../../src/scenario/strategyShares.ts';
import { lostShareOf, tinyUnder } from './tinyRun.ts';

/** Everybody has a tunnel that looks like MTProto, from the first tick on, for everything. */
const tunnelForAll = {
  id: 'tunnels',
  technique: 'circumvention',
  parameters: {
    service: 'courier',
    covers: 'everything',
    initialShare: 1,
    ceiling: 1,
    saves: 1,
    growthPerDay: 0,
    declinePerDay: 0,
    looks: { mtproto: 1 },
  },
};
const shutdown = (share: number) => ({
  id: 'cut',
  technique: 'shutdown',
  parameters: { mobile: share, fixed: share },
});
const fingerprint = (id: string, protocols: readonly string[], coverage: number) => ({
  id,
  technique: 'protocolFingerprint',
  parameters: {
    protocols,
    catches: 1,
    alsoCatches: 0,
    halfLifeWeeks: 0,
    coverageMobile: coverage,
    coverageFixed: coverage,
  },
});
const withTunnels = (...strategies: { id: string; technique: string; parameters: object }[]) =>
  run(tinyUnder(strategies, { countermeasures: [tunnelForAll] }));

test('whoever is cut off is cut off from tunnels too: half cut off is half lost', () => {
  for (const share of [0, 0.25, 0.5, 1]) {
    const result = withTunnels(shutdown(share));
    expect(result.balanced).toBe(true);
    for (const id of ['courier', 'bank', 'mapper']) {
      expect(lostShareOf(result, id, 5)).toBeCloseTo(share, 14);
    }
  }
});

test('a box that catches another look is no obstacle to the tunnel, one that catches its look is', () => {
  // Half of the lines have a box. TLS is caught there; courier is a quarter TLS, the bank all.
  const open = withTunnels(fingerprint('tls-box', ['tls'], 0.5));
  expect(lostShareOf(open, 'bank', 5)).toBe(0);
  // A second box on the same share of lines, placed by itself: it takes half of the tunnels.
  const closed = withTunnels(
    fingerprint('tls-box', ['tls'], 0.5),
    fingerprint('tunnel-box', ['mtproto'], 0.5),
  );
  expect(lostShareOf(closed, 'bank', 5)).toBeCloseTo(0.25, 14);
  // One box that catches both: whom it has caught it catches again.
  const both = withTunnels(fingerprint('both', ['tls', 'mtproto'], 0.5));
  expect(lostShareOf(both, 'bank', 5)).toBeCloseTo(0.5, 14);
});

test('a session is counted to whoever took its tunnel, and alone to what each would have taken', () => {
  const [first, second] = strategyShares(
    withTunnels(fingerprint('tls-box', ['tls'], 0.5), fingerprint('tunnel-box', ['mtproto'], 0.5)),
  );
  // All others are TLS: the first box takes a half, all of them try the tunnel, and the second takes half
  // of those. Alone the first would lose every session to the tunnels.
  expect(first?.taken.bystanders).toBeCloseTo(0, 14);
  expect(first?.alone.bystanders).toBeCloseTo(0, 14);
  expect(second?.taken.bystanders).toBeCloseTo(0.25, 14);
  expect(second?.alone.bystanders).toBeCloseTo(0, 14);
});
