interface AreaFeature {
  readonly properties: Record<string, unknown>;
  readonly geometry: { readonly type: string; readonly coordinates?: unknown };
}

type Box = [west: number, south: number, east: number, north: number];

const nothing = (): Box => [Infinity, Infinity, -Infinity, -Infinity];

function join(box: Box, [west, south, east, north]: Box): Box {
  return [Math.min(box[0], west), Math.min(box[1], south), Math.max(box[2], east), Math.max(box[3], north)];
}

function boxOf(coordinates: unknown): Box {
  if (!Array.isArray(coordinates)) return nothing();
  const [x, y] = coordinates;
  if (typeof x === 'number' && typeof y === 'number') return [x, y, x, y];
  return coordinates.reduce<Box>((box, part) => join(box, boxOf(part)), nothing());
}

/** Where each village lies, read once from the tiles of the whole city; a county is all villages its code begins. */
export class AreaBounds {
  readonly #boxes = new Map<string, Box>();

  /** Takes villages as the tiles hold them: one cut by a tile's edge comes in pieces. */
  add(features: readonly AreaFeature[]): void {
    for (const { properties, geometry } of features) {
      const code = String(properties.code);
      this.#boxes.set(code, join(this.#boxes.get(code) ?? nothing(), boxOf(geometry.coordinates)));
    }
  }

  villagesIn(code: string | undefined): string[] {
    return code === undefined ? [] : [...this.#boxes.keys()].filter((village) => village.startsWith(code));
  }

  of(code: string): Box | undefined {
    const villages = this.villagesIn(code);
    if (villages.length === 0) return undefined;
    return villages.reduce<Box>((box, village) => join(box, this.#boxes.get(village) ?? nothing()), nothing());
  }
}
