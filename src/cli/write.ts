// Where a result goes: to stdout or into a file, in one piece or piece by piece as it comes.
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BadInput } from './badInput.ts';

/** Text, or pieces of it that are worked out only when those before them are written. */
export type Result = string | Iterable<string>;

/** @throws BadInput when the file cannot be written; before a piece is worked out if it cannot be opened */
export async function write(result: Result, file: string | undefined): Promise<void> {
  const pieces = typeof result === 'string' ? [result] : result;
  if (file === undefined) {
    for (const piece of pieces) await send(piece);
    return;
  }
  const handle = orBadInput(file, () => openSync(file, 'w'));
  try {
    for (const piece of pieces) orBadInput(file, () => writeFileSync(handle, piece));
  } finally {
    closeSync(handle);
  }
}

/** Waits until stdout has taken the piece. If it cannot, main.ts ends the program. */
function send(piece: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(piece, (error) => {
      if (!error) resolve();
    });
  });
}

function orBadInput<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const folder = dirname(file);
    if (!existsSync(folder)) throw new BadInput(`--out: the folder ${folder} does not exist`);
    throw new BadInput(`--out: found ${code ?? 'an error'} at ${file}, expected a file to write`);
  }
}
