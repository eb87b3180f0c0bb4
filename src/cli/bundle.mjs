// Bundles a TypeScript program for plain Node and keeps the bundle until a source changes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';

/**
 * The path of an up-to-date bundle of `entry`, or nothing if it cannot be built.
 * Its folder is named by everything it was made from, so a bundle that exists is never out of date
 * and two shells that build at once do not meet.
 * @param {string} root
 * @param {string} entry
 */
export function bundle(root, entry) {
  const cache = join(root, 'node_modules/.cache/overblock');
  const name = basename(entry, '.ts');
  const folder = join(cache, `${name}-${fingerprint(root, entry)}`);
  const file = join(folder, `${name}.js`);
  if (existsSync(file)) return file;

  const draft = join(cache, `draft-${name}-${process.pid}`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--ssr', entry, '--outDir', draft, '--logLevel', 'warn'],
    // What the builder says goes to stderr: stdout belongs to the program.
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (status !== 0) return undefined;
  for (const old of readdirSync(cache)) {
    if (old.startsWith(`${name}-`)) rmSync(join(cache, old), { recursive: true, force: true });
  }
  mkdirSync(cache, { recursive: true });
  renameSync(draft, folder);
  return file;
}

/**
 * Changes when a file is edited, added, removed or renamed, or when the clock of one goes back.
 * @param {string} root
 * @param {string} entry
 */
function fingerprint(root, entry) {
  const hash = createHash('sha256').update(`${process.version} ${entry}\n`);
  const visit = (/** @type {string} */ path) => {
    const status = statSync(join(root, path), { throwIfNoEntry: false });
    if (status?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    } else if (status) {
      hash.update(`${path} ${status.mtimeMs} ${status.size}\n`);
    }
  };
  const benches = entry.startsWith('tests/') ? ['tests'] : [];
  for (const path of ['src', 'scenarios', 'vite.config.ts', 'package-lock.json', ...benches]) {
    visit(path);
  }
  return hash.digest('hex').slice(0, 16);
}
