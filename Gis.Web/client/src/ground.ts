declare const unit: unique symbol;
export type Metres = number & { readonly [unit]: 'metres' };

/** A place in degrees, CGCS2000 or WGS-84. */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** The mean radius of the earth (IUGG): a sphere of it is off by half a hundredth at most. */
const earth = 6_371_008.8;

/** The distance over ground between two places, by the haversine formula. */
export function distanceBetween(one: LonLat, other: LonLat): Metres {
  const [from, to] = [radians(one.lat), radians(other.lat)];
  const across = Math.sin(radians(other.lon - one.lon) / 2) ** 2 * Math.cos(from) * Math.cos(to);
  const chord = Math.sin((to - from) / 2) ** 2 + across;
  return (2 * earth * Math.asin(Math.sqrt(Math.min(1, chord)))) as Metres;
}

/** The place that an element names in its data; nothing where it names none, or none on earth. */
export function readPlace(data: DOMStringMap): LonLat | undefined {
  const [lon, lat] = [readDegrees(data.lon, 180), readDegrees(data.lat, 90)];
  return lon === undefined || lat === undefined ? undefined : { lon, lat };
}

function readDegrees(text: string | undefined, most: number): number | undefined {
  const degrees = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Math.abs(degrees) <= most ? degrees : undefined;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
