using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Gis.Core.Network;
using Gis.Web.Ogc;

namespace Gis.Web.Tests.Ogc;

/// <summary>The program on a real port, for clients that are programs of their own.</summary>
public sealed class OgcSite : IDisposable
{
    private readonly GisApp app = new();

    public OgcSite()
    {
        app.UseKestrel(0);
        app.StartServer();
        Client = app.CreateClient();
    }

    public static IEnumerable<string> Names => OgcFeatures.Collections.Select(collection => collection.Id);

    public HttpClient Client { get; }

    public ServiceNetwork Network => app.Snapshot.Network;

    /// <summary>The whole address of the landing page.</summary>
    public string Root => new Uri(Client.BaseAddress!, "/ogc").ToString();

    public static string Items(string collection, params (string Name, string Value)[] parameters) =>
        $"/ogc/collections/{collection}/items?" + string.Join('&', parameters.Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value)}"));

    public async Task<HttpResponseMessage> Ask(string address, string accept = "application/json")
    {
        using var asking = new HttpRequestMessage(HttpMethod.Get, address);
        asking.Headers.Accept.ParseAdd(accept);
        return await Client.SendAsync(asking);
    }

    public async Task<JsonObject> Read(string address, string type = "application/json")
    {
        using var answer = await Ask(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} for {address}: {text}");
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        return JsonNode.Parse(text)!.AsObject();
    }

    public Task<JsonObject> ReadItems(string collection, params (string Name, string Value)[] parameters) =>
        Read(Items(collection, parameters), "application/geo+json");

    /// <summary>The identifiers of all features that are found, in order.</summary>
    public async Task<string[]> ListIds(string collection, params (string Name, string Value)[] parameters)
    {
        var page = await ReadItems(collection, [("limit", "10000"), .. parameters]);
        return [.. page["features"]!.AsArray().Select(feature => (string)feature!["id"]!)];
    }

    /// <summary>Refused with words about a parameter, within a second.</summary>
    public async Task<string> IsRefused(string address, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var answer = await Client.GetAsync(address, late.Token);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(late.Token))!;
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} for {address}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(((string)problem["title"]!).Length > 0 && ((string)problem["detail"]!).Length > 0, address);
        return $"{problem["title"]} {problem["detail"]}";
    }

    /// <summary>The links of a document with a relation.</summary>
    public static IEnumerable<JsonNode> LinksOf(JsonNode document, string relation) =>
        document["links"]!.AsArray().Where(link => (string)link!["rel"]! == relation).Select(link => link!);

    public static double[] PairOf(JsonNode? feature) => [.. feature!["geometry"]!["coordinates"]!.AsArray().Select(number => (double)number!)];

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static MediaTypeHeaderValue TypeOf(HttpResponseMessage answer) => answer.Content.Headers.ContentType!;

    public void Dispose()
    {
        Client.Dispose();
        app.Dispose();
    }
}

/// <summary>All tests of these services ask one program.</summary>
[CollectionDefinition(Name)]
public sealed class OgcTests : ICollectionFixture<OgcSite>
{
    public const string Name = "ogc";
}
