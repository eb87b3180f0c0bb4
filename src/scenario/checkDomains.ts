// The names under which a service is asked for: each once, and no more of its sessions than there are.
import { at, items, numberOf, type Place, textOf } from './place.ts';
import type { ProblemList } from './problem.ts';

/** What adding up shares such as 0.7, 0.2 and 0.1 may leave. */
const tolerance = 1e-9;

export function checkDomains(domains: Place, problems: ProblemList): void {
  const names = new Set<string>();
  let sum = 0;
  for (const domain of items(domains)) {
    const name = textOf(at(domain, 'name'));
    if (name !== undefined && names.has(name)) {
      problems.add(at(domain, 'name'), 'a name that no other domain of it has');
    }
    if (name !== undefined) names.add(name);
    sum += numberOf(at(domain, 'share')) ?? 0;
  }
  if (sum <= 1 + tolerance) return;
  problems.add(domains, 'shares that add up to 1 at most', {
    found: `shares that add up to ${Number(sum.toPrecision(10))}`,
  });
}
