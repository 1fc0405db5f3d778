using System.Globalization;

namespace Gis.Core.Tests.Finder;

/// <summary>The table of queries with the answers that people expect, written before the search was.</summary>
public sealed class SearchTableTests
{
    private const int First = 3;

    // The share that was reached; it may rise and never fall.
    private static readonly double Kept = 0.99;

    /// <summary>All texts of the table.</summary>
    internal static IEnumerable<string> Texts => ReadQueries().Select(query => query.Text);

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

    private static bool IsAnswered(Query query)
    {
        var answer = YinchuanNames.Search.Ask(query.Text);
        var places = answer.Places.Take(First).Select(found => found.Place.Point?.ToString() ?? found.Place.Area.Digits).ToList();
        var isThere = query.Kind == "elsewhere"
            ? answer.Elsewhere?.Name == query.Place && places.Count == 0
            : answer.Elsewhere is null && (query.Place.Length == 0 ? places.Count == 0 : places.Contains(query.Place));
        return isThere && (query.Matter.Length == 0 ? answer.Matters.IsEmpty : answer.Matters.Take(First).Any(matter => matter.Code == query.Matter));
    }

    private static List<Query> ReadQueries() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Finder", "queries.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => new Query(cells[0], cells[1], cells[2], cells[3]))];

    private sealed record Query(string Text, string Place, string Matter, string Kind);
}
