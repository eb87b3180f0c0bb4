// How tests run while the model is mutated: the files of one room, named by tests/mutate.mjs.
import process from 'node:process';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { OVERBLOCK_VERSION: '"mutated"' },
  test: {
    setupFiles: ['tests/setup.ts'],
    // A mutant that hangs is Stryker's to stop, on a machine that is busy too.
    testTimeout: 60_000,
    include: (process.env.MUTATION_TESTS ?? '').split(','),
  },
});
