// How a share of people grows or shrinks within a step of time: exact solutions, so that two half
// steps are one step and results do not hang on the length of a tick.
import { exp, probabilityWithin } from './exp.ts';

/**
 * Word of mouth: dv/dt = r · v · (1 − v/K). Those who do it tell those who do not yet, up to a ceiling.
 * @param share v, 0 … K; 0 stays 0, for nobody could tell
 * @param ceiling K, 0 … 1
 * @param growth r · time, at least 0
 */
export function logisticStep(share: number, ceiling: number, growth: number): number {
  if (share === 0) return 0;
  const grown = probabilityWithin(growth, 1); // 1 − e^(−growth)
  // For a small growth 1 − grown is as good as a second e^x; for a large one it has no digits left.
  const rest = growth < 1 ? 1 - grown : exp(-growth);
  const toGo = ceiling - share;
  // K v e^g / (K + v (e^g − 1)), written as v and what is added, so that no growth adds nothing.
  return Math.min(ceiling, share + (toGo * share * grown) / (share + toGo * rest));
}

/**
 * Decisions that people take each by themselves: dv/dt = rate · (goal − v).
 * @param rateTimesTime at least 0
 */
export function relaxStep(share: number, goal: number, rateTimesTime: number): number {
  if (share === goal) return share;
  const next = share + (goal - share) * probabilityWithin(rateTimesTime, 1);
  // Rounding must not carry it past its goal.
  return share < goal ? Math.min(next, goal) : Math.max(next, goal);
}

/**
 * Both at once: dv/dt = F(v) = r · v · (1 − v/K) − d · (v − v₀), with v₀ ≤ v ≤ K and K above 0.
 * F is quadratic in v, so D = F′² + 4 F r/K is the same along the way, and the time t adds
 * 2 F T / (√D − F′ T), where T = tanh(√D t/2) = (1 − e^(−√D t)) / (1 + e^(−√D t)).
 * Meant for the steps of a run: it loses a digit for each 2.3 of growth + decline.
 * @param growth r · time, at least 0
 * @param decline d · time, at least 0
 */
export function uptakeStep(
  share: number,
  floor: number,
  ceiling: number,
  growth: number,
  decline: number,
): number {
  const slope = growth * share * (1 - share / ceiling) - decline * (share - floor);
  if (slope === 0) return share;
  const bend = growth * (1 - (2 * share) / ceiling) - decline; // F′
  const net = growth - decline;
  const root = Math.sqrt(net * net + (4 * growth * decline * floor) / ceiling);
  const passed = probabilityWithin(root, 1); // 1 − e^(−√D t)
  const reach = root === 0 ? 1 : passed / root;
  const next = share + (2 * slope * reach) / (2 - passed - bend * reach);
  return Math.min(ceiling, Math.max(floor, next));
}
