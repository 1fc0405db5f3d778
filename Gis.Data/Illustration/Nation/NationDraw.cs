using System.Collections.Immutable;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store;

namespace Gis.Data.Illustration.Nation;

/// <summary>
/// A made-up nation, to try out what a whole one asks of the program: real in the names and codes of cities and counties, in the
/// number of units of each and in the census of each province; everything else by rules written in geodata/README.md.
/// </summary>
public static class NationDraw
{
    /// <summary>The seed where none is given.</summary>
    public const ulong DefaultSeed = 2022;

    /// <summary>The networks of all cities, one after the other, in order of code. The same facts and seed give the same, on any machine.</summary>
    public static IEnumerable<NetworkParts> DrawCities(NationFacts facts, ulong seed = DefaultSeed) =>
        facts.Provinces.SelectMany(province => new ProvinceDraw(province, facts.Only([province.Code]), seed).DrawCities());
}

/// <summary>Draws the cities of one province.</summary>
internal sealed class ProvinceDraw(ProvinceFacts province, NationFacts facts, ulong seed)
{
    private const string Rule = "示意:单位数与分省人口属实,其余按规则抽取";

    // Of ten stations eight stand.
    private const double ShareOfStations = 0.8;

    // Each thing that is drawn has numbers of its own.
    private const ulong OfTurns = 1;
    private const ulong OfResidents = 2;
    private const ulong OfStages = 3;

    private static readonly Provenance Made = new(Basis.Illustrative, Rule);

    internal IEnumerable<NetworkParts> DrawCities()
    {
        var ground = new RoundGround(province.Middle, province.Radius);
        var census = facts.Counties.Zip(Apportion.Split(province.Census.Count, [.. facts.Counties.Select(WeightOf)])).ToDictionary(each => each.First.Code, each => each.Second);
        return facts.Cities.Select((city, number) => DrawCity(
            city, [.. facts.Counties.Where(county => county.Code.Digits[..4] == city.Code.Digits[..4])], census, ground.Part(number, facts.Cities.Length)));
    }

    private NetworkParts DrawCity(CityName city, ImmutableArray<CountyCounts> counties, Dictionary<AreaCode, long> census, RoundGround ground)
    {
        var drawn = counties.Select((county, number) => DrawCounty(county, census[county.Code], ground.Part(number, counties.Length))).ToList();
        var parts = new NetworkParts
        {
            Version = "",
            City = new City(city.Code, city.Name, EnglishName.OfCity(city.Name, Readings.Mandarin)),
            Counties = [.. drawn.Select(county => county.County)],
            Townships = [.. drawn.SelectMany(county => county.Townships)],
            Villages = [.. drawn.SelectMany(county => county.Villages)],
            Points = [.. drawn.Select(county => MakeCentre(county.County)), .. drawn.SelectMany(county => county.Townships).Select(MakeStation)],
        };
        return parts with { Version = NetworkVersion.Of(parts) };
    }

    private DrawnCounty DrawCounty(CountyCounts counts, long census, RoundGround ground)
    {
        var grounds = Enumerable.Range(0, counts.Townships).Select(number => ground.Part(number, counts.Townships)).ToList();
        var townships = grounds.Select((each, number) => MakeTownship(counts, number, each)).ToImmutableArray();
        var codes = ListVillages(counts).ToList();
        var residents = Apportion.Split(census, [.. codes.Select(village => WeightOf(counts, village.Code))]);
        var seat = At(ground.Middle, ground.Radius);
        return new DrawnCounty(
            new County(counts.Code, counts.Name, seat, new Residents(census), Made),
            townships,
            [.. codes.Zip(residents, (village, count) => MakeVillage(counts, village.Code, grounds[village.Township], count))]);
    }

    private static Township MakeTownship(CountyCounts county, int number, RoundGround ground)
    {
        var (kind, word) = IsUrban(county) ? (TownshipKind.Street, "街道") : (TownshipKind.Town, "镇");
        return new Township(CodeOf(county, number), $"示意{number + 1}{word}", kind, At(ground.Middle, ground.Radius), Bank.Only);
    }

    private Village MakeVillage(CountyCounts county, AreaCode code, RoundGround ground, long residents)
    {
        var number = int.Parse(code.Digits[9..], System.Globalization.CultureInfo.InvariantCulture);
        var isCommunity = IsCommunity(county, code);
        // Crowded about the seat: half of them stand within half the way out.
        var at = ground.Place(Seed.Uniform(seed, code), Seed.Uniform(seed + OfTurns, code));
        return new Village(
            code, $"示意{number}{(isCommunity ? "社区" : "村")}", isCommunity ? VillageKind.Community : VillageKind.Village,
            At(at, ground.Radius), Bank.Only, new Residents(residents), Made);
    }

    private static ServicePoint MakeCentre(County county) => new(
        PointId.Of(Tier.Centre, county.Code), county.Name + RegisterName.OfTier(Tier.Centre), Tier.Centre, county.Code, county.Seat, Bank.Only, Stage.Built, Made);

    private ServicePoint MakeStation(Township township) => new(
        PointId.Of(Tier.Station, township.Code), township.Name + RegisterName.OfTier(Tier.Station), Tier.Station, township.Code, township.Seat, Bank.Only,
        Seed.Uniform(seed + OfStages, township.Code) < ShareOfStations ? Stage.Built : Stage.Planned, Made);

    // Evenly over the townships, as whole numbers.
    private static IEnumerable<(int Township, AreaCode Code)> ListVillages(CountyCounts county) =>
        Enumerable.Range(0, county.Townships).SelectMany(township => Enumerable.Range(1, VillagesOf(county, township))
            .Select(number => (township, AreaCode.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{CodeOf(county, township)}{number:000}")))));

    private static int VillagesOf(CountyCounts county, int township) => ((township + 1) * county.Villages / county.Townships) - (township * county.Villages / county.Townships);

    private static AreaCode CodeOf(CountyCounts county, int township) =>
        AreaCode.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{county.Code}{township + 1:000}"));

    private double WeightOf(CountyCounts county) => ListVillages(county).Sum(village => WeightOf(county, village.Code));

    private double WeightOf(CountyCounts county, AreaCode village) => (IsCommunity(county, village) ? 6 : 2) * (0.5 + Seed.Uniform(seed + OfResidents, village));

    // Districts are half city.
    private static bool IsCommunity(CountyCounts county, AreaCode village) => IsUrban(county) && village.Digits[^1] % 2 == 0;

    private static bool IsUrban(CountyCounts county) => county.Name.EndsWith('区');

    private static Position At(Core.Places.LonLat at, Metres accuracy) => new(at, Placement.Illustrative, accuracy, Rule);

    private sealed record DrawnCounty(County County, ImmutableArray<Township> Townships, ImmutableArray<Village> Villages);
}
