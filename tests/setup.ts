// Property tests draw from one seed, so that a run of the tests is the same run everywhere. To look
// further: FAST_CHECK_SEED=$RANDOM npm test
import process from 'node:process';
import fc from 'fast-check';

const SEED = 20180416;

const { FAST_CHECK_SEED, FAST_CHECK_MS } = process.env;
fc.configureGlobal({
  seed: Number(FAST_CHECK_SEED ?? SEED),
  // For mutation testing: that a property fails is enough, and it has to happen soon.
  ...(FAST_CHECK_MS && { interruptAfterTimeLimit: Number(FAST_CHECK_MS), endOnFailure: true }),
});
