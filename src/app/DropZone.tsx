// A scenario file that is dropped anywhere on the page opens there.
import { useEffect, useState } from 'react';
import { openFiles } from '../store/opening.ts';

export function DropZone() {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => listenForFiles(setIsOver), []);
  if (!isOver) return null;
  return (
    <div className="drop-zone" aria-hidden="true">
      <p>Drop a scenario file to open it</p>
    </div>
  );
}

/** Text and links that are dragged about stay with the browser. */
function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

function listenForFiles(setIsOver: (isOver: boolean) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  // Without this the browser would leave the page and show the file.
  const hover = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setIsOver(true);
  };
  addEventListener('dragenter', hover, { signal });
  addEventListener('dragover', hover, { signal });
  addEventListener(
    'dragleave',
    ({ relatedTarget }) => {
      if (relatedTarget === null) setIsOver(false);
    },
    { signal },
  );
  addEventListener(
    'drop',
    (event) => {
      setIsOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      openFiles([...(event.dataTransfer?.files ?? [])]);
    },
    { signal },
  );
  return () => listening.abort();
}
