using System.Collections.Immutable;

namespace Gis.Core.Network.Register;

/// <summary>A unit as a register of division codes has it.</summary>
/// <param name="Code">Its code of 6, 9 or 12 digits.</param>
/// <param name="Name">Its name as the register writes it.</param>
public sealed record RegisterUnit(AreaCode Code, string Name)
{
    /// <summary>What kind of township it is; null where the register does not say, and then code and name tell.</summary>
    public TownshipKind? TownshipKind { get; init; }

    /// <summary>What kind of village it is; null where the register does not say, and then code and name tell.</summary>
    public VillageKind? VillageKind { get; init; }
}

/// <summary>
/// All units of one city as a register of the National Bureau of Statistics has them: names and codes, and nothing else. Where
/// anything stands and how many people live there, a register does not say.
/// </summary>
/// <param name="City">The city.</param>
/// <param name="Counties">Its counties, in order of code.</param>
/// <param name="Townships">Their townships, in order of code.</param>
/// <param name="Villages">Their villages, in order of code.</param>
/// <param name="Source">What the register is called, in words.</param>
public sealed record CityRegister(
    City City,
    ImmutableArray<RegisterUnit> Counties,
    ImmutableArray<RegisterUnit> Townships,
    ImmutableArray<RegisterUnit> Villages,
    string Source)
{
    private Provenance NotKnown => new(Basis.Unknown, $"区划代码表({Source})里没有人口数");

    /// <summary>
    /// A network of these units alone: no seats, positions, residents or points, all of one bank. Lists bring them later.
    /// </summary>
    /// <param name="version">What the version is called.</param>
    public NetworkParts ToParts(string version) => new()
    {
        Version = version,
        City = City,
        Counties = [.. Counties.Select(ToCounty)],
        Townships = [.. Townships.Select(township => ToTownship(township, Bank.Only))],
        Villages = [.. Villages.Select(village => ToVillage(village, Bank.Only))],
        Points = [],
    };

    /// <summary>A county of which nothing but code and name is known.</summary>
    internal County ToCounty(RegisterUnit unit) => new(unit.Code, unit.Name, null, default, NotKnown);

    /// <summary>A township of which nothing but code, name and bank is known.</summary>
    internal static Township ToTownship(RegisterUnit unit, Bank bank) =>
        new(unit.Code, unit.Name, unit.TownshipKind ?? UnitKinds.OfTownship(unit.Code, unit.Name), null, bank);

    /// <summary>A village of which nothing but code, name and bank is known.</summary>
    internal Village ToVillage(RegisterUnit unit, Bank bank) =>
        new(unit.Code, unit.Name, unit.VillageKind ?? UnitKinds.OfVillage(unit.Code, unit.Name), null, bank, default, NotKnown);
}
