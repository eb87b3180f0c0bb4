// A name for the content of a scenario: equal content, equal hash, in every engine.
import type { Scenario } from '../model/index.ts';

const hashOfWorld = new WeakMap<object, string>();

/**
 * 16 hex digits, FNV-1a (64 bits) of the JSON with sorted keys, the world by its own hash. Edits,
 * stack and seed are part of the content. For telling scenarios apart, not for security.
 */
export function scenarioHash({ world, ...own }: Scenario): string {
  const ofWorld = hashOfWorld.get(world) ?? hashText(canonicalJson(world));
  hashOfWorld.set(world, ofWorld);
  return hashText(canonicalJson({ ...own, world: ofWorld }));
}

/** JSON without blanks, keys in the order of their code units; what is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** FNV-1a, 64 bits, over the UTF-8 bytes. The prime is 2^40 + 435; every product stays below 2^53. */
export function hashText(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * 435;
    high = (high * 435 + Math.floor(product / 4294967296) + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
