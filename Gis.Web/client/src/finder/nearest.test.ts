import { describe, expect, it } from 'vitest';
import { distanceBetween } from '../ground';
import { byTable, nearest, placeAt } from './nearest';
import { town } from './town';
import { Estimate } from './travel';

const west = { lon: 106, lat: 38 };
const east = { lon: 107, lat: 38 };

describe('the place somebody is at', () => {
  it('is the village or township nearest to it, and never one without a position', () => {
    expect(placeAt(town, { lon: 106.011, lat: 38 })?.area.name).toBe('兰光村');
    expect(placeAt(town, { lon: 106.9, lat: 38.2 })?.area.name).toBe('河东村');
    expect(placeAt({ ...town, areas: [] }, west)).toBeUndefined();
  });
});

describe('the points nearest to a place', () => {
  it('are those that are built and located, nearest first', () => {
    expect(nearest(town, west, 'west', 'walk', 9).map(({ point }) => point.id)).toEqual(['station-1', 'room-2']);
    expect(nearest(town, east, 'east', 'walk', 9).map(({ point }) => point.id)).toEqual(['room-2', 'station-1']);
    expect(nearest(town, west, 'west', 'walk', 1)).toHaveLength(1);
  });

  it('by a table are in its order, and a point the index does not know is left out', () => {
    const found = byTable(
      town,
      [
        ['room-2', 5, 300],
        ['gone', 6, 400],
        ['station-1', 7, 500],
      ],
      9,
    );
    expect(found.map(({ point, trip }) => [point.id, trip.minutes])).toEqual([
      ['room-2', 5],
      ['station-1', 7],
    ]);
  });
});

describe('the estimate of a way', () => {
  const estimate = new Estimate(town);

  it('is the line times the detour, at the pace of the mode', () => {
    const to = { lon: 106.1, lat: 38 };
    const trip = estimate.trip(west, 'west', to, 'west', 'walk');
    expect(trip?.metres).toBeCloseTo(distanceBetween(west, to) * 1.3, 6);
    expect(trip?.minutes).toBeCloseTo((distanceBetween(west, to) * 1.3) / 75, 6);
    expect(estimate.trip(west, 'west', to, 'west', 'car')?.minutes).toBeLessThan(trip?.minutes ?? 0);
  });

  it('leads over the bridge between the banks, however near the other bank is', () => {
    const bridge = { lon: 106.5, lat: 38 };
    const across = { lon: 106.01, lat: 38 };
    const metres = distanceBetween(west, bridge) + distanceBetween(bridge, across);
    expect(estimate.trip(west, 'west', across, 'east', 'walk')?.metres).toBeCloseTo(metres * 1.3, 3);
  });

  it('does not lead to a bank without a bridge', () => {
    expect(estimate.trip(west, 'west', east, 'island', 'walk')).toBeUndefined();
    expect(new Estimate({ ...town, crossings: [] }).trip(west, 'west', east, 'east', 'walk')).toBeUndefined();
  });

  it('goes over two bridges where three banks ask for it', () => {
    const chain = new Estimate({
      ...town,
      crossings: [
        [106.2, 38, 'west', 'island'],
        [106.4, 38, 'island', 'east'],
      ],
    });
    expect(chain.trip(west, 'west', { lon: 106.6, lat: 38 }, 'east', 'walk')?.metres).toBeCloseTo(
      distanceBetween(west, { lon: 106.6, lat: 38 }) * 1.3,
      -1,
    );
  });
});
