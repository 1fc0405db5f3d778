using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Finder;

/// <summary>The register of Yinchuan as a network, everything at one place; with a point of its tier for every unit, or with none.</summary>
internal static class YinchuanRegister
{
    private static readonly Provenance Made = new(Basis.Fact, "a test");

    private static readonly Position Somewhere = new(LonLat.Of(106.2, 38.5), Placement.Approximate, new Metres(10_000), "a test");

    internal static ServiceNetwork Bare { get; } = Read(withPoints: false);

    internal static ServiceNetwork WithPoints { get; } = Read(withPoints: true);

    /// <summary>The rows of a file of the city, the header left out. None of the cells asked for is quoted.</summary>
    internal static IEnumerable<string[]> ReadRows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan", file)).Skip(1).Select(line => line.Split(','));

    private static ServiceNetwork Read(bool withPoints)
    {
        var villages = ReadRows("villages-2017.csv").Select(cells => new Village(AreaCode.Parse(cells[0]), cells[1], VillageKind.Village, Somewhere, Bank.Only, new Residents(1), Made)).ToList();
        var townships = ReadRows("townships-2017.csv").Select(cells => new Township(AreaCode.Parse(cells[0]), cells[1], TownshipKind.Town, Somewhere, Bank.Only)).ToList();
        var counties = ReadRows("counties.csv").Select(cells => new County(AreaCode.Parse(cells[0]), cells[1], Somewhere, new Residents(villages.Count(village => village.Code.Digits.StartsWith(cells[0], StringComparison.Ordinal))), Made)).ToList();
        return new ServiceNetwork(new NetworkParts
        {
            Version = "test",
            City = new City(AreaCode.Parse("640100"), "银川市", "Yinchuan"),
            Counties = [.. counties],
            Townships = [.. townships],
            Villages = [.. villages],
            Points = withPoints ? ListPoints(counties, townships, villages) : [],
        });
    }

    private static ImmutableArray<ServicePoint> ListPoints(IEnumerable<County> counties, IEnumerable<Township> townships, IEnumerable<Village> villages) =>
    [
        .. counties.Select(county => PointOf(Tier.Centre, county.Code, county.Name)),
        .. townships.Select(township => PointOf(Tier.Station, township.Code, township.Name)),
        .. villages.Select(village => PointOf(Tier.Room, village.Code, village.Name)),
    ];

    private static ServicePoint PointOf(Tier tier, AreaCode area, string name) =>
        new(PointId.Of(tier, area), RegisterName.PlaceOf(name) + RegisterName.OfTier(tier), tier, area, Somewhere, Bank.Only, Stage.Built, Made);
}
