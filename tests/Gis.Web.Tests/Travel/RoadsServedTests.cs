using System.Net;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Web.Network;
using Gis.Web.Tests.Commands;

namespace Gis.Web.Tests.Travel;

/// <summary>Roads imported while the program serves: taken up without a restart, said wherever minutes are, and never lost to a bad file.</summary>
public sealed class RoadsServedTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("gis-served-").FullName;

    // Starts when first asked for: most of what is refused needs no server.
    private readonly GisApp app = new();
    private readonly Lazy<HttpClient> started;

    public RoadsServedTests() => started = new(app.CreateClient);

    private HttpClient Client => started.Value;

    public void Dispose()
    {
        app.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Imported_roads_are_taken_up_and_a_bad_import_leaves_them()
    {
        var estimated = await Client.GetAsync("/api/coverage?mode=car&limit=15");
        Assert.Contains("no roads are imported", await Client.GetStringAsync("/en/plan"), StringComparison.Ordinal);

        var file = GridOfRoads.Save(Path.Combine(folder, "city.osm"), app.Snapshot.Network);
        var (exit, report, errors) = await Import(file);
        Assert.True(exit == 0, errors);
        Assert.Contains("In use: osm-", report, StringComparison.Ordinal);
        Assert.Contains("far from a road", report, StringComparison.Ordinal);
        await WaitFor(() => app.Snapshot.Travel.Roads is not null);

        await AssertByRoads("walk", "e-bike", "car");
        Assert.StartsWith("estimate", await TravelOf("bus"), StringComparison.Ordinal);
        await AssertSaidOnPages();
        await AssertSameFromCommand();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/coverage?mode=car&limit=15");
        again.Headers.IfNoneMatch.Add(estimated.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await Client.SendAsync(again)).StatusCode);

        await File.WriteAllTextAsync(Path.Combine(folder, "cut.osm"), (await File.ReadAllTextAsync(file))[..5000]);
        Assert.Equal(2, (await Import(Path.Combine(folder, "cut.osm"))).Exit);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "roads", "current"), "osm-000000000000-1");
        await Task.Delay(TimeSpan.FromSeconds(6));
        await AssertByRoads("walk");
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        var file = GridOfRoads.Save(Path.Combine(folder, "city.osm"), NetworkSetup.DrawDefaultNetwork());
        var (exit, report, _) = await GisProcess.Run("", "import", file, "--dry-run", "--data", Path.Combine(folder, "data"));
        Assert.Equal(0, exit);
        Assert.Contains("Nothing was changed.", report, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "data")));
    }

    [Fact]
    public async Task Roads_of_another_city_are_refused_in_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "other.osm"), """
            <osm version="0.6"><node id="1" lon="9.5" lat="47.1"/><node id="2" lon="9.6" lat="47.2"/>
            <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way></osm>
            """);
        var (exit, _, errors) = await Import(Path.Combine(folder, "other.osm"));
        Assert.Equal(2, exit);
        Assert.Contains("no village of Yinchuan lies", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(app.DataFolder, "roads", "current")));
    }

    private Task<(int Exit, string Output, string Errors)> Import(string file) => GisProcess.Run("", "import", file, "--data", app.DataFolder);

    private (Village Village, Core.Network.ServicePoint Point) FindPair() => (
        app.Snapshot.Network.Villages.First(village => village.Position is not null),
        app.Snapshot.Network.Points.First(point => point.Tier == Tier.Centre && point.Position is not null));

    private async Task<string> TravelOf(string mode)
    {
        using var answer = JsonDocument.Parse(await Client.GetStringAsync($"/api/coverage?mode={mode}&limit=15"));
        return answer.RootElement.GetProperty("receipt").GetProperty("travel").GetString()!;
    }

    private async Task AssertByRoads(params string[] modes)
    {
        var (village, point) = FindPair();
        foreach (var mode in modes)
        {
            Assert.StartsWith("roads-1:osm-", await TravelOf(mode), StringComparison.Ordinal);
            using var route = JsonDocument.Parse(await Client.GetStringAsync($"/api/route?from={village.Code}&to={point.Id}&mode={mode}"));
            Assert.False(route.RootElement.GetProperty("properties").GetProperty("estimated").GetBoolean());
            Assert.True(route.RootElement.GetProperty("geometry").GetProperty("coordinates").GetArrayLength() > 2);
        }
    }

    private async Task AssertSaidOnPages()
    {
        var page = await Client.GetStringAsync("/en/plan?mode=car");
        Assert.Contains("OpenStreetMap contributors", page, StringComparison.Ordinal);
        Assert.Contains("as of 2026-05-06", page, StringComparison.Ordinal);
        var data = await Client.GetStringAsync("/en/data");
        Assert.Contains("ODbL", data, StringComparison.Ordinal);
        Assert.Contains("id=\"snap-issues\"", data, StringComparison.Ordinal);
        Assert.Contains(app.Snapshot.Travel.Version, data, StringComparison.Ordinal);
    }

    private async Task AssertSameFromCommand()
    {
        using var api = JsonDocument.Parse(await Client.GetStringAsync("/api/coverage?mode=car&limit=15"));
        var (_, output, _) = await GisProcess.Run("", "coverage", "--mode", "car", "--limit", "15", "--json", "--data", app.DataFolder);
        using var command = JsonDocument.Parse(output);
        Assert.Equal(api.RootElement.GetProperty("share").GetRawText(), command.RootElement.GetProperty("share").GetRawText());
        Assert.Equal(api.RootElement.GetProperty("receipt").GetRawText(), command.RootElement.GetProperty("receipt").GetRawText());
    }

    private static async Task WaitFor(Func<bool> done)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!done())
            await Task.Delay(200, patience.Token);
    }
}
