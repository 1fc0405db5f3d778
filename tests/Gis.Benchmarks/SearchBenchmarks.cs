using System.Diagnostics;
using System.Globalization;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Illustration;
using Gis.Data.Import;

namespace Gis.Benchmarks;

/// <summary>The table of queries, each asked of the default network and of a made-up city of 40,000 places.</summary>
internal static class SearchBenchmarks
{
    private const int WarmUp = 20;
    private const int Rounds = 5;
    private const int Places = 40_000;
    private const int PerTownship = 100;
    private const int PerCounty = 20;

    internal static void Run()
    {
        var queries = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "queries.csv")).Skip(1).Select(line => line.Split(',')[0]).ToList();
        var network = new ServiceNetwork(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));
        var names = CityNamesFile.Read(network.City, AppContext.BaseDirectory);
        Measure($"Yinchuan, {network.Villages.Length} villages", queries, () => new Search(network, names));
        var large = MakeUp(network, new Random(2018));
        Measure($"made up, {large.Villages.Length} villages", queries, () => new Search(large, names));
    }

    private static void Measure(string name, List<string> queries, Func<Search> prepare)
    {
        var start = Stopwatch.GetTimestamp();
        var search = prepare();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: prepared in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));
        for (var round = 0; round < WarmUp; round++)
            queries.ForEach(query => search.Ask(query));
        var times = queries.Select(query => (Query: query, Time: Enumerable.Range(0, Rounds).Select(_ => TimeOf(search, query)).Order().ElementAt(Rounds / 2))).OrderBy(each => each.Time).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {times.Count} queries, middle of {Rounds} each: median {times[times.Count / 2].Time:0.000} ms   p95 {times[(int)(times.Count * 0.95)].Time:0.000} ms   most {times[^1].Time:0.000} ms ({times[^1].Query})"));
    }

    private static double TimeOf(Search search, string query)
    {
        var start = Stopwatch.GetTimestamp();
        search.Ask(query);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // Names are put together from the characters of Yinchuan's, so that they are as like each other as real ones.
    private static ServiceNetwork MakeUp(ServiceNetwork model, Random random)
    {
        var characters = string.Concat(model.Villages.Select(village => RegisterName.StemOf(village.Name)).Where(stem => stem.Length <= 4));
        var (made, at) = (new Provenance(Basis.Illustrative, "made up"), new Position(LonLat.Of(106.2, 38.5), Placement.Illustrative, new Metres(10_000), "made up"));
        var villages = Enumerable.Range(0, Places).Select(number => new Village(
            AreaCode.Parse($"6401{(number / PerTownship / PerCounty) + 1:00}{(number / PerTownship % PerCounty) + 100:000}{(number % PerTownship) + 200:000}"),
            Draw(2 + random.Next(2)) + "村村委会", VillageKind.Village, at, Bank.Only, new Residents(1), made)).ToList();
        var townships = villages.Select(village => village.Code.Township).Distinct().Select(code => new Township(code, Draw(2) + "镇", TownshipKind.Town, at, Bank.Only)).ToList();
        return new ServiceNetwork(new NetworkParts
        {
            Version = "made up",
            City = model.City,
            Counties = [.. townships.Select(township => township.Code.County).Distinct().Select(code => new County(code, Draw(2) + "县", at, new Residents(PerTownship * PerCounty), made))],
            Townships = [.. townships],
            Villages = [.. villages],
            Points = [],
        });

        string Draw(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => characters[random.Next(characters.Length)]));
    }
}
