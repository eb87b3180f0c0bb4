// Where something comes from, as a line below it; a source on the web as a link.
import type { Origin } from '../scenario/whereFrom.ts';

export function OriginNote({ origin: { word, title, url } }: { origin: Origin }) {
  return (
    <span className="soft">
      {word}:{' '}
      {url === undefined ? (
        title
      ) : (
        <a href={url} rel="noreferrer">
          {title}
        </a>
      )}
    </span>
  );
}
