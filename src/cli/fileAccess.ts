// What goes wrong with a file that somebody named, in the words of a complaint.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { BadInput } from './badInput.ts';

/**
 * @param option that named the file, such as --out
 * @param purpose what the file should be, such as “a file to write”
 * @throws BadInput when the system refuses the access
 */
export function orBadInput<T>(option: string, file: string, purpose: string, access: () => T): T {
  try {
    return access();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const folder = dirname(file);
    if (!existsSync(folder)) throw new BadInput(`${option}: the folder ${folder} does not exist`);
    throw new BadInput(`${option}: found ${code ?? 'an error'} at ${file}, expected ${purpose}`);
  }
}
