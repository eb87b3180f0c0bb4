// The front door of every npm script: checks Node, installs what the lock file says, then goes on.
// Plain JavaScript, because it runs before anything is installed or built.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command = 'start', ...args] = process.argv.slice(2);

const commands = {
  start: () => start(),
  test: () => run('tests/run.mjs', 'test'),
  check: () => run('tests/run.mjs', 'check'),
  dev: () => run('node_modules/vite/bin/vite.js', ...args),
  build: () => run('node_modules/vite/bin/vite.js', 'build', ...args),
  bench: () => runBundle('tests/bench/main.ts'),
  digests: () => run('tests/browser/digestsIn.mjs', ...args),
  mutate: () => run('tests/mutate.mjs', ...args),
  schema: () => runBundle('src/cli/writeSchema.ts'),
  overblock: () => runBundle('src/cli/main.ts'),
};

if (!isNodeNewEnough(process.versions.node)) {
  fail(
    `Overblock needs Node 20.19, 22.13, 24 or newer, and this is Node ${process.versions.node}.`,
  );
}
if (!Object.hasOwn(commands, command)) {
  fail(`"${command}" is not one of: ${Object.keys(commands).join(', ')}.`);
}
if (!isInstalled()) install();
await commands[/** @type {keyof typeof commands} */ (command)]();

/** The same releases as `engines` in package.json. @param {string} version */
function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
}

/** Whether npm's own record of node_modules holds every package of the lock file, in its version. */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' ||
      (path in installed ? installed[path]?.version === wanted.version : wanted.optional === true),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function install() {
  console.error('Installing the packages of package-lock.json …');
  // Everything npm says goes to stderr: stdout belongs to the command.
  const { status } = spawnSync('npm', ['ci', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('npm ci failed, so nothing was started.');
}

async function start() {
  const { parseArgs } = await import('node:util');
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, host: { type: 'string' } },
  });
  const port = Number(values.port ?? process.env.PORT ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65535) fail('A port is a number up to 65535.');
  run('node_modules/vite/bin/vite.js', 'build');
  if (process.exitCode) return;
  const { serve } = await import('./serve.mjs');
  const { url } = await serve(join(root, 'dist'), { port, host: values.host });
  console.log(`\nOverblock is at ${url} (Ctrl+C stops it)`);
}

/** Runs a script in a Node of its own and passes its exit code on. @param {string[]} script */
function run(...script) {
  const { status } = spawnSync(process.execPath, script, { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

/**
 * Runs a TypeScript program in this very process: no second start-up, stdin and stdout untouched.
 * @param {string} entry
 */
async function runBundle(entry) {
  const { bundle } = await import('./bundle.mjs');
  const file = bundle(root, entry);
  if (file === undefined) return fail(`${entry} could not be built.`);
  process.argv = [process.execPath, file, ...args];
  // npm moves to the root; paths among the arguments are meant from where the command was typed.
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
  if (script === 'overblock' && typedIn) process.chdir(typedIn);
  await import(pathToFileURL(file).href);
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
