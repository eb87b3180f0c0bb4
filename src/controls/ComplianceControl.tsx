// On which step of the ladder the company gives in: what hangs on later steps then never begins.
import type { Scenario } from '../model/index.ts';
import { dayInWords } from '../scenario/words.ts';
import { editValue } from '../store/actions.ts';

/** Nothing where the scenario has no ladder. */
export function ComplianceControl({ scenario, base }: { scenario: Scenario; base: Scenario }) {
  const { ladder, compliesAt } = scenario;
  if (ladder.length === 0) return null;
  const differs = (compliesAt ?? '') !== (base.compliesAt ?? '');
  return (
    <section aria-labelledby="controls-ladder">
      <h2 id="controls-ladder">The road to the block</h2>
      <div className={`control ${differs ? 'control-changed' : ''}`}>
        <div className="control-head">
          <label htmlFor="complies-at">The company complies at</label>
        </div>
        <select
          id="complies-at"
          className="button compliance"
          aria-describedby="complies-at-help"
          value={compliesAt ?? ''}
          onChange={(event) => editValue('compliesAt', stepOf(event.target.value, base))}
        >
          <option value="">never</option>
          {ladder.map(({ id, at, title }) => (
            <option key={id} value={id}>
              {`${dayInWords(at)} ${at.slice(0, 4)}: ${title}`}
            </option>
          ))}
        </select>
        <p id="complies-at-help" className="control-help small soft">
          What was to follow from that step or a later one never begins, and what followed from an
          earlier one ends with it.
        </p>
      </div>
    </section>
  );
}

/** “Never” is null; where the file says nothing it is that nothing, and so no change. */
function stepOf(chosen: string, base: Scenario): string | null | undefined {
  if (chosen !== '') return chosen;
  return base.compliesAt === undefined ? undefined : null;
}
