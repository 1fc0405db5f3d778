using System.Collections.Immutable;

namespace Gis.Core.Network.Register;

/// <summary>
/// What became of every unit of a network by a newer register of its city. Each old unit is in exactly one change and each new
/// one in at most one that is sure; nothing is asked but codes and names, so that a village divided or merged is only ever in
/// doubt. What became of a township or county whose name is gone is told by where its own units went.
/// </summary>
public sealed class RegisterComparison
{
    private RegisterComparison(ServiceNetwork network, CityRegister register) => (Network, Register) = (network, register);

    /// <summary>The network as it is.</summary>
    public ServiceNetwork Network { get; }

    /// <summary>The newer register.</summary>
    public CityRegister Register { get; }

    /// <summary>What became of the counties.</summary>
    public ImmutableArray<UnitChange> Counties { get; private init; } = [];

    /// <summary>What became of the townships.</summary>
    public ImmutableArray<UnitChange> Townships { get; private init; } = [];

    /// <summary>What became of the villages.</summary>
    public ImmutableArray<UnitChange> Villages { get; private init; } = [];

    /// <summary>All of them, counties first.</summary>
    public IEnumerable<UnitChange> Changes => [.. Counties, .. Townships, .. Villages];

    /// <summary>Compares a network with a register of the same city.</summary>
    /// <exception cref="ArgumentException">The register is of another city.</exception>
    public static RegisterComparison Between(ServiceNetwork network, CityRegister register)
    {
        if (network.City.Code != register.City.Code)
            throw new ArgumentException($"The network is of {network.City.Code}, the register of {register.City.Code}.", nameof(register));
        var counties = new LevelMatch(
            network.Counties.Select(county => new LevelMatch.Side(new RegisterUnit(county.Code, county.Name), "", "", RegisterName.PlaceOf(county.Name))),
            [.. register.Counties.Select(county => new LevelMatch.Side(county, "", "", RegisterName.PlaceOf(county.Name)))]);
        counties.PairSurely(byStem: true);
        var countyOf = HeirsOf(counties);
        var names = register.Counties.Concat(register.Townships).ToDictionary(unit => unit.Code, unit => unit.Name);

        var townships = new LevelMatch(
            network.Townships.Select(township => new LevelMatch.Side(
                new RegisterUnit(township.Code, township.Name), countyOf.GetValueOrDefault(township.Code.County), "", RegisterName.PlaceOf(township.Name))),
            [.. register.Townships.Select(township => new LevelMatch.Side(township, township.Code.County.Digits, "", RegisterName.PlaceOf(township.Name)))]);
        townships.PairSurely(byStem: true);
        var townshipOf = HeirsOf(townships);

        var villages = new LevelMatch(
            network.Villages.Select(village => OldSide(village, network, townshipOf, countyOf)),
            [.. register.Villages.Select(village => new LevelMatch.Side(
                village, village.Code.Township.Digits, village.Code.County.Digits,
                UnitLikeness.PlaceOf(village, [names[village.Code.County], names[village.Code.Township]])))]);
        villages.PairSurely(byStem: false);

        Follow(townships, villages, code => code.Township);
        Follow(counties, townships, code => code.County);
        return new RegisterComparison(network, register) { Counties = counties.Finish(), Townships = townships.Finish(), Villages = villages.Finish() };
    }

    private static LevelMatch.Side OldSide(Village village, ServiceNetwork network, Dictionary<AreaCode, string> townshipOf, Dictionary<AreaCode, string> countyOf)
    {
        var unit = new RegisterUnit(village.Code, village.Name);
        var around = new[] { village.Code.County, village.Code.Township }.Select(code => network.FindAreaName(code)!);
        return new(unit, townshipOf.GetValueOrDefault(village.Code.Township), countyOf.GetValueOrDefault(village.Code.County), UnitLikeness.PlaceOf(unit, around));
    }

    private static Dictionary<AreaCode, string> HeirsOf(LevelMatch match) =>
        match.Changes.Where(change => change.Heir is not null).ToDictionary(change => change.Old!.Code, change => change.Heir!.Code.Digits);

    // A unit whose name is gone went where its own units went.
    private static void Follow(LevelMatch uppers, LevelMatch lowers, Func<AreaCode, AreaCode> upperOf)
    {
        var went = lowers.Changes.Where(change => change.Heir is not null)
            .Select(change => (From: upperOf(change.Old!.Code), To: upperOf(change.Heir!.Code))).Distinct().ToList();
        foreach (var old in uppers.Left.ToList())
        {
            var into = went.Where(way => way.From == old.Code).Select(way => way.To).Order().ToList();
            if (into is [var only])
                uppers.SayWent(old, only, isWhole: went.Count(way => way.To == only) == 1);
            else if (into.Count > 1)
                uppers.Say(new UnitChange.Split(old, [.. into.Select(uppers.FindNew)]));
        }
    }
}
