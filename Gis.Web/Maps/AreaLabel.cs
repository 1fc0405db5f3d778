using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Web.Maps;

/// <summary>What a map says about a unit.</summary>
public static class AreaLabel
{
    // The register names the office of a unit; a map names the place.
    private static readonly ImmutableArray<(string Office, string Place)> Endings =
    [
        ("街道办事处", "街道"),
        ("村民委员会", "村"),
        ("村委会", "村"),
        ("社区居民委员会", "社区"),
        ("社区居委会", "社区"),
        ("居民委员会", "社区"),
        ("居委会", "社区"),
    ];

    public static string Of(string name)
    {
        var (office, place) = Endings.FirstOrDefault(ending => name.Length > ending.Office.Length && name.EndsWith(ending.Office, StringComparison.Ordinal));
        var bare = office is null ? name : name[..^office.Length];
        return office is null || bare.EndsWith(place, StringComparison.Ordinal) ? bare : bare + place;
    }

    /// <summary>The villages that are to have a room of their own and have none that stands.</summary>
    public static ImmutableHashSet<AreaCode> VillagesWithUnbuiltRoom(this ServiceNetwork network) =>
    [
        .. network.Points.Where(point => point.Tier == Tier.Room)
            .GroupBy(room => room.Area)
            .Where(rooms => !rooms.Any(room => room.IsOpen))
            .Select(rooms => rooms.Key),
    ];
}
