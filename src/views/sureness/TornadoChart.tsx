// The tornado: a bar an input, from the result at its low end to that at its high end.
import type { Tornado } from '../../model/index.ts';
import { count } from '../../scenario/words.ts';
import type { Answer } from '../../store/studyDesk.ts';
import { useWidth } from '../useWidth.ts';
import { metricOf } from './figures.ts';
import { flipSentences } from './flipSentences.ts';
import type { Influence, InfluenceQuestion } from './influence.ts';
import { layoutTornado, type TornadoLayout, type TornadoRow } from './tornadoLayout.ts';

export function TornadoChart({
  answer: { question, result, scenario },
  tornado,
}: {
  answer: Answer<InfluenceQuestion, Influence>;
  tornado: Tornado;
}) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const metric = metricOf(question.metric);
  const layout = layoutTornado(tornado, metric, Math.max(width, 120));
  const titleOf = (id: string) => scenario.stacks.find((one) => one.id === id)?.title ?? id;
  const sides = { metric, left: titleOf(scenario.stack), right: titleOf(question.against) };
  if (layout.rows.length === 0) {
    return <p>No figure with a low and a high end moves it: {layout.atModes} throughout.</p>;
  }
  return (
    <>
      {result.flips && (
        <ul className="sure-flips">
          {flipSentences(result.flips, sides).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p className="small">
        “{metric.title}” under “{titleOf(scenario.stack)}”; the line is {layout.atModes}, with every
        input at its likeliest value.{' '}
        <span className="soft">
          <span className="sure-key sure-key-low" /> input at its lowest{' '}
          <span className="sure-key sure-key-high" /> at its highest
        </span>
      </p>
      <div className="sure-tornado" ref={frame} aria-hidden="true">
        {layout.rows.map((row) => (
          <Bar key={row.id} row={row} layout={layout} width={width} />
        ))}
        <svg className="sure-chart" width={width} height={24} aria-hidden="true">
          {layout.ticks.map(({ at, words }) => (
            <text key={words} className="sure-tick sure-tick-x" x={at} y={16}>
              {words}
            </text>
          ))}
        </svg>
      </div>
      <p className="small soft">{restInWords(layout)}</p>
      <TornadoTable layout={layout} title={metric.title} />
    </>
  );
}

const BAR = 14;

function Bar({
  row,
  layout: { xMode },
  width,
}: {
  row: TornadoRow;
  layout: TornadoLayout;
  width: number;
}) {
  const { title, basis, low, mode, high, atLow, atHigh, xLow, xHigh } = row;
  const from = (x: number) => ({ x: Math.min(x, xMode), width: Math.abs(x - xMode) });
  return (
    <div className="sure-tornado-row">
      <p className="sure-tornado-title small">
        <span>{title}</span>
        <span className="soft">
          {low} – {mode} – {high}, {basis}
        </span>
      </p>
      <svg className="sure-chart" width={width} height={BAR + 2}>
        <title>{`${title}: ${atLow} at ${low}, ${atHigh} at ${high}`}</title>
        <rect className="sure-bar-low" y={1} height={BAR} {...from(xLow)} />
        <rect className="sure-bar-high" y={1} height={BAR} {...from(xHigh)} />
        <line className="sure-mode" x1={xMode} x2={xMode} y1={0} y2={BAR + 2} />
      </svg>
    </div>
  );
}

function restInWords({ weaker, idle }: TornadoLayout): string {
  const parts = [
    ...(weaker > 0 ? [`${count(weaker)} more inputs move it less`] : []),
    ...(idle > 0 ? [`${count(idle)} do not move it at all`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

function TornadoTable({
  layout: { rows, atModes },
  title,
}: {
  layout: TornadoLayout;
  title: string;
}) {
  return (
    <details className="small">
      <summary>The numbers</summary>
      <div className="sure-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col">Low – likeliest – high</th>
              <th scope="col">“{title}” at its low end</th>
              <th scope="col">at its likeliest</th>
              <th scope="col">at its high end</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.title} <span className="soft">({row.basis})</span>
                </th>
                <td>
                  {row.low} – {row.mode} – {row.high}
                </td>
                <td>{row.atLow}</td>
                <td>{atModes}</td>
                <td>{row.atHigh}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
