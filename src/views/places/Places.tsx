// Where sessions are lost: on which networks, and at which providers that serve them.
import { useState } from 'react';
import type { Run } from '../../model/index.ts';
import { lazyPart } from '../lazyPart.tsx';
import './places.css';

const PlaceTables = lazyPart(async () => (await import('./PlaceTables.tsx')).PlaceTables);

export function Places({ run, tick }: { run: Run; tick: number }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="places" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>On which networks, and at which providers</summary>
      {isOpen && <PlaceTables run={run} tick={tick} />}
    </details>
  );
}
