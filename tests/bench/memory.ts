// Mechanisms with memory: people take up tunnels, leave and change their look from what the last hour did
// to them, so that every hour weighs every audience anew. A cell is (service, network, strategy).
import type { Run } from '../../src/model/run/run.ts';
import type { Scenario } from '../../src/model/run/scenarioSchema.ts';
import type { BenchRow } from './benchRow.ts';
import { lossOf, prepared } from './engine.ts';
import { generated, growingList } from './generated.ts';
import { audienceObjects, bareAudiences, weighBare, weighObjects } from './limitKernels.ts';
import { runPaired } from './paired.ts';

const AIM = 400;
const size = { services: 2000, prefixes: 2000, days: 14 };
const looks = { tls: 0.5, own: 0.5 };
const strategies = [
  growingList,
  {
    id: 'boxes',
    technique: 'flowClassifier',
    parameters: { scores: { own: { mean: 1, deviation: 1 }, tls: { mean: -3, deviation: 1 } } },
  },
  { id: 'signature', technique: 'protocolFingerprint', parameters: { protocols: ['own'] } },
  { id: 'cut', technique: 'shutdown', parameters: { mobile: 0.1, fixed: 0 } },
];
const countermeasures = [
  { id: 'vpn', technique: 'circumvention', parameters: { service: 'service-0', looks } },
  {
    id: 'rivals',
    technique: 'substitution',
    parameters: { service: 'service-0', rivals: [{ service: 'service-1', share: 0.5 }] },
  },
  {
    id: 'new-look',
    technique: 'disguise',
    parameters: { service: 'service-0', from: 'own', to: 'tls' },
  },
];

export function benchMemory(): BenchRow[] {
  const engine = prepared(memoryScenario());
  const result = engine();
  const { services, rows, strategies: columns } = result.tally;
  const { networks } = result.plan.cells;
  if (rows < result.plan.ticks - 96) throw new Error('there are hours in which nobody moves');
  const bare = bareAudiences(services, networks, columns);
  const objects = audienceObjects(bare);
  const lost = new Float64Array(services * columns);
  const { milliseconds, ratios } = runPaired(
    [
      { name: 'engine', run: () => lossOf(engine()) },
      { name: 'limit', run: () => weighBare(bare, rows) },
      { name: 'objects', run: () => weighObjects(objects, lost, columns, rows) },
    ],
    { rounds: 31, warmUps: 10 },
  );
  const names = [
    `${title(result)}, the whole run`,
    '  limit: a bare loop',
    '  an object an audience',
  ];
  return names.map((name, i) => {
    const figure = cellTicks(result) / milliseconds[i]! / 1000;
    const row = { name, figure, unit: 'M cell-ticks/s' };
    if (i === 0) return { ...row, aim: `≥ ${AIM}`, met: figure >= AIM };
    return { ...row, ratio: 1 / ratios[i]!, met: true };
  });
}

/** A list that grows, boxes on all networks, and three answers of people. */
export function memoryScenario(): Scenario {
  return generated({ ...size, strategies, countermeasures });
}

/** Audience weights by strategy, once for each hour in which anybody moved. */
function cellTicks({ tally, plan }: Run): number {
  return tally.services * plan.cells.networks * tally.strategies * tally.rows;
}

function title({ tally, plan }: Run): string {
  return `memory: ${tally.services} services, ${plan.cells.networks} networks, ${tally.strategies} strategies`;
}
