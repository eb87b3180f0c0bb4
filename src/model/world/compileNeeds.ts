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

/** Things in an order in which each stands after all that it needs; or a circle that leaves none. */
export function orderOfNeed(needed: readonly (readonly number[])[]): {
  readonly order: readonly number[];
  readonly circle?: readonly number[];
} {
  const order: number[] = [];
  const path: number[] = [];
  const state = new Uint8Array(needed.length);
  const NEW = 0;
  const ON_PATH = 1;
  let circle: number[] | undefined;
  const visit = (thing: number): boolean => {
    if (state[thing] === ON_PATH) {
      circle = path.slice(path.indexOf(thing));
      return false;
    }
    if (state[thing] !== NEW) return true;
    state[thing] = ON_PATH;
    path.push(thing);
    for (const next of needed[thing]!) if (!visit(next)) return false;
    path.pop();
    state[thing] = 2;
    order.push(thing);
    return true;
  };
  for (let thing = 0; thing < needed.length; thing++) {
    if (!visit(thing)) return { order, circle: circle ?? [] };
  }
  return { order };
}
