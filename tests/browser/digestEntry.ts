// Runs every shipped scenario, stack by stack, in whatever engine it is loaded into.
import { run, runDigest, type Scenario } from '../../src/model/index.ts';
import { listScenarios, loadScenario } from '../../src/scenario/catalogue.ts';

/** Digest of each run by scenario and stack. */
export async function digestsOfScenarios(): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const id of listScenarios()) {
    const reading = await loadScenario(id);
    if (!reading.ok) throw new Error(`${id} is no right scenario`);
    const { scenario } = reading;
    for (const { id: stack } of scenario.stacks) {
      digests[`${id}/${stack}`] = runDigest(run({ ...scenario, stack }));
      digests[`${id}/${stack}, all on`] = runDigest(run({ ...allOn(scenario), stack }));
    }
  }
  return digests;
}

/** With what is switched off in the file switched on. */
function allOn(scenario: Scenario): Scenario {
  const on = <T extends object>(entry: T) => ({ ...entry, off: false });
  return {
    ...scenario,
    stacks: scenario.stacks.map((stack) => ({ ...stack, strategies: stack.strategies.map(on) })),
    countermeasures: scenario.countermeasures.map(on),
  };
}
