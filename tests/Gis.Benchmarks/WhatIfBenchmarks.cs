using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Illustration;

namespace Gis.Benchmarks;

/// <summary>One point opened or closed at a time, by the answer before and from nothing.</summary>
internal static class WhatIfBenchmarks
{
    private static readonly Provenance Made = new(Basis.Fact, "made up for a benchmark");

    internal static void Run()
    {
        var city = new ServiceNetwork(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));
        Compare("555 x 579", city, TravelTable.Estimate(city, TravelMode.Walk, ModePace.Defaults[TravelMode.Walk]), 4000, 400);
        var region = Region();
        foreach (var mode in new[] { TravelMode.EBike, TravelMode.Car })
            Compare("100,000 x 700", region, Within60(region, mode), 200, 10);
    }

    private static void Compare(string size, ServiceNetwork network, TravelTable table, int toggles, int fromNothing)
    {
        var reaches = Enumerable.Range(0, table.RowCount).Sum(row => (long)table.Row(row).Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size}, {table.Mode.Written()}: {(double)reaches / table.RowCount:0} points in a row, limit 30 minutes"));
        var live = new CoverageLive(_ => new Scenario(network, table));
        var question = CoverageQuestion.Of(table.Mode, new Minutes(30));
        live.MoveTo(question);
        var next = 0;
        var toggle = Timing.Run("  a point opened or closed: the whole answer", toggles, () => Read(live.MoveTo(question = Toggle(question, network, next++))));
        Timing.Run("  the same, and the records in doubt", toggles, () => ReadDoubts(live.MoveTo(question = Toggle(question, network, next++))));
        Timing.Run("  the same, what the first screen of the page shows", toggles, () => Show(live.MoveTo(question = Toggle(question, network, next++))));
        var full = Timing.Run("  the whole answer from nothing", fromNothing, () => Read(CoverageStudy.Measure(network, table, question)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  from nothing takes {full / toggle:0.0} times as long as a toggle"));
    }

    // Every list in full: what the program would send.
    private static CoverageAnswer Read(CoverageAnswer answer)
    {
        if (answer.Gaps.Length + answer.Candidates.Length + answer.Counties.Length + answer.Townships.Length == 0 || answer.Spread.WorstDecile is null || answer.Interval is null)
            throw new InvalidOperationException("The answer says nothing.");
        return answer;
    }

    private static void ReadDoubts(CoverageAnswer answer)
    {
        if (Read(answer).Doubts.IsDefault)
            throw new InvalidOperationException("The answer says nothing of doubt.");
    }

    private static void Show(CoverageAnswer answer)
    {
        if (answer.Counties.Length == 0 || answer.Candidates.IsDefault || answer.Spread.WorstDecile is null || answer.Total.Share is null)
            throw new InvalidOperationException("The answer says nothing.");
    }

    // Points far apart in the list, one after another; every other time round they are put back.
    private static CoverageQuestion Toggle(CoverageQuestion question, ServiceNetwork network, int step)
    {
        var point = network.Points[(int)((long)step * 211 % network.Points.Length)];
        return point.IsOpen
            ? question with { Without = question.Without.Contains(point.Id) ? question.Without.Remove(point.Id) : question.Without.Add(point.Id) }
            : question with { With = question.With.Contains(point.Id) ? question.With.Remove(point.Id) : question.With.Add(point.Id) };
    }

    // Ten counties of a hundred townships of a hundred villages, over as much ground as a prefecture-level city has.
    private static ServiceNetwork Region()
    {
        var random = new Random(20261124);
        var villages = new List<Village>();
        var townships = new List<Township>();
        for (var number = 0; number < 1000; number++)
        {
            var code = $"1000{(number / 100) + 1:00}{(number % 100) + 1:000}";
            var (east, north) = (random.NextDouble() * 1.1, random.NextDouble() * 0.85);
            townships.Add(new Township(AreaCode.Parse(code), "乡", TownshipKind.Town, At(106 + east, 38 + north, 0), Bank.Only));
            for (var village = 1; village <= 100; village++)
            {
                villages.Add(new Village(
                    AreaCode.Parse($"{code}{village:000}"), "村", VillageKind.Village,
                    At(106 + east + (random.NextDouble() * 0.05), 38 + north + (random.NextDouble() * 0.05), 300), Bank.Only, new Residents(random.Next(50, 4000)), Made));
            }
        }

        return new ServiceNetwork(new NetworkParts
        {
            Version = "made up for a benchmark",
            City = new City(AreaCode.Parse("100000"), "市", "City"),
            Counties = [.. Enumerable.Range(1, 10).Select(county => new County(AreaCode.Parse($"1000{county:00}"), "县", At(106, 38, 0), new Residents(0), Made))],
            Townships = [.. townships],
            Villages = [.. villages],
            Points = [.. Points(villages)],
        });
    }

    // Ten centres, sixty stations, the rest rooms, a fifth of which are not built.
    private static IEnumerable<ServicePoint> Points(List<Village> villages) => Enumerable.Range(0, 700).Select(number =>
    {
        var village = villages[number * 1423 % villages.Count];
        var (tier, area) = number < 10 ? (Tier.Centre, village.Code.County) : number < 70 ? (Tier.Station, village.Code.Township) : (Tier.Room, village.Code);
        return new ServicePoint(
            PointId.Parse($"{tier.Written()}-{number}"), "点", tier, area, village.Position, Bank.Only, number % 5 == 4 ? Stage.Planned : Stage.Built, Made);
    });

    private static Position At(double longitude, double latitude, double accuracy) =>
        new(LonLat.Of(longitude, latitude), Placement.Surveyed, new Metres(accuracy), "made up for a benchmark");

    // The estimate over a flat earth, which is near enough to give rows of the right length in seconds rather than minutes.
    private static TravelTable Within60(ServiceNetwork network, TravelMode mode)
    {
        var pace = ModePace.Defaults[mode];
        var rows = network.Villages.Select(village => (IReadOnlyList<Reach>)
        [
            .. Enumerable.Range(0, network.Points.Length).Select(point => (point, Way: new Metres(Line(village.Position!.At, network.Points[point].Position!.At) * pace.Detour)))
                .Select(pair => new Reach(pair.point, pace.Speed.TimeFor(pair.Way), pair.Way))
                .Where(reach => reach.Time.Value <= 60),
        ]).ToList();
        return TravelTable.FromRows(mode, pace, "flat", rows);
    }

    private static double Line(LonLat from, LonLat to)
    {
        var (east, north) = ((from.Longitude - to.Longitude) * 87_500, (from.Latitude - to.Latitude) * 111_000);
        return Math.Sqrt((east * east) + (north * north));
    }
}
