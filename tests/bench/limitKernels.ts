// The least that a part of the work can cost in JavaScript: bare loops over typed arrays that answer nothing.

/** Fresh memory for the rows of an answer, each written once. */
export function writeRows(rows: number, width: number): number {
  const table = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) table[row * width + column] = row + column;
  }
  return table[rows * width - 1]!;
}

/** Columns of as many audiences as a run has, with made-up shares. */
export interface BareAudiences {
  readonly services: number;
  readonly networks: number;
  readonly strategies: number;
  readonly weight: Float64Array;
  readonly lost: Float64Array;
  readonly lostOfService: Float64Array;
}

export function bareAudiences(
  services: number,
  networks: number,
  strategies: number,
): BareAudiences {
  const audiences = services * networks;
  return {
    ...{ services, networks, strategies },
    weight: Float64Array.from({ length: audiences }, (_, at) => 1 / (at + 1)),
    lost: Float64Array.from({ length: audiences * strategies }, (_, at) => (at % 97) / 97),
    lostOfService: new Float64Array(services * strategies),
  };
}

/** For each tick and audience: weight · lost share, by strategy, added to the service. */
export function weighBare(
  { services, networks, strategies, weight, lost, lostOfService }: BareAudiences,
  ticks: number,
): number {
  let sum = 0;
  for (let tick = 0; tick < ticks; tick++) {
    const kept = 1 - tick / (2 * ticks);
    lostOfService.fill(0);
    for (let service = 0; service < services; service++) {
      const own = service * strategies;
      for (let network = 0; network < networks; network++) {
        const audience = service * networks + network;
        const share = kept * weight[audience]!;
        const from = audience * strategies;
        for (let s = 0; s < strategies; s++) lostOfService[own + s]! += share * lost[from + s]!;
      }
    }
    sum += lostOfService[0]!;
  }
  return sum;
}

export interface AudienceObject {
  readonly service: number;
  readonly weight: number;
  readonly lost: readonly number[];
}

export function audienceObjects(bare: BareAudiences): AudienceObject[] {
  const { networks, strategies } = bare;
  return Array.from(bare.weight, (weight, audience) => ({
    service: Math.floor(audience / networks),
    weight,
    lost: Array.from(bare.lost.subarray(audience * strategies, (audience + 1) * strategies)),
  }));
}

/** The same with an object for each audience. */
export function weighObjects(
  audiences: readonly AudienceObject[],
  lostOfService: Float64Array,
  strategies: number,
  ticks: number,
): number {
  let sum = 0;
  for (let tick = 0; tick < ticks; tick++) {
    const kept = 1 - tick / (2 * ticks);
    lostOfService.fill(0);
    for (const { service, weight, lost } of audiences) {
      lost.forEach((share, s) => {
        lostOfService[service * strategies + s]! += kept * weight * share;
      });
    }
    sum += lostOfService[0]!;
  }
  return sum;
}

/** A flow class as small as it can be: the share that it loses is given. */
export interface BareRow {
  readonly service: number;
  readonly demand: number;
  readonly lostShare: number;
}

/** For each tick and class: demand · hour · lost share, added to the service. */
export function addRows(
  rows: readonly BareRow[],
  hours: Float64Array,
  lostOfService: Float64Array,
): number {
  let sum = 0;
  for (let tick = 0; tick < hours.length; tick++) {
    lostOfService.fill(0);
    const hour = hours[tick]!;
    for (const row of rows) lostOfService[row.service]! += row.demand * hour * row.lostShare;
    sum += lostOfService[0]!;
  }
  return sum;
}
