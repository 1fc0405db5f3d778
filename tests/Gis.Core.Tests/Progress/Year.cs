using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;

namespace Gis.Core.Tests.Progress;

/// <summary>A town of some rooms in the plan's year, whose progress a child can count.</summary>
internal static class Year
{
    internal static readonly YearCalendar Calendar = YearCalendar.Of(2018);

    internal static DateOnly Day(int month, int day) => new(2018, month, day);

    /// <summary>Rooms of villages 0, 1, 2… in these stages.</summary>
    internal static ServiceNetwork Rooms(params Stage[] stages) =>
        Town.Network(Town.Row([.. stages.Select(_ => 1L)]), [.. stages.Select((stage, village) => Town.Room(village, stage))]);

    internal static StageMove Move(int village, Stage from, Stage to, DateOnly on, long entry, long? undoes = null) =>
        new(Town.RoomId(village), from, to, on, entry) { Undoes = undoes };

    internal static PointPlan Due(int village, DateOnly due) => new(Town.RoomId(village), due, "");

    internal static YearProgress On(DateOnly today, ServiceNetwork network, ImmutableArray<StageMove> moves, params PointPlan[] plans) =>
        new(network, new YearLedger { Moves = moves, Plans = [.. plans] }, Calendar, today);
}
