using Gis.Core.Network;
using Gis.Core.Travel;

namespace Gis.Core.Coverage;

/// <summary>Takes the columns of a travel table that still stand over into that of a changed network, and measures the others.</summary>
internal static class TableSplice
{
    internal static TravelTable Make(TravelTable table, ServiceNetwork before, ServiceNetwork after, TripsTo trips)
    {
        var column = MapColumns(before, after);
        var placed = Enumerable.Range(0, after.Points.Length)
            .Where(point => Scenario.Placed(after.Points[point]))
            .Select(point => (Point: point, Trips: trips(after.Points[point].Position!.At, after.Points[point].Bank)))
            .ToArray();
        var starts = new int[table.RowCount + 1];
        var reaches = new List<Reach>();
        for (var row = 0; row < table.RowCount; row++)
        {
            AppendRow(row);
            starts[row + 1] = reaches.Count;
        }

        return table.WithSortedRows(starts, [.. reaches]);

        // What stands keeps its order, for the points that stand keep theirs.
        void AppendRow(int row)
        {
            foreach (var reach in table.Row(row))
            {
                if (column[reach.Point] is var to and >= 0)
                    reaches.Add(reach with { Point = to });
            }

            foreach (var (point, to) in placed)
            {
                if (to[row] is { } trip)
                    Insert(reaches, starts[row], new Reach(point, trip.Time, trip.Way));
            }
        }
    }

    private static void Insert(List<Reach> reaches, int start, Reach added)
    {
        var at = reaches.Count;
        while (at > start && (added.Time, added.Point).CompareTo((reaches[at - 1].Time, reaches[at - 1].Point)) < 0)
            at--;
        reaches.Insert(at, added);
    }

    // The column each point has in the changed network; -1 if it is measured anew.
    private static int[] MapColumns(ServiceNetwork before, ServiceNetwork after)
    {
        var columns = after.Points.Select((point, index) => (point, index)).ToDictionary(pair => pair.point.Id, pair => pair.index);
        return [.. before.Points.Select(point => ReferenceEquals(after.Points[columns[point.Id]], point) ? columns[point.Id] : -1)];
    }
}
