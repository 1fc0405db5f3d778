using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Units;

namespace Gis.Web.Siting;

/// <summary>A schedule that was asked, read: months, rooms by their ids, what each county has.</summary>
/// <param name="Written">It as it stands in a link.</param>
/// <param name="Until">The last month that is counted.</param>
/// <param name="Window">The months in which rooms may be finished, the first and the last.</param>
/// <param name="Rooms">The rooms to build, by id; their sites are filled in by <see cref="TaskFor"/>.</param>
/// <param name="Counties">What each county has.</param>
/// <param name="All">Whether all must be built in the window.</param>
/// <param name="Change">What has become of an earlier schedule; none where it is made anew.</param>
public sealed record ScheduleQuestion(
    string Written,
    (Month From, Month To) Window,
    Month Until,
    ImmutableSortedDictionary<PointId, ScheduleRoom> Rooms,
    ImmutableArray<CountyMeans> Counties,
    bool All,
    AskedChange? Change)
{
    /// <summary>The task over an instance of the network asked about.</summary>
    public ScheduleTask TaskFor(SitingInstance instance, double limit)
    {
        var siteOf = SitesOf(instance);
        return new ScheduleTask(
            limit, Window.From, Window.To, Until, [.. Rooms.Select(room => room.Value with { Site = siteOf[room.Key.ToString()] })], Counties, All);
    }

    /// <summary>The change of an earlier schedule over the same instance.</summary>
    public ScheduleChange? ChangeFor(SitingInstance instance)
    {
        if (Change is not { } change)
            return null;
        var siteOf = SitesOf(instance);
        ImmutableSortedDictionary<int, Month> Sites(ImmutableSortedDictionary<PointId, Month> months) =>
            months.ToImmutableSortedDictionary(month => siteOf[month.Key.ToString()], month => month.Value);
        return new ScheduleChange(Sites(change.Was), change.Now, Sites(change.Slips));
    }

    private static Dictionary<string, int> SitesOf(SitingInstance instance) =>
        instance.Sites.Select((site, i) => (site.Id, i)).ToDictionary(each => each.Id, each => each.i, StringComparer.Ordinal);
}

/// <summary>An earlier schedule, the current month, and the rooms that slipped with their new earliest months.</summary>
public sealed record AskedChange(ImmutableSortedDictionary<PointId, Month> Was, Month Now, ImmutableSortedDictionary<PointId, Month> Slips);
