using System.Diagnostics;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Illustration.Nation;
using Gis.Data.Store;
using Gis.Tests.Postgis;
using Gis.Web.Cities;

namespace Gis.Benchmarks.Nation;

/// <summary>
/// What a whole nation asks of the program, made by <c>gis make-nation</c>: how long it takes to open and to count, how many tiles and
/// nearest points one core gives, beside PostGIS over the same rows in the same run, and how soon 200 clients are answered.
/// </summary>
internal static class NationBenchmarks
{
    /// <param name="folder">A folder with a nation made before; a new one, left behind, where none is given.</param>
    internal static async Task Run(string? folder)
    {
        folder = Path.GetFullPath(folder ?? "nation");
        await Make(folder);
        await ServedNation.Run(folder);
        var (networks, cities) = await Load(folder);
        Count(networks);
        var database = await Copy(folder);
        NationTiles.Run(cities, database);
        NationNearest.Run(cities, database);
        PostgisServer.Drop(database);
    }

    internal static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>The least seconds of three runs: what else the machine does only adds to them.</summary>
    internal static double Least(Action work) => Enumerable.Range(0, 3).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    });

    private static async Task Make(string folder)
    {
        if (File.Exists(GisStore.FileIn(folder)))
            return;
        var start = Stopwatch.GetTimestamp();
        using var store = await GisStore.OpenAsync(folder);
        var facts = NationFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "nation"));
        await store.FillAsync(NationDraw.DrawCities(facts), "a made-up nation", DateTimeOffset.UtcNow);
        Say($"made in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {new FileInfo(GisStore.FileIn(folder)).Length / 1e6:0} MB");
    }

    private static async Task<(List<ServiceNetwork> Networks, CitiesSnapshot Cities)> Load(string folder)
    {
        using var store = await GisStore.OpenAsync(folder);
        var networks = new List<ServiceNetwork>();
        foreach (var city in (await store.ListCitiesAsync()).OrderBy(city => city.Code))
            networks.Add((await store.For(city.Code).LoadAsync())!);
        return (networks, new CitiesSnapshot([.. networks]));
    }

    private static void Count(List<ServiceNetwork> networks)
    {
        foreach (var (mode, limit) in new[] { (TravelMode.Walk, 30), (TravelMode.EBike, 30), (TravelMode.Car, 60) })
        {
            var question = CoverageQuestion.Of(mode, new Minutes(limit));
            var covered = 0L;
            var one = Least(() => covered = networks.Sum(network => Covered(network, question)));
            var all = Least(() => covered = networks.AsParallel().Sum(network => Covered(network, question)));
            Say($"coverage of the nation, {mode} within {limit} minutes: {covered:N0} residents; on one core {one:0.00} s, on {Environment.ProcessorCount} {all:0.00} s");
        }
    }

    private static long Covered(ServiceNetwork network, CoverageQuestion question) =>
        EstimatedCoverage.CountCovered(network, question, ModePace.Defaults[question.Mode]).Count;

    private static async Task<string> Copy(string folder)
    {
        var start = Stopwatch.GetTimestamp();
        var database = PostgisServer.MakeDatabase();
        var rows = await StoreCopy.RunAsync(new StorePlace.Folder(folder), new StorePlace.Database(database));
        Say($"gis copy into PostGIS: {rows:N0} rows in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return database;
    }
}
