// Mutation testing of the model: changes one operator or condition after another and asks whether a
// test of that room notices. `npm run mutate` takes hours; `npm run mutate -- net world` takes rooms.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

/** The rooms, and whose tests besides their own have to notice; `floor` are the files in no folder. */
const rooms = {
  floor: [],
  net: [],
  world: [],
  traffic: [],
  strategies: [],
  // Several lists, levels and fleets at once: the oracle draws them all.
  countermeasures: ['tests/oracle/**/*.test.ts'],
  metrics: [],
  run: ['tests/oracle/**/*.test.ts'],
  study: [],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(rooms, name));
if (unknown.length > 0) {
  console.error(`No room "${unknown[0]}"; there are ${Object.keys(rooms).join(', ')}.`);
  process.exit(2);
}
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// A property that has not failed after five seconds of draws hardly ever does later.
process.env.FAST_CHECK_MS ??= '5000';
for (const [name, witnesses] of Object.entries(rooms)) {
  if (asked.length === 0 || asked.includes(name)) await mutate(name, witnesses);
}

/** @param {string} name @param {string[]} witnesses */
async function mutate(name, witnesses) {
  console.log(`\n── ${name}`);
  const folder = name === 'floor' ? '*' : `${name}/**/*`;
  const tests = [`tests/model/${folder}.test.ts`, ...witnesses];
  process.env.MUTATION_TESTS = tests.join(',');
  const stryker = new Stryker({
    mutate: [process.env.MUTATION_FILES ?? `src/model/${folder}.ts`, '!src/model/index.ts'],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutate.vitest.ts', related: false },
    coverageAnalysis: 'perTest',
    // Texts are words for people. What is computed once when a file is loaded are schemas: tables
    // whose figures Stryker leaves alone, and whose changed shape no file of a scenario would pass.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignoreStatic: true,
    concurrency: Number(process.env.MUTATION_WORKERS ?? 1),
    // Stryker would rewrite tsconfig.json with an interface that TypeScript 7 no longer has.
    tsconfigFile: 'none',
    tempDirName: 'coverage/mutation/sandbox',
    ignorePatterns: ['dist', 'coverage'],
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `coverage/mutation/${name}.json` },
    allowConsoleColors: false,
    allowEmpty: true,
  });
  await stryker.runMutationTest();
}
