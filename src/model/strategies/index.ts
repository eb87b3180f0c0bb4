// The register of blocking strategies: one line each.
import { addressBlocklist } from './addressBlocklist/addressBlocklist.ts';
import { allowList } from './allowList.ts';
import { callRestriction } from './callRestriction.ts';
import { flowClassifier } from './flowClassifier.ts';
import { nameFilter } from './nameFilter.ts';
import { none } from './none.ts';
import { protocolFingerprint } from './protocolFingerprint.ts';
import { shutdown } from './shutdown.ts';

export const strategies = [
  none,
  addressBlocklist,
  flowClassifier,
  protocolFingerprint,
  callRestriction,
  nameFilter,
  allowList,
  shutdown,
] as const;
