// The drawings of a sweep, and its numbers as a table.
import type { Answer } from '../../store/studyDesk.ts';
import { useWidth } from '../useWidth.ts';
import { entryOf, fineShare } from './figures.ts';
import { HeatMaps } from './HeatMap.tsx';
import { knobWords } from './knobs.ts';
import { PanelFrame, withUnit } from './PanelFrame.tsx';
import { nameOf } from './stacksLayout.ts';
import type { Sweep, SweepQuestion } from './sweep.ts';
import { isIdle, layoutAlong, layoutTradeOff } from './sweepLayout.ts';

const HEIGHT = 210;

export function SweepCharts({ answer: { result } }: { answer: Answer<SweepQuestion, Sweep> }) {
  const { leftOut, form } = result;
  return (
    <>
      {isIdle(result) && (
        <p>
          {nameOf(result.first)} makes no difference here: neither to what is stopped nor to what is
          hit.
        </p>
      )}
      {form === 'map' ? <HeatMaps sweep={result} /> : <Curves sweep={result} />}
      {leftOut > 0 && (
        <p className="small soft">
          {leftOut} combinations do not go with the other settings and are left out.
        </p>
      )}
      <SweepTable sweep={result} />
    </>
  );
}

function Curves({ sweep }: { sweep: Sweep }) {
  const { first, second, lines } = sweep;
  return (
    <>
      {second && (
        <ul className="sure-legend small">
          {lines.map(({ value }, index) => (
            <li key={value}>
              <svg width={36} height={10} aria-hidden="true">
                <line className={`sure-line sure-dash-${index}`} x1={0} x2={36} y1={5} y2={5} />
              </svg>
              {second.parameter.label} {knobWords(second, value ?? 0)}
              {value === second.value && ' (when this was run)'}
            </li>
          ))}
        </ul>
      )}
      <div className="sure-panels">
        <Along sweep={sweep} metric="targetBlocked" title="Target stopped" />
        <Along sweep={sweep} metric="collateral" title="Everybody else hit" />
        <TradeOff sweep={sweep} />
      </div>
      <p className="small soft">
        The upright line and the large dot are its value when this was run,{' '}
        {knobWords(first, first.value)}; the shades are where nine runs in ten lie by chance.
      </p>
    </>
  );
}

function Along({ sweep, metric, title }: { sweep: Sweep; metric: string; title: string }) {
  const [frame, width] = useWidth<HTMLElement>();
  const { panel, lines, xNow } = layoutAlong(sweep, metric, Math.max(width, 180), HEIGHT);
  const { first } = sweep;
  return (
    <figure className={`sure-panel sure-of-${metric}`} ref={frame}>
      <PanelFrame
        panel={panel}
        label={`${title} along ${nameOf(first)}`}
        xTitle={withUnit(first.parameter)}
        yTitle={title}
      >
        <line className="sure-now" x1={xNow} x2={xNow} y1={panel.top} y2={panel.bottom} />
        {lines.map(({ title: name, band, path, dots }, index) => (
          <g key={name}>
            <path className="sure-band" d={band} />
            <path className={`sure-line sure-dash-${index}`} d={path} />
            {dots.map(({ x, y, words }) => (
              <circle key={words} className="sure-dot" cx={x} cy={y} r={3}>
                <title>{name === '' ? words : `${name}, ${words}`}</title>
              </circle>
            ))}
          </g>
        ))}
      </PanelFrame>
    </figure>
  );
}

function TradeOff({ sweep }: { sweep: Sweep }) {
  const [frame, width] = useWidth<HTMLElement>();
  const { panel, lines } = layoutTradeOff(sweep, Math.max(width, 180), HEIGHT);
  return (
    <figure className="sure-panel sure-of-tradeoff" ref={frame}>
      <PanelFrame
        panel={panel}
        label="The trade-off: target stopped against everybody else hit"
        xTitle="Target stopped"
        yTitle="Everybody else hit"
      >
        {lines.map(({ title, path, dots }, index) => (
          <g key={title}>
            <path className={`sure-line sure-dash-${index}`} d={path} />
            {dots.map(({ x, y, words, label, isNow }) => (
              <g key={words}>
                <circle
                  className={isNow ? 'sure-dot sure-dot-now' : 'sure-dot'}
                  cx={x}
                  cy={y}
                  r={isNow ? 6 : 3}
                >
                  <title>{title === '' ? words : `${title}, ${words}`}</title>
                </circle>
                {label !== '' && (
                  <text
                    className="sure-dot-label"
                    x={x + (x > panel.right - 60 ? -8 : 8)}
                    y={y - 6}
                    textAnchor={x > panel.right - 60 ? 'end' : 'start'}
                  >
                    {label}
                  </text>
                )}
              </g>
            ))}
          </g>
        ))}
      </PanelFrame>
    </figure>
  );
}

function SweepTable({ sweep: { first, second, lines } }: { sweep: Sweep }) {
  return (
    <details className="small">
      <summary>The numbers</summary>
      <div className="sure-table">
        <table>
          <thead>
            <tr>
              {second && <th scope="col">{second.parameter.label}</th>}
              <th scope="col">{first.parameter.label}</th>
              <th scope="col">Target stopped</th>
              <th scope="col">Everybody else hit</th>
            </tr>
          </thead>
          <tbody>
            {lines.flatMap(({ value, spots }) =>
              spots.map(({ at, point: { means } }) => (
                <tr key={`${value} ${at}`}>
                  {second && <td>{knobWords(second, value ?? 0)}</td>}
                  <th scope="row">{knobWords(first, at)}</th>
                  <td>{fineShare(entryOf(means, 'targetBlocked'))}</td>
                  <td>{fineShare(entryOf(means, 'collateral'))}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}
