using System.Collections.Immutable;

namespace Gis.Core.Network;

/// <summary>
/// What people call a unit. The register names its office, as 立岗村村委会 or 丽景街街道办事处; the place is 立岗村, 丽景街街道.
/// </summary>
public static class RegisterName
{
    // The longest first, so that 社区居委会 does not leave 社区社区.
    private static readonly ImmutableArray<(string Office, string Place)> Offices =
    [
        ("街道办事处", "街道"),
        ("社区居民委员会", "社区"),
        ("村民委员会", "村"),
        ("社区居委会", "社区"),
        ("居民委员会", "社区"),
        ("村委会", "村"),
        ("居委会", "社区"),
    ];

    private static readonly ImmutableArray<string> Kinds = ["街道", "社区", "管委会", "镇", "乡", "村"];

    /// <summary>The name of the place whose office a name is; a name that is no office's stays as it is.</summary>
    public static string PlaceOf(string name)
    {
        var (office, place) = Offices.FirstOrDefault(ending => name.Length > ending.Office.Length && name.EndsWith(ending.Office, StringComparison.Ordinal));
        var bare = office is null ? name : name[..^office.Length];
        return office is null || bare.EndsWith(place, StringComparison.Ordinal) ? bare : bare + place;
    }

    /// <summary>The name of a place without the word for its kind, as 立岗 of 立岗村 and 立岗镇; at least two characters stay.</summary>
    public static string StemOf(string name)
    {
        var place = PlaceOf(name);
        var kind = Kinds.FirstOrDefault(kind => place.EndsWith(kind, StringComparison.Ordinal) && place.Length >= kind.Length + 2);
        return kind is null ? place : place[..^kind.Length];
    }
}
