using System.Globalization;
using Gis.Core.Finder;

namespace Gis.Core.Tests.Finder;

/// <summary>The table of queries with the answers that people expect, written before the search was.</summary>
public sealed class SearchTableTests
{
    private const int First = 3;

    // The share that was reached; it may rise and never fall.
    private static readonly double Kept = 0.22;

    private static readonly PlaceIndex Index = new(YinchuanRegister.WithPoints);

    [Fact]
    public void The_expected_answer_is_among_the_first_three()
    {
        var queries = ReadQueries();
        var misses = queries.Where(query => !IsAnswered(query)).ToList();
        var share = 1 - (misses.Count / (double)queries.Count);
        Assert.True(
            share >= Kept,
            string.Create(CultureInfo.InvariantCulture, $"{share:P1} of {queries.Count} are answered; missed:{Environment.NewLine}{string.Join(Environment.NewLine, misses)}"));
    }

    private static bool IsAnswered(Query query) =>
        query.Matter.Length == 0
        && query.Kind != "elsewhere"
        && Index.Find(query.Text, First).Select(place => place.Point?.ToString() ?? place.Area.Digits) is var found
        && (query.Place.Length == 0 ? !found.Any() : found.Contains(query.Place));

    private static List<Query> ReadQueries() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Finder", "queries.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => new Query(cells[0], cells[1], cells[2], cells[3]))];

    private sealed record Query(string Text, string Place, string Matter, string Kind);
}
