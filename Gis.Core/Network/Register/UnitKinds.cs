namespace Gis.Core.Network.Register;

/// <summary>
/// What kind of unit a register means. By the Bureau of Statistics' rule of coding (统计用区划代码和城乡划分代码编制规则), the
/// digits of a code within its unit tell the kind: of a township 001–099 street, 100–199 town, 200–399 township, from 400 on like
/// one; of a village 001–199 community, 200–399 village, 400–499 like a community, 500–599 like a village.
/// </summary>
public static class UnitKinds
{
    private static readonly (string Ending, TownshipKind Kind)[] Endings =
    [
        ("街道", TownshipKind.Street), ("镇", TownshipKind.Town), ("乡", TownshipKind.Township), ("苏木", TownshipKind.Township),
        ("农场", TownshipKind.FarmOrZone), ("林场", TownshipKind.FarmOrZone), ("管委会", TownshipKind.FarmOrZone), ("开发区", TownshipKind.FarmOrZone), ("园区", TownshipKind.FarmOrZone),
    ];

    /// <summary>The kind of a township: by the end of its name, and by its code where the name tells nothing.</summary>
    /// <param name="code">Nine digits.</param>
    /// <param name="name">As the register writes it.</param>
    public static TownshipKind OfTownship(AreaCode code, string name)
    {
        var place = RegisterName.PlaceOf(name);
        foreach (var (ending, kind) in Endings)
        {
            if (place.EndsWith(ending, StringComparison.Ordinal))
                return kind;
        }

        return NumberOf(code) switch { < 100 => TownshipKind.Street, < 200 => TownshipKind.Town, < 400 => TownshipKind.Township, _ => TownshipKind.FarmOrZone };
    }

    /// <summary>The kind of a village: by its code, and by the end of its name where the code is beyond 599.</summary>
    /// <param name="code">Twelve digits.</param>
    /// <param name="name">As the register writes it.</param>
    public static VillageKind OfVillage(AreaCode code, string name) => NumberOf(code) switch
    {
        < 200 => VillageKind.Community,
        < 400 => VillageKind.Village,
        < 500 => VillageKind.CommunityLike,
        < 600 => VillageKind.VillageLike,
        _ => RegisterName.PlaceOf(name) is var place && place.EndsWith("社区", StringComparison.Ordinal) ? VillageKind.Community
            : place.EndsWith('村') ? VillageKind.Village
            : VillageKind.VillageLike,
    };

    /// <summary>
    /// Whether a name is none of a unit but fills the place of one between a city and its counties: 市辖区, 县, and the counties
    /// that a province governs itself.
    /// </summary>
    public static bool IsStandIn(string name) => name is "市辖区" or "县" || name.EndsWith("直辖县级行政区划", StringComparison.Ordinal);

    private static int NumberOf(AreaCode code) => int.Parse(code.Digits[^3..], System.Globalization.CultureInfo.InvariantCulture);
}
