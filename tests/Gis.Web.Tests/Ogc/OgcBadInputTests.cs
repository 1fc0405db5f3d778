using System.Diagnostics;
using System.Net;
using System.Text;

namespace Gis.Web.Tests.Ogc;

/// <summary>Requests meant to keep the program busy are refused at once, in words.</summary>
[Collection(OgcTests.Name)]
public sealed class OgcBadInputTests(OgcSite site)
{
    public static TheoryData<string, string> Bombs => new()
    {
        { "parentheses", string.Concat(Enumerable.Repeat("(", 2000)) + "true" + string.Concat(Enumerable.Repeat(")", 2000)) },
        { "denials", string.Concat(Enumerable.Repeat("NOT ", 1900)) + "true" },
        { "disjunction", string.Join(" OR ", Enumerable.Repeat("open=true", 600)) },
        { "list", $"tier IN ({string.Join(',', Enumerable.Repeat("'a'", 1000))})" },
        { "ring", $"S_INTERSECTS(geometry,POLYGON(({string.Join(',', Enumerable.Range(0, 1100).Select(i => "1 " + (i % 9)))})))" },
        { "collections", string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION(", 300)).Insert(0, "S_INTERSECTS(geometry,") + "POINT(1 2)" },
        { "shapes", string.Join(" OR ", Enumerable.Repeat("S_INTERSECTS(geometry,POINT(1 2))", 50)) },
        { "length", "name = '" + new string('a', 8000) + "'" },
        { "pattern", "name LIKE '" + string.Concat(Enumerable.Repeat("%a", 400)) + "'" },
        { "digits", "accuracy_m = " + new string('9', 5000) },
        { "star", $"S_INTERSECTS(geometry,POLYGON(({Star(180)})))" },
    };

    [Theory, MemberData(nameof(Bombs))]
    public async Task A_filter_that_is_a_bomb_is_refused(string what, string filter)
    {
        var start = Stopwatch.GetTimestamp();
        Assert.Contains("filter", await site.IsRefused(OgcSite.Items("villages", ("filter", filter))), StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2), what);
    }

    [Fact]
    public async Task A_filter_of_JSON_that_is_a_bomb_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", 300)) + "true" + string.Concat(Enumerable.Repeat("]}", 300));
        await site.IsRefused(OgcSite.Items("villages", ("filter", deep), ("filter-lang", "cql2-json")));
        await site.IsRefused(OgcSite.Items("villages", ("filter", new string('[', 5000)), ("filter-lang", "cql2-json")));
        var wide = $$"""{"op":"or","args":[{{string.Join(',', Enumerable.Repeat("true", 600))}}]}""";
        await site.IsRefused(OgcSite.Items("villages", ("filter", wide), ("filter-lang", "cql2-json")));
    }

    [Fact]
    public async Task The_deepest_and_the_longest_that_are_read_are_read_and_one_more_is_not()
    {
        await site.ListIds("counties", ("filter", Nested(32)));
        await site.IsRefused(OgcSite.Items("counties", ("filter", Nested(33))));
        await site.ListIds("counties", ("filter", string.Join(" OR ", Enumerable.Repeat("true", 500))));
        await site.IsRefused(OgcSite.Items("counties", ("filter", string.Join(" OR ", Enumerable.Repeat("true", 501)))));
        await site.ListIds("counties", ("filter", "name = '" + new string('a', 8000 - 9) + "'"));
        await site.IsRefused(OgcSite.Items("counties", ("filter", "name = '" + new string('a', 8000 - 8) + "'")));
        await site.ListIds("counties", ("filter", $"name LIKE '{new string('%', 200)}'"));
        await site.IsRefused(OgcSite.Items("counties", ("filter", $"name LIKE '{new string('%', 201)}'")));
    }

    [Fact]
    public async Task The_dearest_filter_that_is_read_is_worked_out_in_bounded_time()
    {
        var start = Stopwatch.GetTimestamp();
        await site.ListIds("village-areas", ("filter", string.Join(" OR ", Enumerable.Repeat("S_INTERSECTS(geometry,POLYGON((" + Circle(90) + ")))", 3))));
        await site.ListIds("villages", ("filter", $"name LIKE '{string.Concat(Enumerable.Repeat("%_", 99))}a'"));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("1e308,1e308,1.1e308,1.1e308"), InlineData("NaN,NaN,NaN,NaN"), InlineData("-Infinity,0,Infinity,1"), InlineData("106,39,107,38"), InlineData("0,0,0,1e999")]
    [InlineData("106,38,9,107,39,1"), InlineData(""), InlineData(",,,"), InlineData("1,2,3,4,5"), InlineData("0,0,361,1"), InlineData("0,-181,0,0")]
    public async Task A_box_that_is_none_is_refused(string box)
    {
        Assert.Contains("bbox", await site.IsRefused(OgcSite.Items("villages", ("bbox", box))), StringComparison.Ordinal);
        await site.IsRefused("/en" + OgcSite.Items("villages", ("bbox", box)));
    }

    [Fact]
    public async Task A_box_of_as_much_as_is_read_is_read_and_more_is_not()
    {
        Assert.Equal(555, (await site.ListIds("villages", ("bbox", "-360,-180,360,180"))).Length);
        Assert.Equal(555, (await site.ListIds("villages", ("bbox", "-40000000,-40000000,40000000,40000000"), ("bbox-crs", "http://www.opengis.net/def/crs/EPSG/0/3857"))).Length);
        await site.IsRefused(OgcSite.Items("villages", ("bbox", "-360.1,-90,180,90")));
    }

    [Fact]
    public async Task A_box_of_thousands_of_numbers_is_refused()
    {
        var box = new StringBuilder("1").Insert(1, ",1", 3000).ToString();
        Assert.Contains("3001", await site.IsRefused(OgcSite.Items("villages", ("bbox", box))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17/0/0"), InlineData("1/2/0"), InlineData("1/0/2"), InlineData("-1/0/0"), InlineData("a/b/c"), InlineData("8/99999999999/0"), InlineData("0/0/1")]
    public async Task A_tile_out_of_range_is_refused(string tile)
    {
        Assert.Contains("瓦片", await site.IsRefused("/ogc/tiles/WebMercatorQuad/" + tile, HttpStatusCode.NotFound), StringComparison.Ordinal);
        await site.IsRefused("/en/ogc/collections/points/tiles/WebMercatorQuad/" + tile, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/ogc/tiles/WorldCRS84Quad"), InlineData("/ogc/tileMatrixSets/None"), InlineData("/ogc/collections/villages/tiles"), InlineData("/ogc/collections/roads/tiles")]
    [InlineData("/ogc/collections/roads/items"), InlineData("/ogc/collections/points/nothing"), InlineData("/ogc/collections/roads/queryables")]
    public async Task What_is_not_there_is_told_in_words(string address) => await site.IsRefused(address, HttpStatusCode.NotFound);

    private static string Nested(int levels) => new string('(', levels) + "true" + new string(')', levels);

    private static string Circle(int corners) => string.Join(',', Enumerable.Range(0, corners + 1).Select(i => Corner(2 * Math.PI * (i % corners) / corners)));

    // Each corner is joined with the one nearly opposite, so that every side crosses every other.
    private static string Star(int corners) => string.Join(',', Enumerable.Range(0, corners + 1).Select(i => Corner(2 * Math.PI * (i * ((corners / 2) - 1) % corners) / corners)));

    private static string Corner(double angle) => FormattableString.Invariant($"{106 + Math.Cos(angle):0.####} {38 + Math.Sin(angle):0.####}");
}
