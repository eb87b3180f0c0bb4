// Ranges of the headline figures, and how much of each is chance.
import { useState } from 'react';
import type { Run } from '../../model/index.ts';
import { percent } from '../../scenario/words.ts';
import { spreadDesk } from './desks.ts';
import { RunBar } from './RunBar.tsx';
import { layoutSpread, runsOfSpread, type SpreadResult, type SpreadRow } from './spread.ts';

export function Spread(_: { run: Run }) {
  const { answer } = spreadDesk.use();
  const [size, setSize] = useState(answer?.question.size ?? 1);
  const question = { size };
  const more = () => {
    setSize(2 * size);
    spreadDesk.ask({ size: 2 * size });
  };
  return (
    <>
      <RunBar desk={spreadDesk} question={question} runs={runsOfSpread(question)} onMore={more} />
      {answer && <SpreadRows result={answer.result} />}
    </>
  );
}

function SpreadRows({ result: { uncertainty, inputs, draws } }: { result: SpreadResult }) {
  const rows = layoutSpread(uncertainty);
  return (
    <>
      <ul className="sure-spread">
        {rows.map((row) => (
          <SpreadItem key={row.id} row={row} />
        ))}
      </ul>
      <p className="small soft">
        {inputs === 0
          ? 'No figure of this scenario has a low and a high end: what moves here moves by chance.'
          : `${draws} draws of ${inputs} inputs that are not known, each a triangle over its low end, its value and its high end; every draw meets the same ${uncertainty.seeds.length} seeds. The bar is where nine runs in ten lie, its dark part the middle half, the line the median.`}
      </p>
    </>
  );
}

function SpreadItem({ row }: { row: SpreadRow }) {
  const { title, mean, sentence, inputShare, places, scaleEnd } = row;
  const { q5, q25, q50, q75, q95 } = places;
  const at = (from: number, to: number) => ({
    left: `${100 * from}%`,
    width: `${100 * (to - from)}%`,
  });
  return (
    <li className="sure-spread-item">
      <p className="sure-spread-title">
        {title} <strong>{mean}</strong>
      </p>
      <p className="sure-spread-sentence small">{sentence}</p>
      <div className="sure-range" aria-hidden="true">
        <span className="sure-range-wide" style={at(q5, q95)} />
        <span className="sure-range-middle" style={at(q25, q75)} />
        <span className="sure-range-median" style={{ left: `${100 * q50}%` }} />
      </div>
      <p className="sure-range-ends small soft" aria-hidden="true">
        <span>0</span>
        <span>{scaleEnd}</span>
      </p>
      {inputShare !== undefined && (
        <div className="small" aria-hidden="true">
          <div className="sure-split">
            <span className="sure-split-input" style={{ flexGrow: inputShare }} />
            <span className="sure-split-chance" style={{ flexGrow: 1 - inputShare }} />
          </div>
          <p className="sure-split-words">
            <span>not known {percent(inputShare)}</span>
            <span>chance {percent(1 - inputShare)}</span>
          </p>
        </div>
      )}
    </li>
  );
}
