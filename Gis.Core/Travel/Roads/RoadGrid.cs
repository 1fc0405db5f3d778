using Gis.Core.Places;

namespace Gis.Core.Travel.Roads;

/// <summary>Cells of some hundred metres, each knowing the roads that may pass through it.</summary>
internal sealed class RoadGrid
{
    private const double SmallestCellMetres = 250;
    private const double MostCells = 2_000_000;

    private readonly LonLat corner;
    private readonly double cellLongitude;
    private readonly double cellLatitude;
    private readonly int columns;
    private readonly int rows;
    private readonly int[] start;
    private readonly int[] roads;

    /// <summary>Sorts the wanted roads into cells.</summary>
    internal RoadGrid(RoadNetwork network, Func<int, bool> wanted)
    {
        var box = network.Bounds ?? new RoadBounds(LonLat.Of(0, 0), LonLat.Of(0, 0));
        corner = box.SouthWest;
        var plane = new LocalPlane(LonLat.Of(corner.Longitude, (corner.Latitude + box.NorthEast.Latitude) / 2));
        var width = (box.NorthEast.Longitude - corner.Longitude) * plane.MetresPerLongitude;
        var height = (box.NorthEast.Latitude - corner.Latitude) * plane.MetresPerLatitude;
        var side = Math.Max(SmallestCellMetres, Math.Sqrt(width * height / MostCells));
        (cellLongitude, cellLatitude) = (side / plane.MetresPerLongitude, side / plane.MetresPerLatitude);
        (columns, rows) = ((int)(width / side) + 1, (int)(height / side) + 1);
        (start, roads) = Sort(ListPlaces(network, wanted));
    }

    /// <summary>Roads in rings of cells round a position, until the caller has no use for anything further away than the metres given with the next.</summary>
    internal IEnumerable<(double AtLeastMetres, IEnumerable<int> Roads)> ListRings(LonLat round)
    {
        var plane = new LocalPlane(round);

        // A cell's width shrinks towards the pole; a hundredth covers what it does within the reach of a snap.
        var step = 0.99 * Math.Min(cellLongitude * plane.MetresPerLongitude, cellLatitude * plane.MetresPerLatitude);
        var (column, row) = CellOf(round);
        for (var ring = 0; ; ring++)
            yield return (Math.Max(0, ring - 1) * step, RingCells(column, row, ring).SelectMany(RoadsIn));
    }

    private IEnumerable<int> RoadsIn(int cell) => new ArraySegment<int>(roads, start[cell], start[cell + 1] - start[cell]);

    private IEnumerable<int> RingCells(int column, int row, int ring)
    {
        for (var y = Math.Max(0, row - ring); y <= Math.Min(rows - 1, row + ring); y++)
        {
            var step = Math.Abs(y - row) == ring ? 1 : Math.Max(1, 2 * ring);
            for (var x = column - ring; x <= column + ring; x += step)
            {
                if (x >= 0 && x < columns)
                    yield return (y * columns) + x;
            }
        }
    }

    private (int Column, int Row) CellOf(LonLat at) => (
        (int)Math.Floor((at.Longitude - corner.Longitude) / cellLongitude),
        (int)Math.Floor((at.Latitude - corner.Latitude) / cellLatitude));

    private IEnumerable<(int Cell, int Road)> ListPlaces(RoadNetwork network, Func<int, bool> wanted)
    {
        for (var road = 0; road < network.RoadCount; road++)
        {
            if (!wanted(road))
                continue;
            foreach (var cell in CellsAlong(network.LineOf(road)).Distinct())
                yield return (cell, road);
        }
    }

    private IEnumerable<int> CellsAlong(LonLat[] line) =>
        Enumerable.Range(1, line.Length - 1).SelectMany(segment => CellsRound(line[segment - 1], line[segment]));

    private IEnumerable<int> CellsRound(LonLat one, LonLat other)
    {
        var ((column, row), (otherColumn, otherRow)) = (CellOf(one), CellOf(other));
        for (var y = Math.Max(0, Math.Min(row, otherRow)); y <= Math.Min(rows - 1, Math.Max(row, otherRow)); y++)
        {
            for (var x = Math.Max(0, Math.Min(column, otherColumn)); x <= Math.Min(columns - 1, Math.Max(column, otherColumn)); x++)
                yield return (y * columns) + x;
        }
    }

    private (int[] Start, int[] Roads) Sort(IEnumerable<(int Cell, int Road)> places)
    {
        var pairs = places.ToArray();
        var first = new int[(columns * rows) + 1];
        foreach (var (cell, _) in pairs)
            first[cell + 1]++;
        for (var cell = 0; cell < columns * rows; cell++)
            first[cell + 1] += first[cell];
        var next = first.AsSpan(0, columns * rows).ToArray();
        var sorted = new int[pairs.Length];
        foreach (var (cell, road) in pairs)
            sorted[next[cell]++] = road;
        return (first, sorted);
    }
}
