// The program as a person starts it, in a folder of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../src/cli/launch.mjs', import.meta.url));

export function openShell() {
  const folder = mkdtempSync(join(tmpdir(), 'overblock-'));
  return {
    folder,
    overblock(...args: string[]) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [launcher, 'overblock', ...args],
        { cwd: folder, encoding: 'utf8' },
      );
      return { status, stdout, stderr };
    },
    write(name: string, value: unknown): void {
      writeFileSync(join(folder, name), JSON.stringify(value));
    },
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    close: () => rmSync(folder, { recursive: true }),
  };
}
