// What people meet in the tiny world, tick by tick, without an engine: every share is given.
import type {
  CountermeasureSetting,
  LastTick,
} from '../../../src/model/countermeasures/countermeasure.ts';
import { compileWorld } from '../../../src/model/world/compileWorld.ts';
import { tinyWorld } from '../../tinyWorld.ts';

const { world } = compileWorld(tinyWorld());
const numberIn = (ids: readonly string[]) => (id: string) => ids.indexOf(id);
export const serviceNumber = numberIn(world.services.ids);
export const protocolNumber = numberIn(world.protocols.ids);
export const MOBILE = 0;
export const FIXED = 1;

/** The part of the setting that people look at; three days of one-hour ticks unless told otherwise. */
export function peopleSetting(changes: Partial<CountermeasureSetting> = {}): CountermeasureSetting {
  const setting = {
    world,
    ticks: 72,
    tickHours: 1,
    fromTick: 0,
    untilTick: 72,
    networks: world.networks.ids.length,
    numberOfService: serviceNumber,
    numberOfProtocol: protocolNumber,
    ...changes,
  };
  return setting as CountermeasureSetting;
}

/** A tick that took these shares of one service's sessions on the two networks, and nothing else. */
export function tookFrom(id: string, mobile: number, fixed: number): LastTick {
  const of = (service: number, network: number) =>
    service !== serviceNumber(id) ? 0 : network === MOBILE ? mobile : fixed;
  return {
    blockedShare: of,
    lostShare: of,
    lostToAddressRules: (service) => 0.6 * of(service, MOBILE) + 0.4 * of(service, FIXED),
  };
}
