// How a day's demand spreads over its hours.

/**
 * The share of a day's sessions that falls into each tick: (Δ/24) · diurnal(hour of the day).
 * A tick that covers several hours, or part of one, takes the mean of the curve over itself.
 */
export function dayShareOfTicks(
  diurnal: Float64Array,
  firstHourOfDay: number,
  ticks: number,
  tickHours: number,
): Float64Array {
  return Float64Array.from({ length: ticks }, (_, tick) => {
    const start = firstHourOfDay + tick * tickHours;
    return integrateHours(diurnal, start, start + tickHours) / 24;
  });
}

/** ∫ of the stepwise curve from hour `from` to hour `to`, counted from midnight of the first day. */
function integrateHours(diurnal: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let hour = Math.floor(from); hour < to; hour++) {
    const covered = Math.min(to, hour + 1) - Math.max(from, hour);
    sum += covered * diurnal[((hour % 24) + 24) % 24]!;
  }
  return sum;
}
