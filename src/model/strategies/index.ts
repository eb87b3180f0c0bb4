// The register of blocking strategies: one line each.
import { addressBlocklist } from './addressBlocklist.ts';
import { flowClassifier } from './flowClassifier.ts';
import { none } from './none.ts';

export const strategies = [none, addressBlocklist, flowClassifier] as const;
