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
  /** Sites of long tails in listed ranges, an expected value, by tick. */
  readonly sitesListedOfTick: Float64Array;
  /** Businesses that have moved up to and with each tick. */
  readonly migratedOfTick: Float64Array;
  /** Per service: sessions, bytes and hours a day when nothing is blocked. */
  readonly demandOfService: Float64Array;
  readonly bytesOfService: Float64Array;
  readonly hoursOfService: Float64Array;
  readonly isTargetOfService: Uint8Array;
  /** The same added up: everybody else, then the target. */
  readonly roleDemand: Float64Array;
  readonly roleBytes: Float64Array;
  /** From here on the services are long tails. */
  readonly firstTail: number;
  rows: number;
  /** Sessions a day lost, at (row · services + service) · strategies + strategy. */
  lostOfRow: Float64Array;
  /** Sums over services, at (row · 2 + role) · strategies + strategy; role 1 is the target. */
  roleLostOfRow: Float64Array;
  /** The same of what each strategy would take alone. */
  roleAloneOfRow: Float64Array;
  /** What else became of sessions, at (row · services + service) · FATES + fate; empty without any. */
  fatesOfRow: Float64Array;
  /** The same by role, at (row · 2 + role) · FATES + fate. */
  roleFatesOfRow: Float64Array;
  /** Bytes and hours a day lost, all strategies together, at row · 2 + role. */
  roleLostBytesOfRow: Float64Array;
  roleLostHoursOfRow: Float64Array;
  /** Largest |demand − through − lost| / demand met in any bundle, audience or service: the books. */
  worstImbalance: number;
}

/**
 * What becomes of sessions beside being lost, in sessions a day. GONE: their users have left;
 * BROUGHT: came from those who left another service; SAVED: a tunnel got them through; THROUGH_NEED: lost
 * because something that the service needs was lost.
 */
export const GONE = 0;
export const BROUGHT = 1;
export const SAVED = 2;
export const THROUGH_NEED = 3;
export const FATES = 4;
export type Fate = typeof GONE | typeof BROUGHT | typeof SAVED | typeof THROUGH_NEED;

export function createTally(
  fixed: Omit<
    Tally,
    | 'roleDemand'
    | 'roleBytes'
    | 'rows'
    | 'lostOfRow'
    | 'roleLostOfRow'
    | 'roleAloneOfRow'
    | 'fatesOfRow'
    | 'roleFatesOfRow'
    | 'migratedOfTick'
    | 'roleLostBytesOfRow'
    | 'roleLostHoursOfRow'
    | 'worstImbalance'
    | 'rowOfTick'
    | 'listedOfTick'
    | 'entriesOfTick'
    | 'sitesListedOfTick'
  >,
): Tally {
  const roleDemand = new Float64Array(2);
  const roleBytes = new Float64Array(2);
  addRoles(roleDemand, 0, fixed.demandOfService, fixed.isTargetOfService, 1);
  addRoles(roleBytes, 0, fixed.bytesOfService, fixed.isTargetOfService, 1);
  return {
    ...fixed,
    roleDemand,
    roleBytes,
    rowOfTick: new Uint32Array(fixed.ticks),
    listedOfTick: new Float64Array(fixed.ticks),
    entriesOfTick: new Float64Array(fixed.ticks),
    sitesListedOfTick: new Float64Array(fixed.ticks),
    migratedOfTick: new Float64Array(fixed.ticks),
    rows: 0,
    lostOfRow: new Float64Array(0),
    roleLostOfRow: new Float64Array(0),
    roleAloneOfRow: new Float64Array(0),
    fatesOfRow: new Float64Array(0),
    roleFatesOfRow: new Float64Array(0),
    roleLostBytesOfRow: new Float64Array(0),
    roleLostHoursOfRow: new Float64Array(0),
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
  /** At service · FATES + fate; empty when a run has neither people who answer nor services in need. */
  readonly fatesOfService: Float64Array;
}

/** Writes the current losses as a new row; returns its number. */
export function appendRow(tally: Tally, losses: Losses): number {
  const { strategies, isTargetOfService: roles } = tally;
  const row = tally.rows++;
  tally.lostOfRow = withRoom(tally.lostOfRow, row, losses.lostOfService.length, tally.ticks);
  tally.lostOfRow.set(losses.lostOfService, row * losses.lostOfService.length);
  tally.roleLostOfRow = withRoom(tally.roleLostOfRow, row, 2 * strategies, tally.ticks);
  addRoles(tally.roleLostOfRow, row, losses.lostOfService, roles, strategies);
  tally.roleAloneOfRow = withRoom(tally.roleAloneOfRow, row, 2 * strategies, tally.ticks);
  addRoles(tally.roleAloneOfRow, row, losses.aloneOfService, roles, strategies);
  if (losses.fatesOfService.length > 0) {
    tally.fatesOfRow = withRoom(tally.fatesOfRow, row, losses.fatesOfService.length, tally.ticks);
    tally.fatesOfRow.set(losses.fatesOfService, row * losses.fatesOfService.length);
    tally.roleFatesOfRow = withRoom(tally.roleFatesOfRow, row, 2 * FATES, tally.ticks);
    addRoles(tally.roleFatesOfRow, row, losses.fatesOfService, roles, FATES);
  }
  tally.roleLostBytesOfRow = withRoom(tally.roleLostBytesOfRow, row, 2, tally.ticks);
  addRoles(tally.roleLostBytesOfRow, row, losses.lostBytesOfService, roles, 1);
  tally.roleLostHoursOfRow = withRoom(tally.roleLostHoursOfRow, row, 2, tally.ticks);
  addRoles(tally.roleLostHoursOfRow, row, losses.lostHoursOfService, roles, 1);
  return row;
}

/** Adds services by role into a row of `width` columns each: bystanders first, then the target. */
function addRoles(
  table: Float64Array,
  row: number,
  ofService: Float64Array,
  isTargetOfService: Uint8Array,
  width: number,
): void {
  const services = isTargetOfService.length;
  const into = row * 2 * width;
  for (let column = 0; column < width; column++) {
    let bystanders = 0;
    let target = 0;
    for (let service = 0; service < services; service++) {
      const value = ofService[service * width + column]!;
      if (isTargetOfService[service]) target += value;
      else bystanders += value;
    }
    table[into + column] = bystanders;
    table[into + width + column] = target;
  }
}

/** The table with room for row `row`: four times as much, but for no more rows than a run has ticks. */
function withRoom(table: Float64Array, row: number, width: number, ticks: number): Float64Array {
  if ((row + 1) * width <= table.length) return table;
  const rows = Math.max(row + 1, Math.min(ticks, Math.max(4 * row, 32)));
  const grown = new Float64Array(rows * width);
  grown.set(table);
  return grown;
}

/** Sessions a day of a service with one fate in a row. */
export function fateOf(tally: Tally, row: number, service: number, fate: Fate): number {
  return tally.fatesOfRow[(row * tally.services + service) * FATES + fate] ?? 0;
}

/** Share of a service's sessions that do not get through in a row, lost to any strategy or gone, 0 … 1. */
export function lostShare(tally: Tally, row: number, service: number): number {
  const demand = tally.demandOfService[service] as number;
  if (demand === 0) return 0;
  const { strategies, services, lostOfRow } = tally;
  let lost = 0;
  const at = (row * services + service) * strategies;
  for (let s = 0; s < strategies; s++) lost += lostOfRow[at + s] as number;
  return (lost + fateOf(tally, row, service, GONE)) / demand;
}

/** A service is hit when it loses this share of its sessions, and down at the next (MODEL.md section 8). */
export const HIT_SHARE = 0.05;
export const DOWN_SHARE = 0.5;
