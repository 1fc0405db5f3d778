using System.Net;
using System.Text.Json;
using Gis.Core.Travel;

namespace Gis.Web.Tests.Travel;

/// <summary>One way from a village to a point, while no roads are imported.</summary>
public sealed class RouteTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task Without_roads_a_way_is_the_straight_line_and_says_so()
    {
        var network = app.Snapshot.Network;
        var row = network.Villages.ToList().FindIndex(village => village.Position is not null);
        var reach = app.Snapshot.Table(TravelMode.EBike).Row(row)[^1];
        using var route = JsonDocument.Parse(await client.GetStringAsync($"/api/route?from={network.Villages[row].Code}&to={network.Points[reach.Point].Id}&mode=e-bike"));
        var properties = route.RootElement.GetProperty("properties");
        Assert.True(properties.GetProperty("estimated").GetBoolean());
        Assert.Equal("LineString", route.RootElement.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal(2, route.RootElement.GetProperty("geometry").GetProperty("coordinates").GetArrayLength());
        Assert.Equal((reach.Time.Value, reach.Way.Value), (properties.GetProperty("minutes").GetDouble(), properties.GetProperty("metres").GetDouble()));
    }

    [Theory]
    [InlineData("from=640104&to=x&mode=walk", HttpStatusCode.BadRequest, "12 digits"), InlineData("to=x", HttpStatusCode.BadRequest, "12 digits")]
    [InlineData("from=640104001001&to=a_b", HttpStatusCode.BadRequest, "id of a point"), InlineData("from=640104001001&to=x&mode=boat", HttpStatusCode.BadRequest, "one of walk")]
    [InlineData("from=999999999999&to=x", HttpStatusCode.NotFound, "no such village")]
    public async Task A_wrong_way_is_refused_in_words(string query, HttpStatusCode status, string words)
    {
        var response = await client.GetAsync("/en/api/route?" + query);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_that_is_not_there_is_not_found()
    {
        var response = await client.GetAsync($"/en/api/route?from={app.Snapshot.Network.Villages[0].Code}&to=nobody");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("no such point", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
