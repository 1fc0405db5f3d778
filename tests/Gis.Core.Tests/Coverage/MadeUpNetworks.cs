using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>
/// Small cities drawn at random for properties: two counties on two banks of a river with one bridge, points of all tiers and
/// stages, some records not located, some accurate to the metre and some to a kilometre.
/// </summary>
internal static class MadeUpNetworks
{
    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    private static readonly Bank[] Banks = [new("west"), new("east")];

    private static readonly AreaCode[] Counties = [AreaCode.Parse("100001"), AreaCode.Parse("100002")];

    private static readonly AreaCode[] Townships = [AreaCode.Parse("100001001"), AreaCode.Parse("100001002"), AreaCode.Parse("100002001")];

    /// <summary>Places to the hundredth of a degree, about a kilometre, so that equal minutes come up often.</summary>
    internal static Gen<LonLat> Place { get; } = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], (east, north) => LonLat.Of(106 + (east * 0.01), 38 + (north * 0.01)));

    private static Gen<Position?> Position { get; } = Gen.Select(Place, OneOf(0.0, 0, 300, 1000), Gen.Int[0, 9], (place, accuracy, lost) =>
        lost == 0 ? null : new Position(place, Placement.Surveyed, new Metres(accuracy), "made up for a test"));

    private static Gen<Village> Village(int number) => Gen.Select(
        Position, Gen.Long[0, 400], Gen.Enum<VillageKind>(), Gen.Int[0, 1], (position, residents, kind, bank) => new Village(
            AreaCode.Parse(Townships[number % 3] + $"{number + 1:000}"), $"村{number}", kind, position, Banks[bank], new Residents(residents), Made));

    private static Gen<ServicePoint> Point(int number, int villages) => Gen.Select(
        Position, Gen.Enum<Tier>(), Gen.Bool, Gen.Int[0, villages - 1], Gen.Int[0, 1], (position, tier, built, village, bank) => new ServicePoint(
            PointId.Parse($"p-{number}"), $"点{number}", tier, AreaOf(tier, village), position, Banks[bank], built ? Stage.Built : Stage.Planned, Made));

    internal static Gen<ServiceNetwork> Network { get; } =
        from villages in Gen.Int[1, 9]
        from points in Gen.Int[0, 8]
        from village in Each(villages, Village)
        from point in Each(points, number => Point(number, villages))
        select new ServiceNetwork(new NetworkParts
        {
            Version = "made up",
            City = new City(AreaCode.Parse("100000"), "试验市", "Testing"),
            Counties = [.. Counties.Select(code => new County(code, "县", Seat, default, Made))],
            Townships = [.. Townships.Select(code => new Township(code, "乡", TownshipKind.Town, Seat, Banks[0]))],
            Villages = [.. village],
            Points = [.. point],
            Crossings = [new Crossing("大桥", Seat, Banks[0], Banks[1])],
        });

    internal static ModePace Pace(TravelMode mode) => ModePace.Defaults[mode];

    internal static TravelTable TableOf(ServiceNetwork network, TravelMode mode) => TravelTable.Estimate(network, mode, Pace(mode));

    internal static Scenario ScenarioOf(ServiceNetwork network, CoverageQuestion question) => Scenario.Of(
        network, TableOf(network, question.Mode), question, EstimatedTrips.Of(network, Pace(question.Mode)));

    internal static CoverageAnswer Measure(ServiceNetwork network, CoverageQuestion question)
    {
        var (changed, table) = ScenarioOf(network, question);
        return CoverageStudy.Measure(changed, table, question);
    }

    /// <summary>A question about a network, its points opened, closed and moved at will, and sometimes one added.</summary>
    internal static Gen<CoverageQuestion> Question(ServiceNetwork network) =>
        from mode in OneOf(TravelMode.Walk, TravelMode.EBike)
        from limit in OneOf(5.0, 30, 60, 120)
        from tiers in Gen.Int[1, 7]
        from weighting in Gen.Enum<Weighting>()
        from with in Some(network)
        from without in Some(network)
        from moved in Some(network)
        from places in Place.Array[network.Points.Length]
        from added in Gen.Select(Gen.Enum<Tier>(), Place, (tier, at) => new Addition(tier, at)).Array[0, 2]
        from changes in Gen.Int[0, 2]
        select new CoverageQuestion(mode, new Minutes(limit), [.. CoverageQuestion.AllTiers.Where(tier => (tiers >> (int)tier & 1) == 1)], with, without)
        {
            Weighting = weighting,
            Moves = changes == 0 || network.Villages.All(village => village.Position is null)
                ? ImmutableSortedDictionary<PointId, LonLat>.Empty
                : network.Points.Zip(places).Where(pair => moved.Contains(pair.First.Id)).ToImmutableSortedDictionary(pair => pair.First.Id, pair => pair.Second),
            Additions = changes < 2 || network.Villages.All(village => village.Position is null) ? [] : [.. added],
        };

    internal static Gen<T[]> Each<T>(int count, Func<int, Gen<T>> make) => count == 0
        ? Gen.Const(Array.Empty<T>())
        : from first in Each(count - 1, make) from last in make(count - 1) select first.Append(last).ToArray();

    internal static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<ImmutableSortedSet<PointId>> Some(ServiceNetwork network) => Gen.Int[0, 3].Array[network.Points.Length]
        .Select(marks => network.Points.Where((_, i) => marks[i] == 0).Select(point => point.Id).ToImmutableSortedSet());

    private static Position Seat => new(LonLat.Of(106.05, 38.05), Placement.Surveyed, new Metres(0), "made up for a test");

    private static AreaCode AreaOf(Tier tier, int village) => tier switch
    {
        Tier.Centre => Counties[village % 2],
        Tier.Station => Townships[village % 3],
        _ => AreaCode.Parse(Townships[village % 3] + $"{village + 1:000}"),
    };
}
