using System.Collections.Immutable;
using System.Globalization;
using Gis.Web.Layout;
using Gis.Web.Ogc.Filtering;

namespace Gis.Web.Ogc;

/// <summary>What a request of features asks for.</summary>
public sealed class ItemsQuery
{
    public const int DefaultLimit = 1000;
    public const int MostLimit = 10_000;
    public const string Limit = "limit";

    /// <summary>The identifier after which a page begins: the link to the next page names it.</summary>
    public const string After = "after";

    public const string Crs = "crs";

    private static readonly string[] Own = [Limit, After, "bbox", "bbox-crs", Crs, "datetime", "filter", "filter-lang", "filter-crs"];

    private readonly string after;
    private readonly ImmutableArray<Func<OgcFeature, bool>> tests;

    /// <exception cref="OgcFault">A parameter is not known, or wrong.</exception>
    public ItemsQuery(OgcFeatureType collection, OgcParameters parameters)
    {
        Count = ReadLimit(parameters[Limit]);
        OutputCrs = parameters.CrsOf(Crs);
        after = parameters[After] ?? "";
        DatetimeText.Check(parameters["datetime"]);
        var all = new List<Func<OgcFeature, bool>>(PropertyTests.List(collection, parameters));
        if (ReadBox(parameters) is { } box)
            all.Add(feature => box.Touches(feature.Shape));
        if (ReadFilter(parameters, collection) is { } filter)
            all.Add(filter.Matches);
        tests = [.. all];
    }

    public OgcCrs OutputCrs { get; }

    private int Count { get; }

    internal static IEnumerable<string> NamesOf(OgcFeatureType collection) => Own.Concat(collection.Fields.Select(field => field.Name));

    /// <summary>The features of one page, and how many there are on all pages together.</summary>
    public ItemsPage Select(FeatureList features)
    {
        var matched = 0;
        var hasMore = false;
        var page = ImmutableArray.CreateBuilder<OgcFeature>();
        foreach (var feature in features.All)
        {
            if (!tests.All(test => test(feature)))
                continue;
            matched++;
            if (string.CompareOrdinal(feature.Id, after) <= 0)
                continue;
            if (page.Count < Count)
                page.Add(feature);
            else
                hasMore = true;
        }

        return new ItemsPage(page.ToImmutable(), matched, hasMore);
    }

    // The standard lets a server answer less than was asked, but no nonsense.
    private static int ReadLimit(string? text)
    {
        if (text is null)
            return DefaultLimit;
        if (text.Length is 0 or > 30 || !text.All(char.IsAsciiDigit) || text.All(digit => digit == '0'))
        {
            throw OgcFault.OfParameter(
                Limit, $"应为 1 至 {MostLimit} 的整数,更大的按 {MostLimit} 处理", $"It should be a whole number from 1 to {MostLimit}; a larger one is taken as {MostLimit}");
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, MostLimit) : MostLimit;
    }

    private static OgcBox? ReadBox(OgcParameters parameters)
    {
        var crs = parameters.CrsOf("bbox-crs");
        if (parameters["bbox"] is not { } text)
            return null;
        return OgcBox.TryRead(text, crs, out var box, out var fault) ? box : throw OgcFault.OfParameter("bbox", fault.Chinese, fault.English);
    }

    private static BoundFilter? ReadFilter(OgcParameters parameters, OgcFeatureType collection)
    {
        var crs = parameters.CrsOf("filter-crs");
        var form = parameters["filter-lang"] ?? "cql2-text";
        if (form is not ("cql2-text" or "cql2-json"))
            throw OgcFault.OfParameter("filter-lang", "应为 cql2-text 或 cql2-json", "It should be cql2-text or cql2-json");
        if (parameters["filter"] is not { } text)
            return null;
        try
        {
            return new BoundFilter(form == "cql2-text" ? FilterText.Read(text) : FilterJson.Read(text), collection.Fields, crs);
        }
        catch (FilterFault fault)
        {
            throw OgcFault.OfParameter("filter", fault.Words(Language.Chinese), fault.Words(Language.English));
        }
    }
}

/// <summary>A page of features.</summary>
/// <param name="Features">Those on it.</param>
/// <param name="Matched">How many there are on all pages.</param>
/// <param name="HasMore">Whether another page follows.</param>
public sealed record ItemsPage(ImmutableArray<OgcFeature> Features, int Matched, bool HasMore);
