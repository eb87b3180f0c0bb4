// The register of countermeasures: one line each.
import { addressHopping } from './addressHopping/addressHopping.ts';

export const countermeasures = [addressHopping] as const;
