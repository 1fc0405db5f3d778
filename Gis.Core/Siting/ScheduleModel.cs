using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Siting;

/// <summary>
/// A task over its instance, with months and counties numbered. A choice of months is an array with a month for each room, by its
/// place in the window; <see cref="Never"/> for one left out.
/// </summary>
internal sealed class ScheduleModel
{
    /// <summary>After every month: the month of a room that is left out.</summary>
    internal const int Never = int.MaxValue;

    internal ScheduleModel(SitingInstance instance, ScheduleTask task)
    {
        (Instance, Task) = (instance, task);
        Cover = CoverModel.Of(instance, task.Limit);
        Counties = [.. task.Counties.Select(county => new CountyModel(county))];
        var countyOf = task.Counties.Select((county, i) => (county.County, i)).ToDictionary(each => each.County, each => each.i, StringComparer.Ordinal);
        var columnOf = Cover.Candidates.Select((site, column) => (site, column)).ToDictionary(each => each.site, each => each.column);
        Rooms = [.. task.Rooms.Select(room => new RoomModel(room, task, columnOf[room.Site], countyOf[room.County]))];
        (RoomOf, After) = (new int[Cover.Candidates.Length], new int[task.Window]);
        Array.Fill(RoomOf, -1);
        for (var room = 0; room < Rooms.Length; room++)
            RoomOf[Rooms[room].Column] = room;
        for (var month = 0; month < task.Window; month++)
            After[month] = task.Until.Since(task.From.Plus(month));
        // A class that only rooms left out of the task could cover is never covered.
        Classes = [.. Cover.Classes.Select(each => each.Columns.Select(column => RoomOf[column]).Where(room => room >= 0).ToArray())];
    }

    internal SitingInstance Instance { get; }

    internal ScheduleTask Task { get; }

    internal CoverModel Cover { get; }

    internal RoomModel[] Rooms { get; }

    internal CountyModel[] Counties { get; }

    /// <summary>The rooms that cover each class.</summary>
    internal int[][] Classes { get; }

    /// <summary>The months that a room serves which is finished in a month.</summary>
    internal int[] After { get; }

    private int[] RoomOf { get; }

    /// <summary>The person-months of what stands.</summary>
    internal double Standing => Cover.Covered * Task.Counted;

    /// <summary>What no schedule can exceed: every class covered as soon as one of its rooms can be finished.</summary>
    internal double Ceiling => Standing + Classes.Select((rooms, i) => WorthOf(i, rooms.Select(room => Rooms[room].First).DefaultIfEmpty(Never).Min())).Sum();

    /// <summary>What covering a class with a room finished in a month is worth.</summary>
    internal double WorthOf(int each, int month) => month < After.Length ? Cover.Classes[each].Weight * After[month] : 0;

    /// <summary>What a choice is worth, what stands not counted.</summary>
    internal double WorthOf(int[] months) => Enumerable.Range(0, Classes.Length).Sum(each => WorthOf(each, months));

    internal double WorthOf(int each, int[] months)
    {
        var first = Never;
        foreach (var room in Classes[each])
            first = Math.Min(first, months[room]);
        return WorthOf(each, first);
    }

    /// <summary>A county, with a last month, by which a choice spends more than has come in; none if it spends within its money.</summary>
    internal (int County, int Month)? FindOverspent(int[] months)
    {
        for (var county = 0; county < Counties.Length; county++)
        {
            for (var month = 0; Counties[county].IsByMoney && month < Task.Window; month++)
            {
                if (SpentBy(county, month, months) > Counties[county].MoneyBy[month])
                    return (county, month);
            }
        }

        return null;
    }

    internal decimal SpentBy(int county, int month, int[] months) =>
        Rooms.Where((room, i) => room.County == county && months[i] <= month).Sum(room => room.Cost);

    internal int[] MonthsOf(ImmutableSortedDictionary<int, Month> was) =>
        [.. Rooms.Select(room => was.TryGetValue(room.Site, out var month) ? month.Since(Task.From) : Never)];

    /// <summary>The plan of a choice, its figures reckoned from the instance itself.</summary>
    internal SchedulePlan PlanOf(int[] months)
    {
        var rooms = Enumerable.Range(0, Rooms.Length).Where(room => months[room] != Never)
            .OrderBy(room => months[room]).ThenBy(room => Rooms[room].Site).ToArray();
        var rank = rooms.Select((room, i) => (Rooms[room].Site, i)).ToDictionary(each => each.Site, each => each.i);
        var (added, covered) = (new double[rooms.Length], new double[Task.Counted]);
        for (var demand = 0; demand < Instance.Demands.Length; demand++)
        {
            var first = FirstOf(demand, rank);
            if (first is >= 0 and not Never)
                added[first] += Instance.Demands[demand].Weight;
            var begin = first == Never ? Task.Counted : first < 0 ? 0 : months[rooms[first]] + 1;
            for (var month = begin; month < Task.Counted; month++)
                covered[month] += Instance.Demands[demand].Weight;
        }

        return new SchedulePlan(
            [.. rooms.Select((room, i) => new ScheduledRoom(Rooms[room].Site, Task.From.Plus(months[room]), added[i]))], covered.Sum(), [.. covered]);
    }

    // The first in the list that serves the demand: -1 for what stands.
    private int FirstOf(int demand, Dictionary<int, int> rank)
    {
        var first = Never;
        foreach (var reach in Instance.Row(demand))
        {
            if (reach.Cost > Task.Limit)
                break;
            if (Instance.Sites[reach.Site].Role == SiteRole.Existing)
                return -1;
            if (rank.TryGetValue(reach.Site, out var i))
                first = Math.Min(first, i);
        }

        return first;
    }
}

/// <summary>A room with the months of the window in which it can be finished, none where the last is before the first.</summary>
internal sealed class RoomModel
{
    internal RoomModel(ScheduleRoom room, ScheduleTask task, int column, int county)
    {
        (Site, Cost, Column, County) = (room.Site, room.Cost, column, county);
        IsDue = task.All || room.Fixed is not null;
        Month[] starts = [task.From, room.Earliest ?? task.From, room.Fixed ?? task.From];
        Month[] ends = [task.To, room.Latest ?? task.To, room.Fixed ?? task.To];
        (Earliest, Latest) = (starts.Max(), ends.Min());
        (First, Last) = (Earliest.Since(task.From), Latest.Since(task.From));
        if (Last < First)
            First = ScheduleModel.Never;
    }

    internal int Site { get; }

    internal decimal Cost { get; }

    internal int Column { get; }

    internal int County { get; }

    /// <summary>Whether it must be finished in the window.</summary>
    internal bool IsDue { get; }

    internal Month Earliest { get; }

    internal Month Latest { get; }

    internal int First { get; }

    internal int Last { get; }

    internal bool CanBeIn(int month) => First <= month && month <= Last;
}

/// <summary>The means of a county, money summed up to each month.</summary>
internal sealed class CountyModel(CountyMeans means)
{
    internal string Name => means.County;

    internal ImmutableArray<int> Crews => means.Crews;

    internal bool IsByMoney => !means.Money.IsEmpty;

    internal decimal[] MoneyBy { get; } = [.. means.Money.Select((_, month) => means.Money.Take(month + 1).Sum())];
}
