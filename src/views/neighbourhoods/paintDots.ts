// Services as marks on the canvas: circles that are hollow, filled or crossed; diamonds for the target.
import { type Colours, cssOf } from './colours.ts';
import type { Dot, DotState } from './dots.ts';

export interface Marks {
  readonly bystanders: readonly Dot[];
  readonly targets: readonly Dot[];
  /** What has become of each bystander's dot. */
  readonly states: readonly DotState[];
  readonly radius: number;
  readonly selectedService: number | undefined;
}

export function paintDots(
  context: CanvasRenderingContext2D,
  ratio: number,
  { bystanders, targets, states, radius, selectedService }: Marks,
  colours: Colours,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const light = cssOf(colours.bystander);
  const dark = cssOf(colours.dark);
  const ofState = (state: DotState) => bystanders.filter((_, at) => states[at] === state);

  ring(context, [...bystanders, ...targets], selectedService, radius, colours);
  const works = circles(ofState('works'), radius - 0.4);
  paint(context, works, light, dark, 1.3);
  const elsewhere = ofState('elsewhere');
  paint(context, circles(elsewhere, radius - 0.4), light, dark, 1.3);
  context.fillStyle = dark;
  context.fill(circles(elsewhere, radius * 0.42));
  const hit = circles(ofState('hit'), radius);
  paint(context, hit, dark, light, 1.2);
  const down = ofState('down');
  paint(context, circles(down, radius + 1.2), dark, light, 1.2);
  context.strokeStyle = light;
  context.lineWidth = 1.4;
  context.stroke(crosses(down, radius * 0.5));
  paint(context, diamonds(targets, radius + 2.5), cssOf(colours.target), light, 1.4);
}

function paint(
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

/** A halo around every dot of the chosen service. */
function ring(
  context: CanvasRenderingContext2D,
  dots: readonly Dot[],
  service: number | undefined,
  radius: number,
  colours: Colours,
): void {
  if (service === undefined) return;
  const path = circles(
    dots.filter((dot) => dot.service === service),
    radius + 4,
  );
  paint(context, path, cssOf(colours.paper), cssOf(colours.focus), 2.5);
}

function circles(dots: readonly Dot[], radius: number): Path2D {
  const path = new Path2D();
  for (const { x, y } of dots) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
  return path;
}

function crosses(dots: readonly Dot[], arm: number): Path2D {
  const path = new Path2D();
  for (const { x, y } of dots) {
    path.moveTo(x - arm, y - arm);
    path.lineTo(x + arm, y + arm);
    path.moveTo(x + arm, y - arm);
    path.lineTo(x - arm, y + arm);
  }
  return path;
}

function diamonds(dots: readonly Dot[], half: number): Path2D {
  const path = new Path2D();
  for (const { x, y } of dots) {
    path.moveTo(x, y - half);
    path.lineTo(x + half, y);
    path.lineTo(x, y + half);
    path.lineTo(x - half, y);
    path.closePath();
  }
  return path;
}
