// Runs every check of `npm test` (or `npm run check`), one after the other, and counts the tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findOrInstallChromium } from './browser/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = `${root}node_modules/.cache/overblock`;
const vite = 'node_modules/vite/bin/vite.js';
const tsc = 'node_modules/typescript/bin/tsc';
const biome = 'node_modules/@biomejs/biome/bin/biome';

let passed = 0;
let failed = 0;
/** @type {string[]} */
const failedSteps = [];

const chromium = findOrInstallChromium();
if (process.argv[2] === 'check')
  step('format and lint', biome, 'check', '--error-on-warnings', '.');
step('types', tsc, '-p', '.');
step('types of the model', tsc, '-p', 'src/model');
const isBuilt = step('build', vite, 'build', '--logLevel', 'warn');
testStep('unit');
if (chromium === undefined) {
  miss(
    'browser tests',
    'No Chromium was found and none could be installed. Set CHROMIUM to the path of one.',
  );
} else if (isBuilt) {
  testStep('browser');
} else {
  miss('browser tests', 'There is no built page to open.');
}
if (failedSteps.length > 0) console.log(`\nNot passed: ${failedSteps.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {string} name @param {string} script @param {string[]} args */
function step(name, script, ...args) {
  const isGood = run(name, script, ...args);
  if (!isGood) miss(name);
  return isGood;
}

/** A vitest run; its tests are counted one by one. @param {'unit' | 'browser'} project */
function testStep(project) {
  const report = `${cache}/${project}-tests.json`;
  mkdirSync(cache, { recursive: true });
  rmSync(report, { force: true });
  const isGood = run(
    `${project} tests`,
    'node_modules/vitest/vitest.mjs',
    ...['run', '--project', project, '--allowOnly=false'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  );
  const counted = countTests(report);
  passed += counted.passed;
  failed += counted.failed;
  if (counted.passed + counted.failed === 0) miss(`${project} tests`, 'Not a single test ran.');
  else if (!isGood && counted.failed === 0) miss(`${project} tests`);
  else if (!isGood) failedSteps.push(`${project} tests`);
}

/** A test file that could not even be loaded counts as one failed test. @param {string} report */
function countTests(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const unloaded = testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** @param {string} name @param {string} script @param {string[]} args */
function run(name, script, ...args) {
  const from = performance.now();
  console.log(`\n── ${name}`);
  const env = { ...process.env, ...(chromium && { CHROMIUM: chromium }) };
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
  return status === 0;
}

/** A step that failed without naming a failed test counts as one. @param {string} name @param {string} [why] */
function miss(name, why) {
  if (why) console.error(`\n${why}`);
  failedSteps.push(name);
  failed += 1;
}
