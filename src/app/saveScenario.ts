// Saves the scenario with its changes as a file that can be opened again.
import type { Scenario } from '../model/index.ts';

export function saveScenario(scenario: Scenario): void {
  const text = JSON.stringify(scenario, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${scenario.id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
