// Changing plain data without touching it: what stays the same stays the same object.
import type { Keys } from './editPath.ts';
import { isRecord } from './place.ts';

/** A copy with one value replaced; objects that do not lead to it are shared with the original. */
export function withValue(whole: unknown, keys: Keys, value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((member, index) => (index === key ? withValue(member, rest, value) : member));
  }
  const before = isRecord(whole) ? whole : {};
  return { ...before, [key]: withValue(before[key], rest, value) };
}

/** `after`, in which everything that equals `before` is the object from `before`. */
export function keepUnchanged<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((member, index) => keepUnchanged(before[index], member));
    const isSame =
      kept.length === before.length && kept.every((member, i) => Object.is(member, before[i]));
    return (isSame ? before : kept) as T;
  }
  if (!isRecord(before) || !isRecord(after)) return after;
  const keys = Object.keys(after);
  const kept = keys.map((key) => [key, keepUnchanged(before[key], after[key])] as const);
  const isSame =
    keys.length === Object.keys(before).length &&
    kept.every(([key, value]) => Object.hasOwn(before, key) && Object.is(value, before[key]));
  return (isSame ? before : Object.fromEntries(kept)) as T;
}
