// What the clients make of a fleet: who has heard of its addresses, and who finds none that works.
import { allUncertainTriesFail } from '../../world/hypergeometric.ts';
import { type Fleet, isListedIn } from './fleet.ts';

/** Everybody, but for what adding up many equal shares leaves. */
const ALL = 1 - 1e-12;

/** Each client hears of a fresh address in time. `stepOn`: share of a network's that hear in a tick. */
export function spreadNews(fleet: Fleet, stepOn: (network: number) => number): void {
  const { networks, informed } = fleet;
  let complete = true;
  for (let network = 0; network < networks; network++) {
    const step = stepOn(network);
    for (let at = network; at < informed.length; at += networks) {
      if (fleet.isCutOffOfSlot[(at - network) / networks]) {
        complete = false;
        continue;
      }
      const known = informed[at]! + step;
      informed[at] = known < ALL ? known : 1;
      if (known < ALL) complete = false;
    }
  }
  fleet.newsComplete = complete;
}

/**
 * P(a client on `network` finds no address that works), counting the lists of `level` only.
 * A slot is dead for a client that has not heard of the fresh address, and, where the network
 * enforces, for one that has while that address is listed. The rest is drawing without replacement.
 */
export function failShare(
  fleet: Fleet,
  level: number,
  version: number,
  network: number,
  completeness: number,
): number {
  // Where businesses have moved out of reach of the lists, most fleets are so most of the time.
  if (fleet.newsComplete && version < fleet.firstTurnOfAll) return 0;
  const { slots, networks, informed, tries, deadEnforced, deadFree, elementary } = fleet;
  // Everybody knows addresses of which none was ever listed.
  if (fleet.newsComplete && neverListed(fleet, level)) return 0;
  for (let slot = 0; slot < slots; slot++) {
    const known = informed[slot * networks + network]!;
    const unheard = unheardShare(fleet, slot, level, known);
    deadFree[slot] = unheard;
    deadEnforced[slot] = isListedIn(fleet, slot, level, version) ? unheard + known : unheard;
  }
  const enforcedFails = allUncertainTriesFail(deadEnforced, tries, elementary);
  const freeFails = allUncertainTriesFail(deadFree, tries, elementary);
  return completeness * enforcedFails + (1 - completeness) * freeFails;
}

/** Share of the clients who do not know the slot's address, and whom the lists of a level have cut off. */
function unheardShare(
  { lists, isBlamed, drivenByOfSlot }: Fleet,
  slot: number,
  level: number,
  known: number,
): number {
  return isBlamed[level * (lists + 1) + drivenByOfSlot[slot]!] ? 1 - known : 0;
}

/**
 * Of the clients on `network` who find an address that answers where the lists of `base` are enforced,
 * the share at one that `wide` holds: each address serves as many as it answers. Exact with one try, and
 * whenever all have heard all news.
 */
export function hamperedShare(
  fleet: Fleet,
  { wide, base }: { readonly wide: number; readonly base: number },
  version: number,
  network: number,
): number {
  if (version < fleet.firstTurnOfAll) return 0;
  let answering = 0;
  let hampered = 0;
  for (let slot = 0; slot < fleet.slots; slot++) {
    const known = fleet.informed[slot * fleet.networks + network]!;
    const isDead = isListedIn(fleet, slot, base, version);
    answering += 1 - unheardShare(fleet, slot, base, known) - (isDead ? known : 0);
    if (!isDead && isListedIn(fleet, slot, wide, version)) hampered += known;
  }
  return answering > 0 ? hampered / answering : 0;
}

function neverListed({ firstTurn, slots, levels }: Fleet, level: number): boolean {
  for (let slot = 0; slot < slots; slot++) {
    if (firstTurn[slot * levels + level] !== Number.POSITIVE_INFINITY) return false;
  }
  return true;
}
