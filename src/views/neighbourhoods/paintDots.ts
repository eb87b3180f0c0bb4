// Services as marks on the canvas: circles that are hollow, filled or crossed; diamonds for the target,
// whole, halved or crossed.
import type { ServiceState } from '../../scenario/words.ts';
import { type Colours, cssOf } from './colours.ts';
import type { Dot } from './dots.ts';
import type { DotState } from './states.ts';

export interface Marks {
  readonly bystanders: readonly Dot[];
  readonly targets: readonly Dot[];
  /** What has become of each bystander's dot. */
  readonly states: readonly DotState[];
  /** What has become of the target at each of its addresses. */
  readonly targetStates: readonly ServiceState[];
  readonly radius: number;
  readonly selectedService: number | undefined;
}

type Stamp = HTMLCanvasElement;
type StampKind = DotState | `target-${ServiceState}` | 'ring';

/** Each kind of mark, drawn once: stamping hundreds is several times as fast as drawing them. */
export type Stamps = Readonly<Record<StampKind, Stamp>>;

export function cutStamps(ratio: number, radius: number, colours: Colours): Stamps {
  const [light, dark] = [cssOf(colours.nbWorks), cssOf(colours.nbHit)];
  const edge = cssOf(colours.bystander);
  const stamp = (draw: (context: CanvasRenderingContext2D) => void): Stamp => {
    const canvas = globalThis.document.createElement('canvas');
    // An odd side has a middle pixel.
    canvas.width = 2 * Math.ceil((radius + 6) * ratio) + 1;
    canvas.height = canvas.width;
    const context = canvas.getContext('2d');
    if (context) {
      const middle = canvas.width / 2;
      context.setTransform(ratio, 0, 0, ratio, middle, middle);
      draw(context);
    }
    return canvas;
  };
  const disc = (size: number, fill: string, stroke: string, line: number) =>
    stamp((context) => {
      fillAndStroke(context, circle(size), fill, stroke, line);
    });
  return {
    ring: disc(radius + 3.5, cssOf(colours.paper), cssOf(colours.focus), 2.5),
    works: disc(radius - 0.4, light, dark, 1.3),
    elsewhere: stamp((context) => {
      fillAndStroke(context, circle(radius - 0.4), light, dark, 1.3);
      context.fillStyle = dark;
      context.fill(circle(radius * 0.42));
    }),
    hit: disc(radius, dark, light, 1.3),
    down: stamp((context) => {
      fillAndStroke(context, circle(radius + 1.2), dark, light, 1.2);
      context.lineWidth = 1.4;
      context.stroke(cross(radius * 0.5));
    }),
    'target-works': stamp((context) => {
      fillAndStroke(context, diamond(radius + 2.5), cssOf(colours.target), edge, 1.4);
    }),
    'target-hit': stamp((context) => {
      fillAndStroke(context, diamond(radius + 2.5), cssOf(colours.target), edge, 1.4);
      context.fillStyle = edge;
      context.fill(lowerHalf(radius));
    }),
    'target-down': stamp((context) => {
      fillAndStroke(context, diamond(radius + 2.5), cssOf(colours.target), edge, 1.4);
      context.lineWidth = 1.4;
      context.stroke(cross(radius * 0.5));
    }),
  };
}

/** What is hit lies above what works, and the target above all. */
const order: readonly DotState[] = ['works', 'elsewhere', 'hit', 'down'];

export function paintDots(
  context: CanvasRenderingContext2D,
  ratio: number,
  { bystanders, targets, states, targetStates, selectedService }: Marks,
  stamps: Stamps,
): void {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const put = (stamp: Stamp, { x, y }: Dot) => {
    const half = (stamp.width - 1) / 2;
    context.drawImage(stamp, Math.round(x * ratio) - half, Math.round(y * ratio) - half);
  };
  for (const dot of [...bystanders, ...targets]) {
    if (dot.service === selectedService) put(stamps.ring, dot);
  }
  for (const state of order) {
    bystanders.forEach((dot, at) => {
      if (states[at] === state) put(stamps[state], dot);
    });
  }
  targets.forEach((dot, at) => {
    put(stamps[`target-${targetStates[at] ?? 'works'}`], dot);
  });
}

/** Would both be painted alike? */
export function areMarksEqual(a: Marks, b: Marks): boolean {
  return (
    a.bystanders === b.bystanders &&
    a.radius === b.radius &&
    a.selectedService === b.selectedService &&
    a.states.every((state, at) => state === b.states[at]) &&
    a.targets.length === b.targets.length &&
    a.targetStates.every((state, at) => state === b.targetStates[at]) &&
    a.targets.every(({ x, y }, at) => x === b.targets[at]?.x && y === b.targets[at]?.y)
  );
}

function fillAndStroke(
  context: CanvasRenderingContext2D,
  path: Path2D,
  fill: string,
  stroke: string,
  lineWidth: number,
): void {
  context.fillStyle = fill;
  context.strokeStyle = stroke;
  context.lineWidth = lineWidth;
  context.fill(path);
  context.stroke(path);
}

function circle(radius: number): Path2D {
  const path = new Path2D();
  path.arc(0, 0, radius, 0, 2 * Math.PI);
  return path;
}

function cross(arm: number): Path2D {
  return new Path2D(`M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`);
}

function diamond(half: number): Path2D {
  return new Path2D(`M0 ${-half}L${half} 0 0 ${half} ${-half} 0Z`);
}

/** Of a diamond that is somewhat larger, so that a rim remains. */
function lowerHalf(half: number): Path2D {
  return new Path2D(`M${-half} 0.5L0 ${half + 0.5} ${half} 0.5Z`);
}
