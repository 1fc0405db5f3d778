using System.Text.Json.Nodes;
using Gis.Web.Ogc;

namespace Gis.Web.Tests.Ogc;

/// <summary>The abstract tests of OGC API - Features Part 3 (19-079r2) and of CQL2 (21-065r2) for the classes that are declared.</summary>
[Collection(OgcTests.Name)]
public sealed class FeaturesFilterTests(OgcSite site)
{
    public static TheoryData<string> Collections => [.. OgcSite.Names];

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_queryables_get_queryables_the_resource_is_a_schema_that_a_link_leads_to(string collection)
    {
        var queryables = await ReadQueryables(collection);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string)queryables["$schema"]!);
        Assert.Equal($"{site.Root}/collections/{collection}/queryables", (string)queryables["$id"]!);
        Assert.Equal(("object", false), ((string)queryables["type"]!, (bool)queryables["additionalProperties"]!));
        var link = OgcSite.LinksOf(await site.Read($"/ogc/collections/{collection}"), "http://www.opengis.net/def/rel/ogc/1.0/queryables").Single();
        Assert.Equal("application/schema+json", (string)link["type"]!);
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_basic_cql2_basic_test_every_queryable_has_a_type_and_the_features_have_just_these(string collection)
    {
        var properties = (await ReadQueryables(collection))["properties"]!.AsObject();
        Assert.All(properties, property => Assert.True(property.Value!["type"] is not null || property.Value["format"] is not null, property.Key));
        var feature = (await site.ReadItems(collection, ("limit", "1")))["features"]![0]!["properties"]!.AsObject();
        Assert.Equal(properties.Select(each => each.Key).Where(name => name != "geometry"), feature.Select(each => each.Key));
        var schema = (await site.Read($"/ogc/collections/{collection}/schema", "application/schema+json"))["properties"]!.AsObject();
        Assert.Equal(properties.Select(each => each.Key), schema.Select(each => each.Key));
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_filter_param_what_is_found_matches_and_what_is_no_filter_is_refused(string collection)
    {
        foreach (var language in new[] { "cql2-text", "cql2-json" })
        {
            var filter = language == "cql2-text" ? "geometry IS NULL" : """{"op":"isNull","args":[{"property":"geometry"}]}""";
            var found = await site.ReadItems(collection, ("filter", filter), ("filter-lang", language));
            Assert.All(found["features"]!.AsArray(), feature => Assert.Null(feature!["geometry"]));
            await site.IsRefused(OgcSite.Items(collection, ("filter", "THIS IS NOT A FILTER"), ("filter-lang", language)));
        }
    }

    [Fact]
    public async Task Ats_filter_lang_default_it_is_text()
    {
        Assert.Equal(
            await site.ListIds("points", ("filter", "tier='station'"), ("filter-lang", "cql2-text")), await site.ListIds("points", ("filter", "tier='station'")));
        Assert.Contains("filter-lang", await site.IsRefused(OgcSite.Items("points", ("filter", "true"), ("filter-lang", "ecql"))), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_filter_expression_construction_an_unknown_property_is_refused_with_its_place_and_those_there_are(string collection)
    {
        var words = await site.IsRefused(OgcSite.Items(collection, ("filter", "true AND this_is_not_a_queryable IS NULL")));
        Assert.Contains("10", words, StringComparison.Ordinal);
        Assert.Contains("position_source", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ats_filter_crs_wgs84_and_filter_crs_param_the_extent_finds_all_in_every_system_and_nonsense_is_refused()
    {
        var extent = (await site.Read("/ogc/collections/points"))["extent"]!["spatial"]!["bbox"]![0]!.AsArray().Select(number => (double)number!).ToArray();
        var all = await site.ListIds("points");
        foreach (var crs in OgcCrs.All)
        {
            // A metre more, for the numbers are rounded.
            var (low, high) = (crs.Write(Core.Places.LonLat.Of(extent[0] - 1e-5, extent[1] - 1e-5)), crs.Write(Core.Places.LonLat.Of(extent[2] + 1e-5, extent[3] + 1e-5)));
            var filter = FormattableString.Invariant($"S_INTERSECTS(geometry,BBOX({low.X},{low.Y},{high.X},{high.Y}))");
            Assert.Equal(all, await site.ListIds("points", ("filter", filter), ("filter-crs", crs.Uri)));
        }

        await site.IsRefused(OgcSite.Items("points", ("filter", "S_INTERSECTS(geometry,BBOX(1000000,1000000,2000000,2000000))")));
    }

    [Fact]
    public async Task Ats_features_filter_response_filter_box_and_property_hold_together()
    {
        var station = await site.ListIds("points", ("tier", "station"));
        var within = await site.ListIds("points", ("bbox", "106.1,38.3,106.4,38.6"));
        var named = await site.ListIds("points", ("filter", "county='兴庆区'"));
        Assert.Equal(
            station.Intersect(within).Intersect(named),
            await site.ListIds("points", ("tier", "station"), ("bbox", "106.1,38.3,106.4,38.6"), ("filter", "county='兴庆区'")));
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_basic_cql2_comparison_each_operator_is_understood_for_each_property(string collection)
    {
        foreach (var (name, value) in await ListScalars(collection))
        {
            var found = new Dictionary<string, string[]>();
            foreach (var sign in new[] { "=", "<>", ">", "<", ">=", "<=" })
                found[sign] = await site.ListIds(collection, ("filter", $"{name} {sign} {value}"));
            Assert.Empty(found["="].Intersect(found["<>"]));
            Assert.Empty(found[">"].Intersect(found["<="]));
            Assert.Empty(found["<"].Intersect(found[">="]));
            Assert.Equal(found["<>"], found["<"].Concat(found[">"]).Order(StringComparer.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_basic_cql2_is_null_both_together_are_all(string collection)
    {
        foreach (var name in (await ReadQueryables(collection))["properties"]!.AsObject().Select(each => each.Key))
        {
            var (empty, full) = (await site.ListIds(collection, ("filter", $"{name} IS NULL")), await site.ListIds(collection, ("filter", $"\"{name}\" is not null")));
            Assert.Empty(empty.Intersect(full));
            Assert.Equal(await site.ListIds(collection), empty.Concat(full).Order(StringComparer.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_basic_cql2_boolean_true_is_all_and_false_is_none(string collection)
    {
        Assert.Equal(await site.ListIds(collection), await site.ListIds(collection, ("filter", "true")));
        Assert.Empty(await site.ListIds(collection, ("filter", "FALSE")));
    }

    [Fact]
    public async Task Ats_basic_cql2_logical_four_predicates_join_as_logic_has_it()
    {
        string[] predicates = ["tier='room'", "open=true", "name LIKE '%兴%'", "accuracy_m>=1500", "address IS NULL", "county IN ('兴庆区','金凤区')", "S_INTERSECTS(geometry,BBOX(106,38.3,106.3,38.6))"];
        var all = await site.ListIds("points");
        var holds = new HashSet<string>[predicates.Length];
        for (var i = 0; i < predicates.Length; i++)
            holds[i] = [.. await site.ListIds("points", ("filter", predicates[i]))];
        for (var i = 0; i < 10; i++)
        {
            var (a, b, c, d) = (i % 7, (i * 2 + 1) % 7, (i * 3 + 2) % 7, (i * 5 + 3) % 7);
            var filter = $"((NOT {predicates[a]} AND {predicates[b]}) OR ({predicates[c]} and NOT {predicates[d]}) or not ({predicates[a]} AND {predicates[d]}))";
            var expected = all.Where(id => (!holds[a].Contains(id) && holds[b].Contains(id)) || (holds[c].Contains(id) && !holds[d].Contains(id)) || !(holds[a].Contains(id) && holds[d].Contains(id)));
            Assert.Equal(expected, await site.ListIds("points", ("filter", filter)));
        }
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_advanced_comparison_operators_like_patterns_are_understood_for_each_text(string collection)
    {
        foreach (var (name, _) in (await ListScalars(collection)).Where(each => each.Value == "'foo'"))
        {
            var (any, some, none) = (await site.ListIds(collection, ("filter", $"{name} LIKE '%'")), await site.ListIds(collection, ("filter", $"{name} like '_%'")), await site.ListIds(collection, ("filter", $"{name} like ''")));
            Assert.Empty(some.Intersect(none));
            Assert.Equal(any, await site.ListIds(collection, ("filter", $"{name} like '%%'")));
            Assert.Empty(await site.ListIds(collection, ("filter", $"{name} like '\\%\\_'")));
        }
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_advanced_comparison_operators_between_and_in_are_understood_for_each_type(string collection)
    {
        foreach (var (name, value) in await ListScalars(collection))
        {
            if (value is "1" or "3.14")
            {
                await site.ListIds(collection, ("filter", $"{name} BETWEEN 0 AND 100"));
                Assert.Empty(await site.ListIds(collection, ("filter", $"{name} between 100.0 and 1.0")));
            }

            var list = value switch { "'foo'" => "'foo', 'bar'", "true" => "true", "3.14" or "1" => "1, 2, 3", _ => "'2022-04-14', '2022-04-15'" };
            var (inside, outside) = (await site.ListIds(collection, ("filter", $"{name} IN ({list})")), await site.ListIds(collection, ("filter", $"{name} not in ({list})")));
            Assert.Equal(await site.ListIds(collection, ("filter", $"{name} IS NOT NULL")), inside.Concat(outside).Order(StringComparer.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_basic_spatial_functions_s_intersects_points_and_boxes_are_understood_and_a_latitude_of_180_is_not(string collection)
    {
        var located = await site.ListIds(collection, ("filter", "geometry IS NOT NULL"));
        Assert.Equal(located, await site.ListIds(collection, ("filter", "S_INTERSECTS(geometry,BBOX(-180,-90,180,90))")));
        Assert.Empty(await site.ListIds(collection, ("filter", "S_INTERSECTS(geometry,POINT(7.02 49.92))")));
        Assert.Empty(await site.ListIds(collection, ("filter", "S_INTERSECTS(geometry,BBOX(-180,-90,-90,90)) AND S_INTERSECTS(geometry,BBOX(110,-90,180,90))")));
        await site.IsRefused(OgcSite.Items(collection, ("filter", "S_INTERSECTS(geometry,POINT(90 180))")));
    }

    [Theory, MemberData(nameof(Collections))]
    public async Task Ats_basic_spatial_functions_plus_s_intersects_every_kind_of_geometry_is_understood(string collection)
    {
        await site.IsRefused(OgcSite.Items(collection, ("filter", "S_INTERSECTS(geometry,MULTIPOINT(7.02 49.92, 90 180))")));
        foreach (var shape in new[]
        {
            "LINESTRING(-180 -45, 0 -45)", "MULTILINESTRING((-180 -45, 0 -45), (0 45, 180 45))",
            "POLYGON((-180 -90, -90 -90, -90 90, -180 90, -180 -90), (-120 -50, -100 -50, -100 -40, -120 -40, -120 -50))",
            "MULTIPOLYGON(((-180 -90, -90 -90, -90 90, -180 90, -180 -90), (-120 -50, -100 -50, -100 -40, -120 -40, -120 -50)),((0 0, 10 0, 10 10, 0 10, 0 0)))",
            "GEOMETRYCOLLECTION(POINT(7.02 49.92), POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)))", "MULTIPOINT((7.02 49.92),(8 50))", "POINT Z(7.02 49.92 3)",
        })
            Assert.Empty(await site.ListIds(collection, ("filter", $"S_INTERSECTS(geometry,{shape})")));
        // Half the world with the city in it, and the other half without.
        Assert.Equal(
            await site.ListIds(collection, ("filter", "geometry IS NOT NULL")),
            await site.ListIds(collection, ("filter", "S_INTERSECTS(POLYGON((0 -80, 179 -80, 179 80, 0 80, 0 -80)),geometry)")));
    }

    [Theory]
    [InlineData("tier = 'station' AND residents", 31), InlineData("tier ~ 'x'", 6), InlineData("tier = 'x", 8), InlineData("(open = true", 13), InlineData("open = true)", 12)]
    [InlineData("tier BETWEEN 'a'", 17), InlineData("tier IN ()", 10), InlineData("tier IS EMPTY", 9), InlineData("accuracy_m = 1e999", 14), InlineData("tier = 5", 8)]
    [InlineData("accuracy_m LIKE '1%'", 1), InlineData("checked_on = DATE('2026-02-30')", 19), InlineData("geometry = 'x'", 1), InlineData("S_INTERSECTS(name,POINT(1 2))", 14)]
    [InlineData("S_INTERSECTS(geometry,POLYGON((0 0,1 1,0 1)))", 23), InlineData("S_INTERSECTS(geometry,POLYGON((0 0,1 1,1 0,0 1,0 0)))", 23), InlineData("", 1), InlineData("NOT", 4)]
    public async Task What_is_wrong_in_a_filter_is_told_with_its_place(string filter, int character) =>
        Assert.Contains($"在第 {character} 个字符", await site.IsRefused(OgcSite.Items("points", ("filter", filter))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"op":"and","args":[true,{"op":"=","args":[{"property":"colour"},"red"]}]}""", "$.args[1].args[0]"), InlineData("""{"op":"sin","args":[1]}""", "$")]
    [InlineData("""{"op":"=","args":[{"property":"open"},"red"]}""", "$.args[1]"), InlineData("""{"op":"in","args":[{"property":"tier"},[]]}""", "$.args[1]")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[1]}]}""", "$.args[1]"), InlineData("[]", "$"), InlineData("""{"op":"and","args":[true]}""", "$")]
    public async Task What_is_wrong_in_a_filter_of_JSON_is_told_with_its_path(string filter, string path) =>
        Assert.Contains($"在 {path}:", await site.IsRefused(OgcSite.Items("points", ("filter", filter), ("filter-lang", "cql2-json"))), StringComparison.Ordinal);

    private Task<JsonObject> ReadQueryables(string collection) => site.Read($"/ogc/collections/{collection}/queryables", "application/schema+json");

    // Each scalar with the value that the abstract test compares it with.
    private async Task<List<(string Name, string Value)>> ListScalars(string collection) =>
    [
        .. (await ReadQueryables(collection))["properties"]!.AsObject().Where(each => each.Value!["type"] is not null)
            .Select(each => (each.Key, (string)each.Value!["type"]! switch
            {
                "boolean" => "true",
                "integer" => "1",
                "number" => "3.14",
                _ => each.Value["format"] is null ? "'foo'" : "DATE('2022-04-14')",
            })),
    ];
}
