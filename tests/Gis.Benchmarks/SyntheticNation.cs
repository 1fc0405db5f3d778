using Gis.Web.Maps.Marks;

namespace Gis.Benchmarks;

/// <summary>
/// Marks of a made-up nation: 620,000 villages round 2,850 county towns, denser towards the east, and 43,000 points beside villages.
/// The same every time.
/// </summary>
internal static class SyntheticNation
{
    internal const int Villages = 620_000;
    internal const int Points = 43_000;
    private const int Counties = 2_850;

    internal static (MarkColumns Points, MarkColumns Villages) Draw()
    {
        var random = new Random(62);
        var towns = Enumerable.Range(0, Counties).Select(_ => (Lon: 135 - (52 * Math.Pow(random.NextDouble(), 1.6)), Lat: 19 + (31 * random.NextDouble()))).ToArray();
        var (lon, lat) = (new double[Villages], new double[Villages]);
        for (var i = 0; i < Villages; i++)
        {
            var town = towns[i % Counties];
            // Half of them are the town's suburbs.
            var spread = i % 2 == 0 ? 0.06 : 0.22;
            (lon[i], lat[i]) = (town.Lon + (Normal(random) * spread), town.Lat + (Normal(random) * spread));
        }

        return (DrawPoints(random, lon, lat), DrawVillages(random, lon, lat));
    }

    private static MarkColumns DrawVillages(Random random, double[] lon, double[] lat)
    {
        var residents = lon.Select(_ => (long)(200 + (random.NextDouble() * random.NextDouble() * 6000))).ToArray();
        return new MarkColumns(
            lon,
            lat,
            [
                MarkField.Text("code", lon.Select((_, i) => $"{100000 + (i % Counties):000000}{i / Counties:000000}")),
                MarkField.Text("name", lon.Select(_ => Name(random) + "村村民委员会")),
                MarkField.Whole("residents", residents, isEssential: true),
            ],
            new MarkTotal("residents", residents));
    }

    private static MarkColumns DrawPoints(Random random, double[] lon, double[] lat)
    {
        var village = Enumerable.Range(0, Points).Select(_ => random.Next(Villages)).ToArray();
        string[] tiers = ["centre", "station", "room"];
        var tier = village.Select((_, i) => i < 2_900 ? 0 : 1 + random.Next(2)).ToArray();
        var open = village.Select(_ => random.Next(10) > 1).ToArray();
        return new MarkColumns(
            [.. village.Select(at => lon[at])],
            [.. village.Select(at => lat[at])],
            [
                MarkField.Text("id", village.Select((at, i) => $"{tiers[tier[i]]}-{100000 + (at % Counties)}{at / Counties:000000}")),
                MarkField.Text("name", village.Select((_, i) => Name(random) + "公共法律服务" + (tier[i] == 0 ? "中心" : tier[i] == 1 ? "工作站" : "工作室"))),
                MarkField.Text("tier", tier.Select(each => tiers[each]), isEssential: true),
                MarkField.Text("stage", open.Select(each => each ? "built" : "planned"), isEssential: true),
                MarkField.Flag("open", open, isEssential: true),
                MarkField.Flag("illustrative", open.Select(_ => true), isEssential: true),
                MarkField.Text("area", village.Select(at => $"{100000 + (at % Counties)}{at / Counties:000000}")),
            ],
            [.. tiers.SelectMany((name, number) => new[]
            {
                MarkTotal.Count(name + "s", Enumerable.Range(0, Points), i => tier[i] == number),
                MarkTotal.Count(name + "s_open", Enumerable.Range(0, Points), i => tier[i] == number && open[i]),
            })]);
    }

    private static string Name(Random random) => $"{(char)random.Next(0x4E00, 0x4E00 + 2500)}{(char)random.Next(0x4E00, 0x4E00 + 2500)}";

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
