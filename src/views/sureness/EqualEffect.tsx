// Every strategy set to stop the same share of the target: then the harm compares.
import { fineShare } from './figures.ts';
import type { StacksResult } from './stacks.ts';
import { layoutEqual } from './stacksLayout.ts';

export function EqualEffect({ result }: { result: StacksResult }) {
  const level = fineShare(result.level);
  return (
    <section className="sure-part" aria-label="At equal effect">
      <h3>Each set to stop {level} of the target: everybody else hit</h3>
      <ul className="sure-equal">
        {layoutEqual(result).map(({ id, title, set, stopped, hit, share }) => (
          <li key={id}>
            <p>
              <strong>{title}</strong> {share !== undefined && <span>hits {hit}</span>}
            </p>
            <div className="sure-equal-bar" aria-hidden="true">
              {share !== undefined && <span style={{ width: `${100 * share}%` }} />}
            </div>
            <p className="small soft">
              {set}
              {share !== undefined && ` It then stops ${stopped}.`}
            </p>
          </li>
        ))}
      </ul>
      <p className="small soft">
        Of each strategy the first number is moved that can bring it there. The search takes it that
        more of the number moves the effect one way only; to half a point of a hundred.
      </p>
    </section>
  );
}
