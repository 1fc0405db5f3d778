import type { Map as MapLibre } from 'maplibre-gl';

const ink = '#1b1b1b';
const side = 22;
const ratio = 2;

/** How far a point is built, as its sign shows it: hollow, half or solid. */
const fillings = { unbuilt: 0, building: 0.5, built: 1 } as const;
type Filling = keyof typeof fillings;
type Trace = (context: CanvasRenderingContext2D, larger: number) => void;

const middle = side / 2;

const disc =
  (radius: number): Trace =>
  (context, larger) => {
    context.beginPath();
    context.arc(middle, middle, radius + larger, 0, Math.PI * 2);
  };

const square: Trace = (context, larger) => {
  context.beginPath();
  context.rect(6 - larger, 6 - larger, 10 + 2 * larger, 10 + 2 * larger);
};

/** The shape of a tier; a centre has a ring round it. */
const signs: Readonly<Record<string, { shape: Trace; ring?: Trace }>> = {
  centre: { shape: disc(5), ring: disc(8.5) },
  station: { shape: square },
  room: { shape: disc(3) },
};

// Light, so that it shows on dark cells, with a faint rim, so that it shows on light ones.
function softEdge(context: CanvasRenderingContext2D, outline: Trace): void {
  outline(context, 2);
  context.fillStyle = 'rgba(255, 255, 255, 0.5)';
  context.fill();
  context.lineWidth = 0.8;
  context.strokeStyle = 'rgba(27, 27, 27, 0.3)';
  context.stroke();
}

// A light edge keeps every sign legible on the darkest class.
function rim(context: CanvasRenderingContext2D, outline: Trace): void {
  outline(context, 0);
  context.lineWidth = 3.6;
  context.strokeStyle = '#ffffff';
  context.stroke();
  context.fillStyle = '#ffffff';
  context.fill();
  context.lineWidth = 1.6;
  context.strokeStyle = ink;
  context.stroke();
}

function fill(context: CanvasRenderingContext2D, shape: Trace, part: number): void {
  context.save();
  context.beginPath();
  context.rect(0, middle - side * (part - 0.5), side, side);
  context.clip();
  shape(context, 0);
  context.fillStyle = ink;
  context.fill();
  context.restore();
}

function draw(size: number, work: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * ratio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser draws no canvas');
  context.scale(ratio, ratio);
  work(context);
  return context.getImageData(0, 0, size * ratio, size * ratio);
}

/** The name of a sign, as "room-building-illustrative"; the style puts the same together from a point's fields. */
const nameOf = (tier: string, filling: Filling, illustrative: boolean) =>
  `${tier}-${filling}${illustrative ? '-illustrative' : ''}`;

/** Adds the signs of every tier, stage and certainty, and the hatch of a cell whose room is not built. */
export function addSymbols(map: MapLibre): void {
  for (const [tier, { shape, ring }] of Object.entries(signs)) {
    for (const filling of Object.keys(fillings) as Filling[]) {
      for (const illustrative of [false, true]) {
        const sign = draw(side, (context) => {
          if (illustrative) softEdge(context, ring ?? shape);
          rim(context, ring ?? shape);
          fill(context, shape, fillings[filling]);
        });
        map.addImage(nameOf(tier, filling, illustrative), sign, { pixelRatio: ratio });
      }
    }
  }
  map.addImage('hatch', draw(8, hatch), { pixelRatio: ratio });
}

// Three strokes, so that the tile joins its neighbours without a break.
function hatch(context: CanvasRenderingContext2D): void {
  context.strokeStyle = 'rgba(27, 27, 27, 0.75)';
  context.lineWidth = 1;
  for (const shift of [-8, 0, 8]) {
    context.beginPath();
    context.moveTo(shift - 1, 9);
    context.lineTo(shift + 9, -1);
    context.stroke();
  }
}
