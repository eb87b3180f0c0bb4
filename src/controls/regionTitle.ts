// A region by what its networks have in common: the world names networks, and regions by an id only.
import type { Scenario } from '../model/index.ts';

type Networks = Pick<Scenario['world'], 'networks'>;

/** “Crimea and Sevastopol” of “Crimea and Sevastopol, mobile” and “…, fixed lines”; else the id as a name. */
export function regionTitle({ networks }: Networks, region: string): string {
  const own = networks.filter((network) => network.region === region);
  const [name, ...others] = new Set(own.map(({ title }) => title.replace(/, [^,]*$/, '')));
  // One network alone has its own title, and the region beside it must not be called the same.
  if (name !== undefined && others.length === 0 && own.length > 1) return name;
  const words = region.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same entry for a sentence: “in the rest of the country”. */
export function withRegionTitles<T extends { readonly regions?: readonly string[] | undefined }>(
  world: Networks,
  entry: T,
): T {
  if (!entry.regions) return entry;
  const inSentence = (name: string) => name.replace(/^The /, 'the ');
  return {
    ...entry,
    regions: entry.regions.map((region) => inSentence(regionTitle(world, region))),
  };
}
