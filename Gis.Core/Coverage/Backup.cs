using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// Who would still be within reach if any one point failed: residents with two or more open points of the tiers asked for
/// within the limit. What nobody can reach backs nobody up; two points at one place are two.
/// </summary>
/// <remarks>Backup coverage: Hogan and ReVelle 1986, Management Science 32.</remarks>
/// <param name="Total">Everybody together.</param>
/// <param name="Counties">The counties, in order of code.</param>
/// <param name="Dependent">The villages that depend on one point alone, those with most residents first.</param>
public sealed record Backup(AreaBackup Total, ImmutableArray<AreaBackup> Counties, ImmutableArray<DependentVillage> Dependent)
{
    /// <summary>Measures backup for a question.</summary>
    public static Backup Measure(ServiceNetwork network, TravelTable table, CoverageQuestion question)
    {
        var open = network.Points.Select(question.IsOpen).ToArray();
        var reached = new int[table.RowCount];
        var dependent = new List<DependentVillage>();
        for (var row = 0; row < reached.Length; row++)
        {
            reached[row] = CountWithin(table.Row(row), open, question.Limit, out var first);
            if (reached[row] == 1 && network.Villages[row].Residents.Count > 0)
                dependent.Add(new DependentVillage(network.Villages[row], first));
        }

        return new Backup(
            Count(null, Enumerable.Range(0, reached.Length)),
            [.. network.Counties.Select(county => Count(county.Code, ListRows(county.Code)))],
            [.. dependent.OrderByDescending(one => one.Village.Residents).ThenBy(one => one.Village.Code)]);

        IEnumerable<int> ListRows(AreaCode county) => Enumerable.Range(0, reached.Length).Where(row => network.Villages[row].Code.County == county);

        AreaBackup Count(AreaCode? area, IEnumerable<int> rows)
        {
            var byReached = rows.ToLookup(row => Math.Min(reached[row], 2), row => network.Villages[row].Residents);
            return new AreaBackup(area, byReached.Sum(group => group.Sum(residents => residents)), Sum(byReached[1]), Sum(byReached[2]));
        }
    }

    private static Residents Sum(IEnumerable<Residents> residents) => residents.Sum(each => each);

    // Two are as good as more.
    private static int CountWithin(ReadOnlySpan<Reach> row, bool[] open, Minutes limit, out Reach first)
    {
        (var count, first) = (0, default);
        foreach (var reach in row)
        {
            if (reach.Time > limit || count == 2)
                break;
            if (!open[reach.Point])
                continue;
            if (count == 0)
                first = reach;
            count++;
        }

        return count;
    }
}

/// <summary>The backup of one unit.</summary>
/// <param name="Area">The unit; null for the whole city.</param>
/// <param name="Residents">All who live there.</param>
/// <param name="Once">Those with exactly one open point within the limit.</param>
/// <param name="BackedUp">Those with two or more.</param>
public readonly record struct AreaBackup(AreaCode? Area, Residents Residents, Residents Once, Residents BackedUp)
{
    /// <summary>The share backed up; none where nobody lives.</summary>
    public Share? Share => Units.Share.Of(BackedUp, Residents);
}

/// <summary>A village that depends on one point.</summary>
/// <param name="Village">The village.</param>
/// <param name="Only">The only open point within the limit.</param>
public readonly record struct DependentVillage(Village Village, Reach Only);
