// A CSV file that keeps the runs of a study, so that one that was stopped goes on where it was.
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { Totals } from '../model/index.ts';
import { showText } from '../scenario/place.ts';
import { BadInput } from './badInput.ts';
import { orBadInput } from './fileAccess.ts';
import type { RowForm } from './runRows.ts';

export interface KeptRuns {
  /** Totals by the key of the run. */
  readonly totalsOf: ReadonlyMap<string, Totals>;
  append(key: string, totals: Totals): void;
  close(): void;
}

/**
 * Opens the file, or begins it. A last line that was cut off is taken away, with a word on stderr.
 * @throws BadInput when it is the table of another study or another scenario
 */
export function openKeptRuns(file: string, form: RowForm): KeptRuns {
  const text = readKept(file);
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const totalsOf = readRows(file, whole, form);
  if (whole.length < text.length) {
    truncateSync(file, Buffer.byteLength(whole));
    console.error(`${file}: the last line was cut off, so it is left out and run again`);
  }
  const handle = orComplain(file, () => openSync(file, 'a'));
  let rows = totalsOf.size;
  if (whole === '') writeSync(handle, `${form.header}\n`);
  return {
    totalsOf,
    append(key, totals) {
      writeSync(handle, `${form.rowOf(++rows, key, totals)}\n`);
    },
    close: () => closeSync(handle),
  };
}

function readKept(file: string): string {
  if (!existsSync(file)) return '';
  return orComplain(file, () => readFileSync(file, 'utf8'));
}

function readRows(file: string, text: string, form: RowForm): Map<string, Totals> {
  const totalsOf = new Map<string, Totals>();
  if (text === '') return totalsOf;
  const [header = '', ...rows] = text.trimEnd().split(/\r?\n/);
  if (header !== form.header) {
    throw new BadInput(
      `--resume: ${file}: line 1: found ${showText(header)}, expected the columns of this study: ${form.header}`,
    );
  }
  rows.forEach((row, index) => {
    const read = form.read(row);
    if (read) totalsOf.set(read.key, read.totals);
    else {
      const expected = `a whole row that begins with ${form.start}, this scenario and its hash`;
      throw new BadInput(
        `--resume: ${file}: line ${index + 2}: found ${showText(row)}, expected ${expected}`,
      );
    }
  });
  return totalsOf;
}

function orComplain<T>(file: string, access: () => T): T {
  return orBadInput('--resume', file, 'a file to keep runs in', access);
}
