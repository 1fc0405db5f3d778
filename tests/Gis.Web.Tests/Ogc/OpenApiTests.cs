using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gis.Web.Tests.Ogc;

/// <summary>The abstract tests of the classes oas30 and html of OGC API - Features Part 1.</summary>
[Collection(OgcTests.Name)]
public sealed partial class OpenApiTests(OgcSite site)
{
    [Fact]
    public async Task Ats_oas30_oas_definition_every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own()
    {
        var document = await ReadDocument();
        Assert.StartsWith("3.0.", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.All(References().Matches(document.ToJsonString()), reference =>
            Assert.True(Find(document, reference.Groups[1].Value) is not null, reference.Value));
        var names = Operations(document).Select(operation => (string)operation.Operation["operationId"]!).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task Ats_oas30_oas_impl_every_path_that_is_described_answers_as_described()
    {
        var document = await ReadDocument();
        var server = (string)document["servers"]![0]!["url"]!;
        Assert.Equal(site.Root, server);
        foreach (var (path, operation) in Operations(document))
        {
            var address = server + path.Replace("{featureId}", "none", StringComparison.Ordinal)
                .Replace("{tileMatrix}/{tileRow}/{tileCol}", "8/98/203", StringComparison.Ordinal);
            using var answer = await site.Ask(address);
            var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var response = operation["responses"]!.AsObject();
            Assert.True(response.ContainsKey(status), $"{status} for {path}");
            if (answer.StatusCode == HttpStatusCode.OK)
                Assert.Contains(response["200"]!["content"]!.AsObject(), content => content.Key.Split(';')[0] == OgcSite.TypeOf(answer).MediaType);
            else
                Assert.True(path.Contains('{', StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task Ats_oas30_completeness_every_parameter_in_a_path_is_described_and_every_property_is_a_parameter()
    {
        var document = await ReadDocument();
        foreach (var (path, operation) in Operations(document))
        {
            var names = operation["parameters"]!.AsArray().Select(each => (string)Resolve(document, each!)["name"]!).ToList();
            Assert.Equal(names.Distinct(), names);
            Assert.All(InPath().Matches(path), part => Assert.Contains(part.Groups[1].Value, names));
        }

        foreach (var name in OgcSite.Names)
        {
            var described = document["paths"]![$"/collections/{name}/items"]!["get"]!["parameters"]!.AsArray().Select(each => (string)Resolve(document, each!)["name"]!);
            var queryables = (await site.Read($"/ogc/collections/{name}/queryables", "application/schema+json"))["properties"]!.AsObject().Select(each => each.Key);
            Assert.Empty(queryables.Except(described).Except(["geometry"]));
        }
    }

    [Fact]
    public async Task Ats_oas30_exception_codes_and_security_refusals_are_described_and_nothing_is_locked()
    {
        var document = await ReadDocument();
        Assert.All(Operations(document), operation => Assert.True(operation.Operation["responses"]!.AsObject().ContainsKey("400"), operation.Path));
        Assert.Null(document["security"]);
    }

    [Theory, InlineData(""), InlineData("/en")]
    public async Task Ats_html_definition_and_content_every_resource_is_a_page_that_leads_to_the_others(string language)
    {
        string[] addresses =
        [
            "", "/api", "/conformance", "/collections", "/collections/points", "/collections/points/items", "/collections/points/items/centre-640104",
            "/collections/village-areas/items", "/collections/firms/items", "/collections/points/queryables", "/collections/points/schema",
        ];
        foreach (var address in addresses)
        {
            using var answer = await site.Ask($"{language}/ogc{address}", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, OgcSite.TypeOf(answer).MediaType));
            Assert.StartsWith("<!DOCTYPE html>", page.TrimStart(), StringComparison.Ordinal);
            Assert.Contains("f=json", page, StringComparison.Ordinal);
            Assert.Null(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task Ats_html_content_the_pages_of_a_collection_show_every_feature_once()
    {
        var ids = new List<string>();
        string? next = "/en/ogc/collections/villages/items?f=html";
        while (next is not null)
        {
            var page = await site.Client.GetStringAsync(next);
            ids.AddRange(Rows().Matches(page).Select(row => row.Groups[1].Value));
            next = Next().Match(page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups[1].Value) : null;
        }

        Assert.Equal(site.Network.Villages.Select(village => village.Code.Digits).Order(StringComparer.Ordinal), ids);
    }

    private async Task<JsonObject> ReadDocument() => await site.Read("/ogc/api", "application/vnd.oai.openapi+json");

    private static IEnumerable<(string Path, JsonNode Operation)> Operations(JsonObject document) =>
        document["paths"]!.AsObject().Select(path => (path.Key, path.Value!["get"]!));

    private static JsonNode Resolve(JsonObject document, JsonNode node) => node["$ref"] is { } reference ? Find(document, ((string)reference!)[2..])! : node;

    private static JsonNode? Find(JsonNode document, string pointer) => pointer.Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]);

    [GeneratedRegex("\"\\$ref\":\"#/([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex InPath();

    [GeneratedRegex("<th scope=\"row\"><a [^>]*>([0-9]{12})</a>")]
    private static partial Regex Rows();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
