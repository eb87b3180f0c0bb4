// What was reported beside what one run says: the last block of its table.
import type { Run } from '../model/index.ts';
import { judgeFact, roleInWords } from '../scenario/judgeFact.ts';
import { figureOf } from '../scenario/words.ts';
import { columns } from './columns.ts';

/** Lines of the table; none where nothing that was reported is about this run. */
export function runChecks(run: Run): string[] {
  const rows = run.scenario.facts.flatMap((fact) => {
    const judgement = judgeFact(run, fact);
    if (!judgement) return [];
    const { metric, model, value, low, high, isWithin } = judgement;
    const bounds = [low, high].map((bound) => (bound === undefined ? '' : figureOf(metric, bound)));
    const range = bounds[0] === bounds[1] ? `${bounds[0]}` : `${bounds.join(' – ')}`.trim();
    const verdict = isWithin === undefined ? '' : isWithin ? 'within' : 'outside';
    const reported = value === undefined ? range : figureOf(metric, value);
    const accepted = value === undefined ? '' : range;
    return [
      [
        cut(fact.title),
        fact.at,
        reported,
        accepted,
        figureOf(metric, model),
        verdict,
        roleInWords(fact),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const head = ['', 'at', 'reported', 'accepted', 'simulated', '', ''];
  return columns([head, ...rows], [false, false, true, true, true, false, false]);
}

const longestTitle = 64;

function cut(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}
