// A part of the page that is fetched when it is shown first, or in a quiet moment before: the page opens sooner.
import { type FunctionComponent, useCallback, useEffect, useState } from 'react';

const fetchers: (() => Promise<void>)[] = [];

/** Fetches all parts, so that they are there without a network too; those that fail are asked for when they are shown. */
export function fetchPartsAhead(): void {
  for (const fetchPart of fetchers) fetchPart().catch(() => {});
}

export function lazyPart<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let fetched: FunctionComponent<Props> | undefined;
  const fetchPart = async () => {
    fetched ??= await load();
  };
  fetchers.push(fetchPart);

  return function Part(props: Props) {
    const [state, setState] = useState<'coming' | 'here' | 'missing'>('coming');
    const ask = useCallback(() => {
      if (fetched) return;
      setState('coming');
      fetchPart().then(
        () => setState('here'),
        () => setState('missing'),
      );
    }, []);
    useEffect(ask, [ask]);
    const Fetched = fetched;
    if (Fetched) return <Fetched {...props} />;
    if (state !== 'missing') return <p className="soft">Opening…</p>;
    return (
      <p role="alert">
        This part of the page could not be fetched.{' '}
        <button type="button" className="button" onClick={ask}>
          Try again
        </button>
      </p>
    );
  };
}
