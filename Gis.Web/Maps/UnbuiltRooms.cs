using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Web.Maps;

/// <summary>Villages still without their room.</summary>
public static class UnbuiltRooms
{
    /// <summary>The villages that are to have a room of their own and have none that stands.</summary>
    public static ImmutableHashSet<AreaCode> VillagesWithUnbuiltRoom(this ServiceNetwork network) =>
    [
        .. network.Points.Where(point => point.Tier == Tier.Room)
            .GroupBy(room => room.Area)
            .Where(rooms => !rooms.Any(room => room.IsOpen))
            .Select(rooms => rooms.Key),
    ];
}
