using System.Globalization;
using Gis.Core.Network.Hours;

namespace Gis.Core.Network;

/// <summary>Days on which a point is closed, or open otherwise than in a usual week. Those of one point have no day in common.</summary>
/// <param name="Point">The point.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included; not before the first.</param>
/// <param name="Hours">The hours of these days, in place of the usual ones; none: closed.</param>
/// <param name="Reason">Why, in the words of the bureau, as "维修".</param>
public sealed record SpecialHours(PointId Point, DateOnly From, DateOnly To, WeeklyHours? Hours, string Reason) : NetworkRecord
{
    /// <inheritdoc/>
    public override RecordKey Key => new(RecordKind.SpecialHours, string.Create(CultureInfo.InvariantCulture, $"{Point}/{From:yyyy-MM-dd}"));

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day) => From <= day && day <= To;
}
