// What each kind of service lost over a run: bystanders by category, the target apart.
import type { WorldFile } from '../model/index.ts';

/** A service as the report of a run has it; demand and lost are sessions over the whole run. */
export interface ServiceLoss {
  readonly role: 'target' | 'bystander';
  readonly category: string;
  readonly demand: number;
  readonly lost: number;
}

export interface CategoryLoss extends ServiceLoss {
  readonly title: string;
  /** 0 … 1; 0 without demand. */
  readonly lostShare: number;
}

/** Not a category of the file: every long tail has it. */
const TAIL = { id: 'long-tail', title: 'Unnamed sites' };

/** The target first, then bystanders in the order of the file, unnamed sites last; only what there is. */
export function lossByCategory(
  { categories }: Pick<WorldFile, 'categories'>,
  services: readonly ServiceLoss[],
): CategoryLoss[] {
  const known = categories.some(({ id }) => id === TAIL.id) ? categories : [...categories, TAIL];
  return (['target', 'bystander'] as const).flatMap((role) =>
    known.flatMap(({ id, title }) => {
      const own = services.filter((one) => one.role === role && one.category === id);
      if (own.length === 0) return [];
      const demand = sumOf(own, 'demand');
      const lost = sumOf(own, 'lost');
      return [
        { category: id, title, role, demand, lost, lostShare: demand === 0 ? 0 : lost / demand },
      ];
    }),
  );
}

export function sumOf(services: readonly ServiceLoss[], key: 'demand' | 'lost'): number {
  return services.reduce((sum, one) => sum + one[key], 0);
}
