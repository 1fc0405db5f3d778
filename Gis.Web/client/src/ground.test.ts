import { describe, expect, it } from 'vitest';
import { distanceBetween, readPlace } from './ground';

const meridian = 6_371_008.8 * Math.PI;

describe('the distance from a room', () => {
  it('is nothing at the room itself', () => {
    expect(distanceBetween({ lon: 106.2, lat: 38.5 }, { lon: 106.2, lat: 38.5 })).toBe(0);
  });

  it('is a degree of the meridian for a degree of latitude', () => {
    expect(distanceBetween({ lon: 106, lat: 38 }, { lon: 106, lat: 39 })).toBeCloseTo(meridian / 180, 3);
  });

  it('shrinks with the cosine of the latitude along a parallel', () => {
    const minute = 1 / 60;
    const along = distanceBetween({ lon: 106, lat: 60 }, { lon: 106 + minute, lat: 60 });
    expect(along / ((meridian / 180) * minute)).toBeCloseTo(0.5, 6);
  });

  it('tells a step of a metre, where other formulas lose it', () => {
    const metre = 180 / meridian;
    expect(distanceBetween({ lon: 106, lat: 38 }, { lon: 106, lat: 38 + metre })).toBeCloseTo(1, 6);
  });

  it('is half the way round between opposite places, and the same both ways and over the date line', () => {
    expect(distanceBetween({ lon: 0, lat: 90 }, { lon: 0, lat: -90 })).toBeCloseTo(meridian, 3);
    const [east, west] = [
      { lon: 179.9, lat: 10 },
      { lon: -179.9, lat: 10 },
    ];
    expect(distanceBetween(east, west)).toBeCloseTo(distanceBetween(west, east), 6);
    expect(distanceBetween(east, west)).toBeLessThan(22_000);
  });
});

describe('the place of a room', () => {
  it('is read from what its village names', () => {
    expect(readPlace({ lon: '106.25', lat: '38.5' })).toEqual({ lon: 106.25, lat: 38.5 });
  });

  it('is nothing where it is not named whole, or not on earth', () => {
    expect(readPlace({})).toBeUndefined();
    expect(readPlace({ lon: '106' })).toBeUndefined();
    expect(readPlace({ lon: '', lat: '38' })).toBeUndefined();
    expect(readPlace({ lon: 'x', lat: '38' })).toBeUndefined();
    expect(readPlace({ lon: '106', lat: '91' })).toBeUndefined();
  });
});
