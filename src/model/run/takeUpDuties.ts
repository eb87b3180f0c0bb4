// The boxes take up their duties for the load of an hour.
import { OUT_OF_WINDOW } from './loadKey.ts';
import type { RunState } from './runState.ts';

export function takeUpDuties(state: RunState): void {
  const { kinds, boxes } = state;
  state.duties.boxOnDuty.fill(-1);
  for (let kind = 0; kind < kinds.count; kind++) {
    for (let box = 0; box < boxes.length; box++) takeUp(state, kind, box);
  }
}

function takeUp(state: RunState, kind: number, number: number): void {
  const { duties, kinds, boxes, stack, boxTables, inspectedOfBox, strengthOfBox } = state;
  const { box, strategy } = boxes[number]!;
  const { protocols } = boxTables;
  const { networks } = state.plan.cells;
  const network = kinds.networkOfKind[kind]!;
  const inspected = inspectedOfBox[number]!;
  if (inspected === OUT_OF_WINDOW || !stack[strategy]!.appliesToNetwork[network]) return;
  const at = kind * stack.length + strategy;
  duties.boxOnDuty[at] = number;
  duties.coverage[at] = boxTables.coverage[number * networks + network]!;
  duties.overflow[at] = box.overflow === 'drop' ? 1 - inspected : 0;
  const working = inspected * strengthOfBox[number]!;
  for (let protocol = 0; protocol < protocols; protocol++) {
    const flagged = boxTables.flagged[number * protocols + protocol]!;
    duties.flagged[at * protocols + protocol] = working * flagged;
  }
}
