using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Siting;

/// <summary>
/// Which room is finished in which month, so that most residents are served for most months. A room serves from the month
/// after the one it is finished in; sites that stand serve from the first month. Method and edges: docs/methods/siting.md.
/// </summary>
/// <param name="Limit">The highest cost that still serves; exactly at it does.</param>
/// <param name="From">The first month in which rooms may be finished, and the first that is counted.</param>
/// <param name="To">The last month in which rooms may be finished.</param>
/// <param name="Until">The last month that is counted, not before <paramref name="To"/>; a room finished in it counts for nothing.</param>
/// <param name="Rooms">What is to be built, each a candidate of the instance. A candidate that is not among them is not built.</param>
/// <param name="Counties">What each county of the rooms has.</param>
/// <param name="All">Whether every room must be finished in the window. If not, rooms may be left out, but never a fixed one.</param>
public sealed record ScheduleTask(
    double Limit,
    Month From,
    Month To,
    Month Until,
    ImmutableArray<ScheduleRoom> Rooms,
    ImmutableArray<CountyMeans> Counties,
    bool All = true)
{
    /// <summary>How many months the window has.</summary>
    public int Window => To.Since(From) + 1;

    /// <summary>How many months are counted.</summary>
    public int Counted => Until.Since(From) + 1;
}

/// <summary>A room that is to be built.</summary>
/// <param name="Site">Its place among the sites of the instance.</param>
/// <param name="County">The county whose crews and money it takes.</param>
/// <param name="Cost">What it costs, in the unit of the county's money; not negative. Paid in the month it is finished in.</param>
public sealed record ScheduleRoom(int Site, string County, decimal Cost = 1)
{
    /// <summary>The first month it can be finished in; none: the first of the window.</summary>
    public Month? Earliest { get; init; }

    /// <summary>The last month it can be finished in; none: the last of the window.</summary>
    public Month? Latest { get; init; }

    /// <summary>The month it is finished in, come what may: it is begun already, or done.</summary>
    public Month? Fixed { get; init; }
}

/// <summary>What a county has for building.</summary>
/// <param name="County">The county, as the rooms name it.</param>
/// <param name="Crews">How many rooms can be finished in each month of the window.</param>
/// <param name="Money">
/// What comes in with each month of the window; what is not spent is there in every later month, and nothing is spent before it
/// comes in. Empty: money is no limit.
/// </param>
public sealed record CountyMeans(string County, ImmutableArray<int> Crews, ImmutableArray<decimal> Money);

/// <summary>What has become of a schedule: months have passed and rooms have slipped.</summary>
/// <param name="Was">The months of the schedule so far, by the rooms' place among the sites; a room that is not there was left out.</param>
/// <param name="Now">The current month: what was to be finished before it is done and stays, unless it slipped.</param>
/// <param name="Slips">Rooms that slipped, each with the first month it can be finished in now; even one that was fixed may move then.</param>
public sealed record ScheduleChange(ImmutableSortedDictionary<int, Month> Was, Month Now, ImmutableSortedDictionary<int, Month> Slips)
{
    /// <summary>The task that is left: what is done is fixed, nothing else is finished before the current month.</summary>
    internal ScheduleTask Narrow(ScheduleTask task) => task with { Rooms = [.. task.Rooms.Select(Narrow)] };

    private ScheduleRoom Narrow(ScheduleRoom room)
    {
        if (Slips.TryGetValue(room.Site, out var slip))
            return room with { Fixed = null, Earliest = Later(room.Earliest, Later(slip, Now)) };
        return Was.TryGetValue(room.Site, out var was) && was < Now
            ? room with { Fixed = was, Earliest = null, Latest = null }
            : room with { Earliest = Later(room.Earliest, Now) };
    }

    private static Month Later(Month? one, Month other) => one > other ? one.Value : other;
}

internal static class ScheduleCheck
{
    /// <exception cref="ArgumentException">The task is not one that could be asked of the instance.</exception>
    internal static void Verify(SitingInstance instance, ScheduleTask task)
    {
        // Written as !(>=) because every comparison with NaN is false.
        if (!(task.Limit >= 0))
            throw new ArgumentException($"The limit is {task.Limit}; it is 0 or more.");
        if (task.To < task.From || task.Until < task.To)
            throw new ArgumentException($"The window {task.From} to {task.To}, counted until {task.Until}, does not go forward.");
        var counties = task.Counties.Select(county => county.County).ToHashSet(StringComparer.Ordinal);
        if (counties.Count < task.Counties.Length)
            throw new ArgumentException("A county is given twice.");
        foreach (var county in task.Counties)
            Verify(county, task.Window);
        if (task.Rooms.Select(room => room.Site).Distinct().Count() < task.Rooms.Length)
            throw new ArgumentException("A room is given twice.");
        foreach (var room in task.Rooms)
            Verify(instance, room, counties);
    }

    /// <exception cref="ArgumentException">The change names what the task has not.</exception>
    internal static void Verify(ScheduleTask task, ScheduleChange change)
    {
        var rooms = task.Rooms.Select(room => room.Site).ToHashSet();
        if (change.Was.Keys.Concat(change.Slips.Keys).FirstOrDefault(site => !rooms.Contains(site), -1) is >= 0 and var site)
            throw new ArgumentException($"The change names site {site}, which is no room of the task.");
        if (change.Was.Values.Any(month => month < task.From || month > task.To))
            throw new ArgumentException($"The schedule so far has a month outside the window {task.From} to {task.To}.");
    }

    private static void Verify(CountyMeans county, int months)
    {
        if (county.Crews.Length != months || county.Crews.Any(crews => crews < 0))
            throw new ArgumentException($"County {county.County} has crews for {county.Crews.Length} months, none fewer than 0; the window has {months}.");
        if (!county.Money.IsEmpty && (county.Money.Length != months || county.Money.Any(money => money < 0)))
            throw new ArgumentException($"County {county.County} has money for {county.Money.Length} months, none less than 0; the window has {months}.");
    }

    private static void Verify(SitingInstance instance, ScheduleRoom room, HashSet<string> counties)
    {
        if ((uint)room.Site >= (uint)instance.Sites.Length || instance.Sites[room.Site].Role != SiteRole.Candidate)
            throw new ArgumentException($"A room stands at site {room.Site}, which is no candidate of the instance.");
        if (room.Cost < 0)
            throw new ArgumentException($"The room {instance.Sites[room.Site].Id} costs {room.Cost}; it is 0 or more.");
        if (!counties.Contains(room.County))
            throw new ArgumentException($"The room {instance.Sites[room.Site].Id} is in county {room.County}, of which no crews are given.");
    }
}
