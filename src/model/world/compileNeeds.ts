// Which services need which, and the order in which that can be worked out.
import type { Need } from './world.ts';
import type { WorldFile } from './worldSchema.ts';

/**
 * @param count services and long tails; a tail needs nobody
 * @throws Error when services need each other in a circle; the scenario check finds that before.
 */
export function compileNeeds({ services }: WorldFile, count: number) {
  const numberOfId = new Map(services.map(({ id }, number) => [id, number]));
  const needsOfService: Need[][] = Array.from({ length: count }, () => []);
  services.forEach(({ dependsOn = [] }, number) => {
    for (const { service, criticality } of dependsOn) {
      const needed = numberOfId.get(service);
      if (needed === undefined) throw new Error(`there is no service "${service}"`);
      needsOfService[number]!.push({ service: needed, criticality: criticality.value });
    }
  });
  const { order, circle } = orderOfNeed(
    needsOfService.map((needs) => needs.map((one) => one.service)),
  );
  if (circle) throw new Error(`services need each other in a circle: ${circle.join(', ')}`);
  const inOrderOfNeed = Uint32Array.from(order.filter((s) => needsOfService[s]!.length > 0));
  return { needsOfService, inOrderOfNeed };
}

const NEW = 0;
const ON_PATH = 1;
const DONE = 2;

/** Things in an order in which each stands after all that it needs; or a circle that leaves none. */
export function orderOfNeed(needed: readonly (readonly number[])[]): {
  readonly order: readonly number[];
  readonly circle?: readonly number[];
} {
  const order: number[] = [];
  const state = new Uint8Array(needed.length);
  const looked = new Uint32Array(needed.length);
  for (let first = 0; first < needed.length; first++) {
    if (state[first] !== NEW) continue;
    // A path of our own instead of recursion: a chain may be longer than the stack is deep.
    const path = [first];
    state[first] = ON_PATH;
    for (let thing = path.at(-1); thing !== undefined; thing = path.at(-1)) {
      const next = needed[thing]![looked[thing]!++];
      if (next === undefined) {
        path.pop();
        state[thing] = DONE;
        order.push(thing);
      } else if (state[next] === ON_PATH) {
        return { order, circle: path.slice(path.indexOf(next)) };
      } else if (state[next] === NEW) {
        state[next] = ON_PATH;
        path.push(next);
      }
    }
  }
  return { order };
}
