// Networks on which the boxes do the same: what becomes of a look is worked out once for all of them.
import type { BoxTables } from './boxTables.ts';

export interface NetworkKinds {
  readonly count: number;
  readonly kindOfNetwork: Uint32Array;
  /** One network of each kind. */
  readonly networkOfKind: Uint32Array;
}

export function createNetworkKinds(
  stack: readonly { readonly appliesToNetwork: Uint8Array }[],
  boxOfStrategy: Int32Array,
  tables: BoxTables,
  networks: number,
): NetworkKinds {
  const networkOfKind: number[] = [];
  const kindOfKey = new Map<string, number>();
  const kindOfNetwork = new Uint32Array(networks);
  for (let network = 0; network < networks; network++) {
    const key = stack.map(({ appliesToNetwork }, strategy) => {
      const box = boxOfStrategy[strategy]!;
      return box < 0 || !appliesToNetwork[network] ? '' : seenBy(tables, box, network, networks);
    });
    const text = key.join(' ');
    const kind = kindOfKey.get(text) ?? networkOfKind.push(network) - 1;
    kindOfKey.set(text, kind);
    kindOfNetwork[network] = kind;
  }
  return {
    count: networkOfKind.length,
    kindOfNetwork,
    networkOfKind: Uint32Array.from(networkOfKind),
  };
}

/** All that a box is asked about a network. */
function seenBy(
  { coverage, flagged, protocols }: BoxTables,
  box: number,
  network: number,
  networks: number,
): string {
  const answers = [coverage[box * networks + network]!];
  for (let protocol = 0; protocol < protocols; protocol++) {
    answers.push(flagged[(box * protocols + protocol) * networks + network]!);
  }
  return answers.join(',');
}
