// Every strategy as it stands in the scenario: what it stops, what it hits, and which none beats in both.
import { useWidth } from '../useWidth.ts';
import { PanelFrame } from './PanelFrame.tsx';
import type { StacksResult } from './stacks.ts';
import { layoutPlane } from './stacksLayout.ts';

const HEIGHT = 280;
const MOST_WIDTH = 560;

export function Plane({ result }: { result: StacksResult }) {
  const [frame, width] = useWidth<HTMLElement>();
  const { panel, dots, frontPath } = layoutPlane(
    result,
    Math.min(MOST_WIDTH, Math.max(width, 180)),
    HEIGHT,
  );
  return (
    <section className="sure-part" aria-label="As they are">
      <h3>As they are</h3>
      <div className="sure-beside">
        <figure className="sure-panel" ref={frame}>
          <PanelFrame
            panel={panel}
            label="All strategies: target stopped against everybody else hit"
            xTitle="Target stopped"
            yTitle="Everybody else hit"
          >
            <path className="sure-front" d={frontPath} />
            {dots.map(({ id, number, title, x, y, stopped, hit, isOnFront }) => (
              <g key={id}>
                <circle
                  className={isOnFront ? 'sure-stack sure-stack-front' : 'sure-stack'}
                  cx={x}
                  cy={y}
                  r={10}
                >
                  <title>{`${title}: ${stopped} of the target stopped, ${hit} of everybody else hit`}</title>
                </circle>
                <text
                  className={isOnFront ? 'sure-stack-number sure-on-front' : 'sure-stack-number'}
                  x={x}
                  y={y + 4}
                >
                  {number}
                </text>
              </g>
            ))}
          </PanelFrame>
        </figure>
        <div className="sure-table">
          <table className="small">
            <thead>
              <tr>
                <th scope="col">Strategy</th>
                <th scope="col">Target stopped</th>
                <th scope="col">Everybody else hit</th>
              </tr>
            </thead>
            <tbody>
              {dots.map(({ id, number, title, stopped, hit, isOnFront }) => (
                <tr key={id}>
                  <th scope="row">
                    {number}. {title}
                    {isOnFront && <span className="soft"> (on the front)</span>}
                  </th>
                  <td>{stopped}</td>
                  <td>{hit}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p className="small soft">
        On the front, filled and joined by the broken line: no other strategy stops as much with
        less harm, or more with as little.
      </p>
    </section>
  );
}
