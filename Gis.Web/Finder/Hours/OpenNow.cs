using Gis.Core.Finder.Hours;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Web.Finder.Hours;

/// <summary>Whether points are open now; from what is in memory, so that a list may ask of all of them.</summary>
public sealed class OpenNow(CurrentCalendar current, TimeProvider clock)
{
    /// <summary>The day and time it is in China.</summary>
    public DateTime Now => ChinaTime.LocalOf(clock.GetUtcNow());

    /// <summary>The day it is in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>Whether a built point of a network is open now; one that is not built has no hours.</summary>
    public OpenState At(ServiceNetwork network, ServicePoint point) => TimesOf(network, point).At(Now);

    /// <summary>All that decides when a point of a network is open.</summary>
    public OpeningTimes TimesOf(ServiceNetwork network, ServicePoint point) =>
        new(point.Reception?.Hours?.Weekly, network.ListSpecialHoursOf(point.Id), current.Calendar);
}
