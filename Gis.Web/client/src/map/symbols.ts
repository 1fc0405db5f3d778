import type { Map as MapLibre } from 'maplibre-gl';

const ink = '#1b1b1b';
const side = 22;
const ratio = 2;

type Draw = (context: CanvasRenderingContext2D, built: boolean) => void;

function disc(context: CanvasRenderingContext2D, radius: number): void {
  context.beginPath();
  context.arc(side / 2, side / 2, radius, 0, Math.PI * 2);
}

// A light edge keeps every sign legible on the darkest class.
function paint(context: CanvasRenderingContext2D, built: boolean): void {
  context.lineWidth = 3.6;
  context.strokeStyle = '#ffffff';
  context.stroke();
  context.fillStyle = built ? ink : '#ffffff';
  context.fill();
  context.lineWidth = 1.6;
  context.strokeStyle = ink;
  context.stroke();
}

const signs: Readonly<Record<string, Draw>> = {
  centre(context, built) {
    disc(context, 8.5);
    paint(context, false);
    disc(context, 5);
    context.fillStyle = ink;
    if (built) context.fill();
  },
  station(context, built) {
    context.beginPath();
    context.rect(6, 6, 10, 10);
    paint(context, built);
  },
  room(context, built) {
    disc(context, 3);
    paint(context, built);
  },
};

function draw(size: number, work: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * ratio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser draws no canvas');
  context.scale(ratio, ratio);
  work(context);
  return context.getImageData(0, 0, size * ratio, size * ratio);
}

/** Adds the signs "centre-built", "centre-unbuilt" and so on, and the hatch of a cell whose room is not built. */
export function addSymbols(map: MapLibre): void {
  for (const [tier, sign] of Object.entries(signs)) {
    for (const built of [true, false]) {
      map.addImage(
        `${tier}-${built ? 'built' : 'unbuilt'}`,
        draw(side, (context) => sign(context, built)),
        { pixelRatio: ratio },
      );
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
