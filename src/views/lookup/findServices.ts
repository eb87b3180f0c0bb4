// Services by a part of their name, for the search box.
import type { Run } from '../../model/index.ts';

export interface Found {
  readonly kind: 'service' | 'address';
  readonly value: number;
  readonly label: string;
}

const MOST_FOUND = 8;

/** Services whose name contains the text, those that begin with it first. */
export function findServices(run: Run, text: string): Found[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const { services } = run.plan.world;
  return services.names
    .slice(0, services.firstTail)
    .map((name, service) => ({ name, service, at: name.toLowerCase().indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || a.name.localeCompare(b.name))
    .slice(0, MOST_FOUND)
    .map(({ name, service }) => ({ kind: 'service', value: service, label: name }));
}
