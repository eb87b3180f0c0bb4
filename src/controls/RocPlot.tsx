// Where the threshold stands on the ROC curve: what is caught of the target, what of everybody else.
import { useMemo } from 'react';
import type { PlugInEntry, Run } from '../model/index.ts';
import { mixOfTraffic } from '../scenario/errorRates.ts';
import { layoutRoc } from './rocCurve.ts';
import { aucInWords, rocInWords } from './rocWords.ts';

const SIZE = 132;

export function RocPlot({ run, entry }: { run: Run; entry: PlugInEntry }) {
  const { world } = run.plan;
  const mix = useMemo(
    () => mixOfTraffic(world, run.tally.isTargetOfService),
    [world, run.tally.isTargetOfService],
  );
  const roc = layoutRoc(entry.parameters, world.protocols.ids, mix, SIZE);
  const words = rocInWords(roc);
  return (
    <figure className="roc">
      <svg
        viewBox={`-6 -6 ${SIZE + 12} ${SIZE + 12}`}
        role="img"
        aria-label={`ROC curve. ${words}`}
      >
        <rect className="roc-frame" width={SIZE} height={SIZE} />
        <line className="roc-chance" x1={0} y1={SIZE} x2={SIZE} y2={0} />
        <path className="roc-curve" d={roc.path} />
        <circle className="roc-point" cx={roc.point.x} cy={roc.point.y} r={5} />
      </svg>
      <figcaption className="small">
        {words}{' '}
        <span className="soft">{aucInWords(roc)} Up: target flagged. Right: others flagged.</span>
      </figcaption>
    </figure>
  );
}
