// The register of countermeasures: one line each.
import { addressHopping } from './addressHopping.ts';

export const countermeasures = [addressHopping] as const;
