// The register of countermeasures: one line each.
import { addressHopping } from './addressHopping/addressHopping.ts';
import { appeal } from './appeal.ts';
import { circumvention } from './circumvention.ts';
import { disguise } from './disguise.ts';
import { migration } from './migration/migration.ts';
import { substitution } from './substitution.ts';
import { updateChannel } from './updateChannel.ts';

export const countermeasures = [
  addressHopping,
  updateChannel,
  migration,
  circumvention,
  disguise,
  substitution,
  appeal,
] as const;
