// Prefixes that a censor spares whatever it finds there.
import { type Prefix, parsePrefix } from '../../net/prefix.ts';

/** May a prefix be listed, that is, does it touch none of the protected ones? Texts that are no prefix guard nothing. */
export function keepsClearOf(protectedPrefixes: readonly string[]): (prefix: Prefix) => boolean {
  const guarded = protectedPrefixes.flatMap((text) => {
    const parsed = parsePrefix(text);
    return parsed.ok ? [parsed.prefix] : [];
  });
  return ({ first, last }) => !guarded.some((guard) => guard.first <= last && first <= guard.last);
}
