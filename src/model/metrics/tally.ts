// What a run counts. Demand is separable, so a row holds daily figures that stay true until something
// changes; a tick only names its row and the share of a day that falls into it.

export interface Tally {
  readonly ticks: number;
  readonly strategies: number;
  readonly services: number;
  /** Share of a day's sessions in each tick. */
  readonly dayShareOfTick: Float64Array;
  readonly rowOfTick: Uint32Array;
  /** Addresses on the list (nested entries once) and open entries, by tick. */
  readonly listedOfTick: Float64Array;
  readonly entriesOfTick: Float64Array;
  /** Per service: sessions, bytes and hours a day when nothing is blocked. */
  readonly demandOfService: Float64Array;
  readonly bytesOfService: Float64Array;
  readonly hoursOfService: Float64Array;
  readonly isTargetOfService: Uint8Array;
  /** From here on the services are long tails. */
  readonly firstTail: number;
  rows: number;
  /** Sessions a day lost, at (row · services + service) · strategies + strategy. */
  lostOfRow: Float64Array;
  /** Bytes and hours a day lost, at row · services + service. */
  lostBytesOfRow: Float64Array;
  lostHoursOfRow: Float64Array;
  /** Sums over services, at (row · 2 + role) · strategies + strategy; role 1 is the target. */
  roleLostOfRow: Float64Array;
  /** The same of what each strategy would take alone. */
  roleAloneOfRow: Float64Array;
  /** Largest |demand − through − lost| / demand met in any cell of the run: the books. */
  worstImbalance: number;
}

export function createTally(
  fixed: Omit<
    Tally,
    | 'rows'
    | 'lostOfRow'
    | 'lostBytesOfRow'
    | 'lostHoursOfRow'
    | 'roleLostOfRow'
    | 'roleAloneOfRow'
    | 'worstImbalance'
    | 'rowOfTick'
    | 'listedOfTick'
    | 'entriesOfTick'
  >,
): Tally {
  return {
    ...fixed,
    rowOfTick: new Uint32Array(fixed.ticks),
    listedOfTick: new Float64Array(fixed.ticks),
    entriesOfTick: new Float64Array(fixed.ticks),
    rows: 0,
    lostOfRow: new Float64Array(0),
    lostBytesOfRow: new Float64Array(0),
    lostHoursOfRow: new Float64Array(0),
    roleLostOfRow: new Float64Array(0),
    roleAloneOfRow: new Float64Array(0),
    worstImbalance: 0,
  };
}

/** The current daily losses of every service, as the engine keeps them between rows. */
export interface Losses {
  readonly lostOfService: Float64Array;
  readonly lostBytesOfService: Float64Array;
  readonly lostHoursOfService: Float64Array;
  /** What each strategy would take alone, at service · strategies + strategy. */
  readonly aloneOfService: Float64Array;
}

/** Writes the current losses as a new row; returns its number. */
export function appendRow(tally: Tally, losses: Losses): number {
  const row = tally.rows++;
  tally.lostOfRow = withRow(tally.lostOfRow, row, losses.lostOfService);
  tally.lostBytesOfRow = withRow(tally.lostBytesOfRow, row, losses.lostBytesOfService);
  tally.lostHoursOfRow = withRow(tally.lostHoursOfRow, row, losses.lostHoursOfService);
  tally.roleLostOfRow = withRow(tally.roleLostOfRow, row, sumByRole(tally, losses.lostOfService));
  tally.roleAloneOfRow = withRow(
    tally.roleAloneOfRow,
    row,
    sumByRole(tally, losses.aloneOfService),
  );
  return row;
}

/** Adds services by role: bystanders at strategy, the target at strategies + strategy. */
function sumByRole(
  { services, strategies, isTargetOfService }: Tally,
  ofService: Float64Array,
): Float64Array {
  const sums = new Float64Array(2 * strategies);
  for (let service = 0; service < services; service++) {
    const role = isTargetOfService[service]! * strategies;
    for (let s = 0; s < strategies; s++) sums[role + s]! += ofService[service * strategies + s]!;
  }
  return sums;
}

/** The table with `values` as row `row`; grows by doubling. */
function withRow(table: Float64Array, row: number, values: Float64Array): Float64Array {
  const start = row * values.length;
  let grown = table;
  if (start + values.length > table.length) {
    grown = new Float64Array(Math.max(2 * table.length, 16 * values.length));
    grown.set(table);
  }
  grown.set(values, start);
  return grown;
}

/** Share of a service's sessions lost in a row, all strategies together, 0 … 1. */
export function lostShare(tally: Tally, row: number, service: number): number {
  const demand = tally.demandOfService[service] as number;
  if (demand === 0) return 0;
  const { strategies, services, lostOfRow } = tally;
  let lost = 0;
  const at = (row * services + service) * strategies;
  for (let s = 0; s < strategies; s++) lost += lostOfRow[at + s] as number;
  return lost / demand;
}

/** A service is hit when it loses this share of its sessions, and down at the next (MODEL.md section 5). */
export const HIT_SHARE = 0.05;
export const DOWN_SHARE = 0.5;
