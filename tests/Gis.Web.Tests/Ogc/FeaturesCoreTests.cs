using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Gis.Web.Tests.Ogc;

/// <summary>The abstract tests of OGC API - Features Part 1 (17-069r4, annex A), one for each of its tests.</summary>
[Collection(OgcTests.Name)]
public sealed class FeaturesCoreTests(OgcSite site)
{
    private static readonly string[] Resources =
    [
        "/ogc", "/ogc/api", "/ogc/conformance", "/ogc/collections", "/ogc/collections/points", "/ogc/collections/points/items",
        "/ogc/collections/points/items/centre-640104", "/ogc/collections/points/queryables", "/ogc/collections/points/schema",
        "/ogc/tiles", "/ogc/tiles/WebMercatorQuad", "/ogc/tileMatrixSets", "/ogc/tileMatrixSets/WebMercatorQuad", "/ogc/collections/points/tiles",
    ];

    [Fact]
    public async Task Ats_core_http_every_resource_is_had_over_HTTP_and_has_a_head()
    {
        foreach (var address in Resources)
        {
            using var asking = new HttpRequestMessage(HttpMethod.Head, address);
            using var head = await site.Client.SendAsync(asking);
            using var whole = await site.Ask(address);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal("1.1", whole.Version.ToString());
        }
    }

    [Fact]
    public async Task Ats_core_root_op_and_root_success_the_landing_page_leads_to_definition_conformance_and_data()
    {
        var landing = await site.Read("/ogc");
        Assert.Equal("application/vnd.oai.openapi+json;version=3.0", (string)OgcSite.LinksOf(landing, "service-desc").Single()["type"]!);
        Assert.Equal("text/html", (string)OgcSite.LinksOf(landing, "service-doc").Single()["type"]!);
        Assert.Single(OgcSite.LinksOf(landing, "conformance"));
        Assert.Single(OgcSite.LinksOf(landing, "data"));
        foreach (var link in landing["links"]!.AsArray())
            await Answers(link!);
    }

    [Fact]
    public async Task Ats_core_api_definition_op_and_success_the_definition_has_the_media_type_of_its_link()
    {
        using var answer = await site.Ask("/ogc/api", "application/vnd.oai.openapi+json;version=3.0");
        Assert.Equal("application/vnd.oai.openapi+json; version=3.0", OgcSite.TypeOf(answer).ToString());
        Assert.Equal("text/html", OgcSite.TypeOf(await site.Ask("/ogc/api", "text/html")).MediaType);
    }

    [Fact]
    public async Task Ats_core_conformance_op_and_success_the_classes_are_listed()
    {
        var classes = (await site.Read("/ogc/conformance"))["conformsTo"]!.AsArray().Select(each => (string)each!).ToList();
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", classes);
        // QGIS sends filters only where it finds all four.
        Assert.Contains("http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2", classes);
        Assert.Contains("http://www.opengis.net/spec/cql2/1.0/conf/cql2-text", classes);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter", classes);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter", classes);
        Assert.Equal(classes.Distinct(), classes);
    }

    [Fact]
    public async Task Ats_core_fc_md_op_and_success_all_collections_are_listed_with_all_their_features()
    {
        var listed = (await site.Read("/ogc/collections"))["collections"]!.AsArray();
        Assert.Equal(OgcSite.Names, listed.Select(collection => (string)collection!["id"]!));
        var counts = new Dictionary<string, int>();
        foreach (var name in OgcSite.Names)
            counts[name] = (int)(await site.ReadItems(name, ("limit", "1")))["numberMatched"]!;
        var network = site.Network;
        Assert.Equal(
            [
                network.Points.Length, network.Villages.Length, network.Townships.Length, network.Counties.Length,
                network.Villages.Length, network.Townships.Length, network.Counties.Length, network.Firms.Length, network.Crossings.Length, 1,
            ],
            OgcSite.Names.Select(name => counts[name]));
    }

    [Fact]
    public async Task Ats_core_fc_md_links_the_list_leads_to_itself_and_its_other_form()
    {
        var list = await site.Read("/ogc/collections");
        Assert.Equal("application/json", (string)OgcSite.LinksOf(list, "self").Single()["type"]!);
        Assert.Equal("text/html", (string)OgcSite.LinksOf(list, "alternate").Single()["type"]!);
    }

    [Fact]
    public async Task Ats_core_fc_md_items_and_items_links_each_collection_leads_to_its_features_in_both_forms()
    {
        foreach (var collection in (await site.Read("/ogc/collections"))["collections"]!.AsArray())
        {
            var links = OgcSite.LinksOf(collection!, "items").ToList();
            Assert.Equal(["application/geo+json", "text/html"], links.Select(link => (string)link["type"]!));
            foreach (var link in links)
                await Answers(link);
        }
    }

    [Fact]
    public async Task Ats_core_fc_md_extent_every_feature_lies_within_the_extent_of_its_collection()
    {
        foreach (var name in OgcSite.Names.Where(name => name != "firms"))
        {
            var extent = (await site.Read($"/ogc/collections/{name}"))["extent"]!["spatial"]!;
            Assert.Equal("http://www.opengis.net/def/crs/OGC/1.3/CRS84", (string)extent["crs"]!);
            var box = string.Join(',', extent["bbox"]![0]!.AsArray().Select(number => OgcSite.Number((double)number!)));
            Assert.Equal(await site.ListIds(name), await site.ListIds(name, ("bbox", box)));
        }

        Assert.Null((await site.Read("/ogc/collections/firms"))["extent"]);
    }

    [Fact]
    public async Task Ats_core_sfc_md_op_and_success_a_collection_alone_says_what_it_says_in_the_list()
    {
        foreach (var listed in (await site.Read("/ogc/collections"))["collections"]!.AsArray())
        {
            var alone = await site.Read($"/ogc/collections/{listed!["id"]}");
            foreach (var (name, value) in listed.AsObject().Where(member => member.Key != "links"))
                Assert.True(JsonNode.DeepEquals(value, alone[name]), $"{listed["id"]}.{name}");
        }

        await site.IsRefused("/ogc/collections/roads", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Ats_core_fc_op_and_response_each_collection_gives_a_feature_collection()
    {
        foreach (var name in OgcSite.Names)
        {
            var page = await site.ReadItems(name);
            Assert.Equal("FeatureCollection", (string)page["type"]!);
            Assert.All(page["features"]!.AsArray(), feature => Assert.Equal("Feature", (string)feature!["type"]!));
        }
    }

    [Fact]
    public async Task Ats_core_fc_limit_definition_the_parameter_is_defined_as_the_standard_has_it()
    {
        var limit = await ReadParameter("limit");
        Assert.Equal("integer", (string)limit["schema"]!["type"]!);
        Assert.Equal((1, 1000, 10_000), ((int)limit["schema"]!["minimum"]!, (int)limit["schema"]!["default"]!, (int)limit["schema"]!["maximum"]!));
        HasForm(limit);
    }

    [Theory]
    [InlineData("1", 1), InlineData("554", 554), InlineData("555", 555), InlineData("556", 555), InlineData("10000", 555), InlineData("10001", 555), InlineData("1000000000", 555)]
    [InlineData("99999999999999999999", 555)]
    public async Task Ats_core_fc_limit_response_no_more_are_returned_than_asked_and_a_larger_limit_is_capped(string limit, int returned) =>
        Assert.Equal(returned, (int)(await site.ReadItems("villages", ("limit", limit)))["numberReturned"]!);

    [Fact]
    public async Task Ats_core_fc_bbox_definition_the_parameter_is_defined_as_the_standard_has_it()
    {
        var box = await ReadParameter("bbox");
        Assert.Equal(("array", 4, 6, "number"), ((string)box["schema"]!["type"]!, (int)box["schema"]!["minItems"]!, (int)box["schema"]!["maxItems"]!, (string)box["schema"]!["items"]!["type"]!));
        HasForm(box);
    }

    [Fact]
    public async Task Ats_core_fc_bbox_response_just_the_features_in_the_box_are_found_its_edge_included()
    {
        var at = site.Network.Villages[0].Position!.At;
        var box = string.Join(',', new[] { at.Longitude, at.Latitude, at.Longitude + 0.2, at.Latitude + 0.1 }.Select(OgcSite.Number));
        var inside = site.Network.Villages.Where(village => village.Position is { At: var there }
            && there.Longitude >= at.Longitude && there.Longitude <= at.Longitude + 0.2 && there.Latitude >= at.Latitude && there.Latitude <= at.Latitude + 0.1);
        var found = await site.ListIds("villages", ("bbox", box));
        Assert.Contains(site.Network.Villages[0].Code.Digits, found);
        Assert.Equal(inside.Select(village => village.Code.Digits).Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task Ats_core_fc_bbox_response_six_numbers_and_the_180th_meridian_are_understood_and_features_without_geometry_match_none()
    {
        var all = await site.ListIds("villages");
        Assert.Equal(all, await site.ListIds("villages", ("bbox", "-180,-90,-1,180,90,9000")));
        // From 170 degrees east over the Pacific to the Atlantic there is no village, and from the Atlantic eastward to Samoa all are.
        Assert.Empty(await site.ListIds("villages", ("bbox", "170,-90,-30,90")));
        Assert.Equal(all, await site.ListIds("villages", ("bbox", "100,-90,-170,90")));
        Assert.Empty(await site.ListIds("firms", ("bbox", "-180,-90,180,90")));
        Assert.NotEmpty(await site.ListIds("firms"));
    }

    [Fact]
    public async Task Ats_core_fc_bbox_response_an_area_is_found_by_its_ground_and_not_by_the_box_round_it()
    {
        var county = (await site.ReadItems("county-areas", ("limit", "1")))["features"]![0]!;
        var corners = county["geometry"]!["coordinates"]![0]![0]!.AsArray().Select(corner => ((double)corner![0]!, (double)corner[1]!)).ToList();
        var (west, south) = (corners.Min(corner => corner.Item1), corners.Min(corner => corner.Item2));
        // The corner of the box round it, where the area itself has no ground.
        var corner = string.Join(',', new[] { west, south, west + 1e-6, south + 1e-6 }.Select(OgcSite.Number));
        Assert.DoesNotContain((string)county["id"]!, await site.ListIds("county-areas", ("bbox", corner)));
    }

    [Fact]
    public async Task Ats_core_fc_time_definition_the_parameter_is_defined_as_the_standard_has_it()
    {
        var time = await ReadParameter("datetime");
        Assert.Equal("string", (string)time["schema"]!["type"]!);
        HasForm(time);
    }

    [Theory]
    [InlineData("2018-02-12T23:20:50Z"), InlineData("2018-02-12"), InlineData("2018-02-12T00:00:00Z/2018-03-18T12:31:12Z"), InlineData("2018-02-12T00:00:00Z/.."), InlineData("../2018-03-18T12:31:12Z")]
    [InlineData("/2018-03-18"), InlineData("2018-02-12/"), InlineData("2018-02-12T23:20:50.52Z"), InlineData("2018-02-12T23:20:50+08:00")]
    public async Task Ats_core_fc_time_response_features_without_a_time_match_every_time(string datetime) =>
        Assert.Equal(await site.ListIds("points"), await site.ListIds("points", ("datetime", datetime)));

    [Fact]
    public async Task Ats_core_fc_links_a_page_leads_to_itself_its_other_form_its_collection_and_the_next()
    {
        var page = await site.ReadItems("points", ("limit", "10"), ("tier", "station"));
        Assert.Equal("application/geo+json", (string)OgcSite.LinksOf(page, "self").Single()["type"]!);
        Assert.Equal("text/html", (string)OgcSite.LinksOf(page, "alternate").Single()["type"]!);
        // Typed as anything else, GDAL stops here without a word.
        Assert.Equal("application/geo+json", (string)OgcSite.LinksOf(page, "next").Single()["type"]!);
        Assert.Single(OgcSite.LinksOf(page, "collection"));
    }

    [Fact]
    public async Task Ats_core_fc_links_the_pages_together_hold_every_feature_once_and_the_last_leads_nowhere()
    {
        var ids = new List<string>();
        string? next = OgcSite.Items("points", ("limit", "97"), ("open", "true"));
        while (next is not null)
        {
            var page = await site.Read(next, "application/geo+json");
            ids.AddRange(page["features"]!.AsArray().Select(feature => (string)feature!["id"]!));
            next = (string?)OgcSite.LinksOf(page, "next").SingleOrDefault()?["href"];
        }

        Assert.Equal(site.Network.Points.Where(point => point.IsOpen).Select(point => point.Id.ToString()).Order(StringComparer.Ordinal), ids);
        Assert.Empty(OgcSite.LinksOf(await site.ReadItems("villages", ("limit", "555")), "next"));
    }

    [Fact]
    public async Task Ats_core_fc_timeStamp_is_now()
    {
        var stamp = DateTimeOffset.Parse((string)(await site.ReadItems("river"))["timeStamp"]!, CultureInfo.InvariantCulture);
        Assert.InRange(DateTimeOffset.UtcNow - stamp, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Ats_core_fc_numberMatched_counts_all_pages_whatever_the_limit()
    {
        Assert.Equal(65, (int)(await site.ReadItems("points", ("tier", "station"), ("limit", "3")))["numberMatched"]!);
        Assert.Equal(65, (int)(await site.ReadItems("points", ("tier", "station"), ("limit", "3"), ("after", "station-640104001")))["numberMatched"]!);
    }

    [Fact]
    public async Task Ats_core_fc_numberReturned_counts_this_page()
    {
        var page = await site.ReadItems("points", ("limit", "7"));
        Assert.Equal((7, 7), ((int)page["numberReturned"]!, page["features"]!.AsArray().Count));
    }

    [Fact]
    public async Task Ats_core_f_op_and_success_each_feature_alone_is_the_one_of_the_list()
    {
        foreach (var name in OgcSite.Names)
        {
            var listed = (await site.ReadItems(name, ("limit", "1")))["features"]![0]!;
            var alone = await site.Read($"/ogc/collections/{name}/items/{Uri.EscapeDataString((string)listed["id"]!)}", "application/geo+json");
            foreach (var (member, value) in listed.AsObject())
                Assert.True(JsonNode.DeepEquals(value, alone[member]), $"{name}.{member}");
        }

        await site.IsRefused("/ogc/collections/points/items/nobody", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Ats_core_f_links_a_feature_leads_to_itself_its_other_form_and_its_collection()
    {
        var feature = await site.Read("/ogc/collections/points/items/centre-640104", "application/geo+json");
        Assert.Equal(["self", "alternate", "collection"], feature["links"]!.AsArray().Select(link => (string)link!["rel"]!));
        foreach (var link in feature["links"]!.AsArray())
            await Answers(link!);
    }

    [Fact]
    public async Task Ats_core_crs84_positions_without_a_word_on_it_are_longitude_before_latitude()
    {
        var pair = OgcSite.PairOf((await site.ReadItems("counties"))["features"]![0]);
        Assert.InRange(pair[0], 105, 107);
        Assert.InRange(pair[1], 37, 39);
    }

    [Fact]
    public async Task Ats_core_query_param_unknown_is_refused_everywhere()
    {
        foreach (var address in Resources)
            Assert.Contains("colour", await site.IsRefused(address + "?colour=red"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit=0"), InlineData("limit=-1"), InlineData("limit=ten"), InlineData("limit=1.5"), InlineData("limit="), InlineData("limit=1&limit=2")]
    [InlineData("bbox=1,2,3"), InlineData("bbox=a,b,c,d"), InlineData("datetime=yesterday"), InlineData("datetime=2018-03-18/2018-02-12"), InlineData("datetime=../..")]
    [InlineData("open=perhaps"), InlineData("accuracy_m=near"), InlineData("checked_on=today"), InlineData("f=xml")]
    public async Task Ats_core_query_param_invalid_is_refused_with_its_name(string query) =>
        Assert.Contains(query[..query.IndexOf('=', StringComparison.Ordinal)], await site.IsRefused("/ogc/collections/points/items?" + query), StringComparison.Ordinal);

    [Theory]
    [InlineData("tier=station", 65), InlineData("tier=centre&open=true", 6), InlineData("open=1&tier=room", 397), InlineData("open=false", 111), InlineData("tier=ship", 0)]
    public async Task Permission_core_fc_filters_a_property_is_a_parameter(string query, int count) =>
        Assert.Equal(count, (int)(await site.Read("/ogc/collections/points/items?" + query, "application/geo+json"))["numberMatched"]!);

    [Fact]
    public async Task Ats_geojson_definition_features_have_the_media_type_of_GeoJSON()
    {
        Assert.Equal("application/geo+json", OgcSite.TypeOf(await site.Ask("/ogc/collections/points/items", "application/geo+json")).MediaType);
        Assert.Equal("application/geo+json", OgcSite.TypeOf(await site.Ask("/ogc/collections/points/items", "*/*")).MediaType);
        Assert.Equal("application/geo+json", OgcSite.TypeOf(await site.Ask("/ogc/collections/points/items?f=json", "text/html")).MediaType);
    }

    [Fact]
    public async Task Ats_geojson_content_rings_run_as_the_standard_has_it_and_no_record_without_a_position_vanishes()
    {
        foreach (var area in (await site.ReadItems("township-areas"))["features"]!.AsArray())
        {
            foreach (var polygon in area!["geometry"]!["coordinates"]!.AsArray())
            {
                var rings = polygon!.AsArray().Select(ring => Doubled(ring!.AsArray())).ToList();
                Assert.True(rings[0] > 0, $"the outer ring of {area["id"]} runs with the clock");
                Assert.All(rings.Skip(1), hole => Assert.True(hole < 0));
            }
        }

        var firms = (await site.ReadItems("firms"))["features"]!.AsArray();
        Assert.Equal(89, firms.Count);
        Assert.All(firms, firm => Assert.True(firm!.AsObject().ContainsKey("geometry") && firm["geometry"] is null));
    }

    [Fact]
    public async Task Every_feature_says_whether_it_illustrates_how_it_was_placed_and_by_whom()
    {
        foreach (var name in OgcSite.Names)
        {
            foreach (var feature in (await site.ReadItems(name))["features"]!.AsArray())
            {
                var properties = feature!["properties"]!.AsObject();
                Assert.True(properties["illustrative"] is JsonValue);
                Assert.Equal(feature["geometry"] is null, properties["placement"] is null);
                Assert.Equal(feature["geometry"] is null, properties["position_source"] is null);
                Assert.True(properties.ContainsKey("accuracy_m"));
            }
        }

        var area = (await site.ReadItems("county-areas"))["features"]![0]!["properties"]!;
        Assert.Equal(("服务范围示意,非行政区划界线", true), ((string)area["note"]!, (bool)area["illustrative"]!));
    }

    [Fact]
    public async Task An_answer_is_marked_with_the_version_of_the_data_and_not_sent_again_while_it_stands()
    {
        using var first = await site.Ask("/ogc/collections/villages/items");
        using var asking = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/villages/items");
        asking.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(asking)).StatusCode);
        Assert.Contains("Accept", first.Headers.Vary);
        // What is wrong stays wrong.
        using var wrong = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/villages/items?limit=0");
        wrong.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.SendAsync(wrong)).StatusCode);
    }

    [Fact]
    public async Task Links_stay_within_the_language_of_the_address()
    {
        var landing = await site.Read("/en/ogc");
        Assert.All(landing["links"]!.AsArray(), link => Assert.StartsWith(new Uri(site.Client.BaseAddress!, "/en/ogc").ToString(), (string)link!["href"]!, StringComparison.Ordinal));
        Assert.Equal("Public legal service network of Yinchuan", (string)landing["title"]!);
        Assert.Contains("/en/ogc/collections/points/items", (string)OgcSite.LinksOf(await site.Read("/en/ogc/collections/points/items?limit=1", "application/geo+json"), "next").Single()["href"]!, StringComparison.Ordinal);
        Assert.StartsWith("The parameter limit", await site.IsRefused("/en/ogc/collections/points/items?limit=0"), StringComparison.Ordinal);
    }

    private async Task Answers(JsonNode link)
    {
        using var answer = await site.Ask((string)link["href"]!, (string)link["type"]!);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, (string)link["href"]!);
        Assert.Equal(((string)link["type"]!).Split(';')[0], OgcSite.TypeOf(answer).MediaType);
    }

    private async Task<JsonNode> ReadParameter(string name)
    {
        var parameter = (await site.Read("/ogc/api", "application/vnd.oai.openapi+json"))["components"]!["parameters"]![name]!;
        Assert.Equal((name, "query", false), ((string)parameter["name"]!, (string)parameter["in"]!, (bool)parameter["required"]!));
        return parameter;
    }

    private static void HasForm(JsonNode parameter) => Assert.Equal(("form", false), ((string)parameter["style"]!, (bool)parameter["explode"]!));

    // Twice the area within a ring, positive where it runs against the clock (the shoelace formula).
    private static double Doubled(JsonArray ring)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < ring.Count; i++)
            sum += ((double)ring[i]![0]! * (double)ring[i + 1]![1]!) - ((double)ring[i + 1]![0]! * (double)ring[i]![1]!);
        return sum;
    }
}
