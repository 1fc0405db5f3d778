using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Network;
using Gis.Core.Network.Register;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Network.Register;

/// <summary>Two registers of a small city whose few names and codes meet in every way, and a network of the first.</summary>
internal sealed record RandomRegister(ServiceNetwork Network, CityRegister Next)
{
    private static readonly City City = new(AreaCode.Parse("640100"), "银川市", "Yinchuan");

    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    private static readonly Position Somewhere = new(LonLat.Of(106, 38), Placement.Surveyed, new Metres(1), "made up for a test");

    private static readonly string[] Counties = ["贺兰县", "贺兰区", "永宁县"];

    private static readonly string[] Townships = ["立岗镇", "立岗乡", "习岗镇", "金贵镇"];

    private static readonly string[] Villages = ["阳光村", "阳光社区", "阳光东社区", "民乐村", "新民村", "金山林场"];

    private static readonly Gen<ImmutableArray<RegisterUnit>> GenUnits =
        from counties in Gen.Select(Gen.Int[1, 3], One(Counties)).Array[1, 3]
        from townships in Gen.Select(Gen.Int[0, 2], One("001", "100", "101", "200"), One(Townships)).Array[0, 6]
        from villages in Gen.Select(Gen.Int[0, 5], One("001", "002", "200", "201", "500"), One(Villages)).Array[0, 12]
        select Assemble(counties, townships, villages);

    internal static readonly Gen<RandomRegister> Any =
        from before in GenUnits
        from after in GenUnits
        from attached in Gen.Int[0, 3].Array[40]
        select new RandomRegister(MakeNetwork(before, attached), Of(after));

    internal static CityRegister Of(IEnumerable<RegisterUnit> units)
    {
        var byLevel = units.OrderBy(unit => unit.Code).ToLookup(unit => unit.Code.Level);
        return new CityRegister(City, [.. byLevel[AreaLevel.County]], [.. byLevel[AreaLevel.Township]], [.. byLevel[AreaLevel.Village]], "made up for a test");
    }

    /// <summary>A network of units where every village has residents and a room, and every township a station.</summary>
    internal static ServiceNetwork MakeNetwork(params (string Code, string Name)[] units) =>
        MakeNetwork([.. units.Select(unit => new RegisterUnit(AreaCode.Parse(unit.Code), unit.Name))], [3]);

    private static Gen<string> One(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    // Of each number the bits say whether a unit has a point, and residents and a position.
    private static ServiceNetwork MakeNetwork(ImmutableArray<RegisterUnit> units, int[] attached)
    {
        var register = Of(units);
        var parts = register.ToParts("before");
        var number = 0;
        return new ServiceNetwork(parts with
        {
            Villages = [.. parts.Villages.Select(village => (Next() & 1) == 0 ? village : village with { Residents = new Residents(10 + number), ResidentsProvenance = Made, Position = Somewhere })],
            Points = [.. Points(register.Counties, Tier.Centre), .. Points(register.Townships, Tier.Station), .. Points(register.Villages, Tier.Room)],
            Firms = [new Firm("firm-1", "律师事务所", null, register.Counties[0].Code, 1, Made)],
        });

        int Next() => attached[number++ % attached.Length];

        IEnumerable<ServicePoint> Points(IEnumerable<RegisterUnit> areas, Tier tier) => areas.Where(_ => (Next() & 2) != 0)
            .Select(unit => new ServicePoint(PointId.Of(tier, unit.Code), unit.Name, tier, unit.Code, Somewhere, Bank.Only, Stage.Built, Made));
    }

    private static ImmutableArray<RegisterUnit> Assemble((int Number, string Name)[] counties, (int County, string Number, string Name)[] townships, (int Township, string Number, string Name)[] villages)
    {
        var (first, second, third) = (new Dictionary<string, RegisterUnit>(), new Dictionary<string, RegisterUnit>(), new Dictionary<string, RegisterUnit>());
        foreach (var (number, name) in counties)
            first.TryAdd($"64012{number}", new RegisterUnit(AreaCode.Parse($"64012{number}"), name));
        foreach (var (county, number, name) in townships)
            Add(second, first.Keys.Order().ElementAt(county % first.Count) + number, name);
        foreach (var (township, number, name) in villages.Where(_ => second.Count > 0))
            Add(third, second.Keys.Order().ElementAt(township % second.Count) + number, name);
        return [.. first.Values, .. second.Values, .. third.Values];

        static void Add(Dictionary<string, RegisterUnit> units, string code, string name) => units.TryAdd(code, new RegisterUnit(AreaCode.Parse(code), name));
    }
}
