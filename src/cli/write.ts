// Where a result goes: to stdout or into a file, in one piece or piece by piece as it comes.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { orBadInput } from './fileAccess.ts';

/** Text, or pieces of it that are worked out only when those before them are written. */
export type Result = string | Iterable<string>;

/** @throws BadInput when the file cannot be written; before a piece is worked out if it cannot be opened */
export async function write(result: Result, file: string | undefined): Promise<void> {
  const pieces = typeof result === 'string' ? [result] : result;
  if (file === undefined) {
    for (const piece of pieces) await send(piece);
    return;
  }
  const orComplain = <T>(access: () => T) => orBadInput('--out', file, 'a file to write', access);
  const handle = orComplain(() => openSync(file, 'w'));
  try {
    for (const piece of pieces) orComplain(() => writeFileSync(handle, piece));
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
