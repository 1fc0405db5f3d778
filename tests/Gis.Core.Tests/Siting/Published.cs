using System.Globalization;
using Gis.Core.Siting;

namespace Gis.Core.Tests.Siting;

/// <summary>Instances of OR-Library, read as their authors say. Origin and formats: Published/README.md.</summary>
internal static class Published
{
    /// <summary>A network of Beasley's: every vertex weighs one and may be built at; a cost is the length of the shortest path.</summary>
    internal static (SitingInstance Instance, int Build) ReadNetwork(int number)
    {
        var numbers = Read($"pmed{number}.txt");
        var (vertices, edges, build) = (numbers[0], numbers[1], numbers[2]);
        Assert.Equal(3 + (3 * edges), numbers.Length);
        var cost = new double[vertices, vertices];
        foreach (var (from, to) in Every(vertices))
            cost[from, to] = from == to ? 0 : double.PositiveInfinity;
        foreach (var edge in numbers[3..].Chunk(3))
            cost[edge[0] - 1, edge[1] - 1] = cost[edge[1] - 1, edge[0] - 1] = edge[2];
        FindShortestPaths(cost, vertices);
        return (new SitingInstance(
            [.. Enumerable.Range(1, vertices).Select(vertex => new SitingDemand($"d{vertex}", 1))],
            [.. Enumerable.Range(1, vertices).Select(vertex => new SitingSite($"s{vertex}"))],
            [.. Every(vertices).Select(pair => new SitingPair(pair.From, pair.To, cost[pair.From, pair.To]))]), build);
    }

    /// <summary>
    /// A problem of Osman's and Christofides's. They sum distances that the demand does not multiply, so a cost here is the
    /// distance divided by the demand.
    /// </summary>
    internal static (SitingInstance Instance, int Build) ReadCapacitated(int problem)
    {
        var numbers = Read("pmedcap1.txt");
        var start = 1;
        while (numbers[start] != problem)
            start += 5 + (4 * numbers[start + 2]);
        var (points, build, capacity) = (numbers[start + 2], numbers[start + 3], numbers[start + 4]);
        var rows = numbers.AsSpan(start + 5, 4 * points).ToArray().Chunk(4).ToArray();
        Assert.Equal(Enumerable.Range(1, points), rows.Select(row => row[0]));
        return (new SitingInstance(
            [.. rows.Select(row => new SitingDemand($"d{row[0]}", row[3]))],
            [.. rows.Select(row => new SitingSite($"s{row[0]}", Capacity: capacity))],
            [.. Every(points).Select(pair => new SitingPair(pair.From, pair.To, Distance(rows[pair.From], rows[pair.To]) / rows[pair.From][3]))]), build);
    }

    private static int[] Read(string file) =>
    [
        .. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Siting", "Published", file))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<(int From, int To)> Every(int count) =>
        Enumerable.Range(0, count * count).Select(pair => (pair / count, pair % count));

    private static double Distance(int[] from, int[] to) =>
        Math.Floor(Math.Sqrt(Math.Pow(from[1] - to[1], 2) + Math.Pow(from[2] - to[2], 2)));

    // Floyd's way: allow one more vertex on the path each round.
    private static void FindShortestPaths(double[,] cost, int vertices)
    {
        for (var through = 0; through < vertices; through++)
        {
            foreach (var (from, to) in Every(vertices))
                cost[from, to] = Math.Min(cost[from, to], cost[from, through] + cost[through, to]);
        }
    }
}
