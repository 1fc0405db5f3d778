using System.Collections.Immutable;

namespace Gis.Core.Network.Register;

/// <summary>
/// A network as a newer register has it, as far as that is sure: units take their new codes and names and keep all else, points
/// and firms follow their unit, new units are added. What is in doubt stays as it is, with the units it lies in; of what is gone
/// only that goes to which nothing is attached: no residents, position, point, firm or other unit.
/// </summary>
public sealed class RegisterEdit
{
    private readonly ServiceNetwork network;
    private readonly CityRegister register;
    private readonly Dictionary<AreaCode, UnitChange> changeOf;
    private readonly HashSet<UnitChange> heldBack = [];
    private readonly HashSet<AreaCode> attached;
    private readonly HashSet<AreaCode> staying;

    private RegisterEdit(RegisterComparison comparison)
    {
        (network, register) = (comparison.Network, comparison.Register);
        changeOf = comparison.Changes.Where(change => change.Old is not null).ToDictionary(change => change.Old!.Code);
        attached = FindAttached();
        var coming = comparison.Changes.OfType<UnitChange.Added>().ToList();
        do
            staying = FindStaying();
        while (HoldBack(coming) > 0);
        Parts = Join([.. coming.Where(change => !heldBack.Contains(change)).Select(change => change.After)]);
    }

    /// <summary>The network after it; its version is still the one before.</summary>
    public NetworkParts Parts { get; }

    /// <summary>Changes that are sure and still not made, because a unit that is in doubt has the code, or the unit they would lie in is held back.</summary>
    public IEnumerable<UnitChange> HeldBack => heldBack;

    /// <summary>Works out what may be changed.</summary>
    public static RegisterEdit Of(RegisterComparison comparison) => new(comparison);

    private bool Moves(AreaCode old) => changeOf[old] is { Heir: not null } change && !heldBack.Contains(change);

    private AreaCode HeirOf(AreaCode old) => Moves(old) ? changeOf[old].Heir!.Code : old;

    private IEnumerable<AreaCode> OldCodes => network.Counties.Select(county => county.Code)
        .Concat(network.Townships.Select(township => township.Code)).Concat(network.Villages.Select(village => village.Code));

    private HashSet<AreaCode> FindAttached() =>
    [
        .. network.Points.Select(point => point.Area),
        .. network.Firms.Select(firm => firm.County),
        .. network.Villages.Where(village => village.Residents.Count > 0 || village.Position is not null).Select(village => village.Code),
    ];

    // A unit that stays keeps those it lies in.
    private HashSet<AreaCode> FindStaying()
    {
        var stay = OldCodes.Where(code => !Moves(code) && (changeOf[code] is not UnitChange.Gone || attached.Contains(code))).ToHashSet();
        foreach (var code in stay.ToList())
        {
            stay.Add(code.County);
            if (code.Level == AreaLevel.Village)
                stay.Add(code.Township);
        }

        return stay;
    }

    private int HoldBack(List<UnitChange.Added> coming)
    {
        var there = new HashSet<AreaCode>(staying);
        there.UnionWith(OldCodes.Where(code => Moves(code) && changeOf[code] is not UnitChange.Merged).Select(HeirOf));
        there.UnionWith(coming.Where(change => !heldBack.Contains(change)).Select(change => change.After.Code));
        var stuck = OldCodes.Where(Moves).Select(code => changeOf[code]).Where(change => IsStuck(change, change.Heir!.Code, there))
            .Concat(coming.Where(change => !heldBack.Contains(change) && IsStuck(change, change.After.Code, there))).ToList();
        heldBack.UnionWith(stuck);
        return stuck.Count;
    }

    private bool IsStuck(UnitChange change, AreaCode to, HashSet<AreaCode> there) =>
        (change is not UnitChange.Merged && change.Old?.Code != to && staying.Contains(to))
        || (change is UnitChange.Merged && !there.Contains(to))
        || (to.Level != AreaLevel.County && !there.Contains(to.Level == AreaLevel.Village ? to.Township : to.County));

    private NetworkParts Join(ImmutableArray<RegisterUnit> coming)
    {
        var townships = ListTownships(coming);
        var bankOf = townships.ToDictionary(township => township.Code, township => township.Bank);
        return network.Parts with
        {
            Counties = [.. Carry(network.Counties, county => county.Code, (county, heir) => county with { Code = heir.Code, Name = heir.Name }), .. Coming(AreaLevel.County).Select(register.ToCounty)],
            Townships = townships,
            Villages =
            [
                .. Carry(network.Villages, village => village.Code, (village, heir) => village with { Code = heir.Code, Name = heir.Name }),
                .. Coming(AreaLevel.Village).Select(unit => register.ToVillage(unit, bankOf[unit.Code.Township])),
            ],
            Points = [.. network.Points.Select(point => point with { Area = HeirOf(point.Area) })],
            Firms = [.. network.Firms.Select(firm => firm with { County = HeirOf(firm.County) })],
        };

        IEnumerable<RegisterUnit> Coming(AreaLevel level) => coming.Where(unit => unit.Code.Level == level);
    }

    private ImmutableArray<Township> ListTownships(ImmutableArray<RegisterUnit> coming) =>
    [
        .. Carry(network.Townships, township => township.Code, (township, heir) => township with
        {
            Code = heir.Code,
            Name = heir.Name,
            Kind = heir.Name == township.Name ? township.Kind : CityRegister.ToTownship(heir, township.Bank).Kind,
        }),
        .. coming.Where(unit => unit.Code.Level == AreaLevel.Township).Select(unit => CityRegister.ToTownship(unit, BankOf(unit.Code))),
    ];

    // A unit of which only part moves is there twice: as the register has it, and as it was for what stays.
    private IEnumerable<T> Carry<T>(IEnumerable<T> records, Func<T, AreaCode> codeOf, Func<T, RegisterUnit, T> become)
    {
        foreach (var record in records)
        {
            var (code, isTaken) = (codeOf(record), false);
            if (Moves(code) && changeOf[code] is not UnitChange.Merged)
            {
                yield return become(record, changeOf[code].Heir!);
                isTaken = HeirOf(code) == code;
            }

            if (staying.Contains(code) && !isTaken)
                yield return record;
        }
    }

    // A new township lies where the villages that it was given lie, or else where its county does.
    private Bank BankOf(AreaCode township)
    {
        var given = network.Villages.Where(village => HeirOf(village.Code).Township == township).Select(village => village.Bank)
            .GroupBy(bank => bank).OrderByDescending(group => group.Count()).FirstOrDefault();
        return given?.Key ?? network.BankOf(network.Counties.Select(county => county.Code).FirstOrDefault(county => HeirOf(county) == township.County));
    }
}
