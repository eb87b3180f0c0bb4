// Why a file or link was not opened: where, what was found, what was expected. Plain text, never HTML.
import { useEffect, useRef } from 'react';
import { closeRefusal } from '../store/opening.ts';
import { usePage } from '../store/state.ts';

const MOST_SHOWN = 20;

export function Refusal() {
  const refusal = usePage((page) => page.refusal);
  const place = useRef<HTMLElement>(null);
  // A file may have been dropped far below.
  useEffect(() => {
    if (refusal) place.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  if (!refusal) return null;
  const { what, problems, more } = refusal;
  const rest = Math.max(0, problems.length - MOST_SHOWN) + more;
  return (
    <section ref={place} className="refusal" role="alert">
      <h2>{what} was not opened; the last good scenario stays.</h2>
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ path, found, expected, nearest }) => (
          <li key={`${path} ${found}`}>
            <code>{path || 'the file'}</code>: found {found}, expected {expected}
            {nearest !== undefined && (
              <>
                {' '}
                — did you mean <strong>{nearest}</strong>?
              </>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>and {rest} more.</p>}
      <button type="button" className="button" onClick={closeRefusal}>
        Close
      </button>
    </section>
  );
}
