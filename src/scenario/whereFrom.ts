// Where a published figure or a step of the story comes from.
import type { Basis, Scenario, Source } from '../model/index.ts';

type Sources = Pick<Scenario, 'sources'> & { readonly world: Pick<Scenario['world'], 'sources'> };

/** A source: the scenario's own or the world's. The scenario check has made sure that it exists. */
export function sourceOf({ sources, world }: Sources, id: string): Source {
  return sources[id] ?? world.sources[id] ?? { title: id };
}

export interface Origin {
  readonly word: 'Source' | 'Derived' | 'Assumed';
  readonly title: string;
  /** Of a page on the web; none where the source has no address there. */
  readonly url?: string;
}

/** Who reported it; of what nobody did, how it was derived or why it is assumed. */
export function whereFrom(scenario: Sources, { reported, derived, assumed }: Basis): Origin {
  if (reported !== undefined) {
    const { title, url } = sourceOf(scenario, reported);
    return { word: 'Source', title, ...(url?.startsWith('http') && { url }) };
  }
  return derived === undefined
    ? { word: 'Assumed', title: assumed ?? '' }
    : { word: 'Derived', title: derived };
}
