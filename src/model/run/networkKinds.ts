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
  { coverage }: BoxTables,
  networks: number,
): NetworkKinds {
  const networkOfKind: number[] = [];
  const kindOfKey = new Map<string, number>();
  const kindOfNetwork = new Uint32Array(networks);
  for (let network = 0; network < networks; network++) {
    const key = stack.map(({ appliesToNetwork }, strategy) => {
      const box = boxOfStrategy[strategy]!;
      return box < 0 || !appliesToNetwork[network] ? '' : coverage[box * networks + network];
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
