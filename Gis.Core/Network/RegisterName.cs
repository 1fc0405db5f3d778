using System.Collections.Immutable;

namespace Gis.Core.Network;

/// <summary>
/// What people call a unit. The register names its office, as 立岗村村委会 or 丽景街街道办事处; the place is 立岗村, 丽景街街道.
/// </summary>
public static class RegisterName
{
    // The longest first, so that 社区居委会 does not leave 社区社区. The last ones are how lists shorten them.
    private static readonly ImmutableArray<(string Office, string Place)> Offices =
    [
        ("街道办事处", "街道"),
        ("社区居民委员会", "社区"),
        ("村民委员会", "村"),
        ("社区居委会", "社区"),
        ("居民委员会", "社区"),
        ("乡人民政府", "乡"),
        ("镇人民政府", "镇"),
        ("办事处", "街道"),
        ("村委会", "村"),
        ("居委会", "社区"),
        ("乡政府", "乡"),
        ("镇政府", "镇"),
        ("街道办", "街道"),
        ("村委", "村"),
        ("居委", "社区"),
    ];

    // 社区 before 区, for the first that fits is taken.
    private static readonly ImmutableArray<(string Word, AreaLevel Level)> Kinds =
    [
        ("街道", AreaLevel.Township), ("社区", AreaLevel.Village), ("管委会", AreaLevel.Township), ("镇", AreaLevel.Township), ("乡", AreaLevel.Township),
        ("村", AreaLevel.Village), ("县", AreaLevel.County), ("区", AreaLevel.County), ("市", AreaLevel.County),
    ];

    /// <summary>The name of the place whose office a name is; a name that is no office's stays as it is.</summary>
    public static string PlaceOf(string name)
    {
        var (office, place) = Offices.FirstOrDefault(ending => name.Length > ending.Office.Length && name.EndsWith(ending.Office, StringComparison.Ordinal));
        var bare = office is null ? name : name[..^office.Length];
        return office is null || bare.EndsWith(place, StringComparison.Ordinal) ? bare : bare + place;
    }

    /// <summary>What the name of every point of a tier ends in (plan, §3(1)1).</summary>
    public static string OfTier(Tier tier) => tier switch
    {
        Tier.Centre => "公共法律服务中心",
        Tier.Station => "公共法律服务工作站",
        _ => "公共法律服务工作室",
    };

    /// <summary>The name of a place without the word for its kind, as 立岗 of 立岗村 and 立岗镇; at least two characters stay.</summary>
    public static string StemOf(string name)
    {
        var place = PlaceOf(name);
        var kind = Kinds.FirstOrDefault(kind => place.EndsWith(kind.Word, StringComparison.Ordinal) && place.Length >= kind.Word.Length + 2).Word;
        return kind is null ? place : place[..^kind.Length];
    }

    /// <summary>The word for its kind at the end of a place's name, as 村 of 立岗村村委会; empty if there is none.</summary>
    public static string KindOf(string name) => PlaceOf(name)[StemOf(name).Length..];

    /// <summary>Whether a text is no name but a word for a kind, as 社区.</summary>
    public static bool IsKind(string text) => LevelOfKind(text) is not null;

    /// <summary>The level of the units that a word is for, as the village for 社区; null for any other text.</summary>
    public static AreaLevel? LevelOfKind(string text)
    {
        foreach (var kind in Kinds)
        {
            if (kind.Word == text)
                return kind.Level;
        }

        return null;
    }
}
