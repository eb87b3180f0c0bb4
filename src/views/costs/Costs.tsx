// What the block cost others: several yardsticks in one table, so that none is taken for the answer.
import { useState } from 'react';
import type { Run } from '../../model/index.ts';
import { lazyPart } from '../lazyPart.tsx';
import './costs.css';

const CostTable = lazyPart(async () => (await import('./CostTable.tsx')).CostTable);

export function Costs({ run }: { run: Run }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="costs" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>What it cost others, by several yardsticks</summary>
      {isOpen && <CostTable run={run} />}
    </details>
  );
}
