namespace Gis.Core.Siting;

/// <summary>A choice of months: greedy from month to month, then moved and exchanged while that is better.</summary>
internal sealed class ScheduleSearch
{
    private readonly ScheduleModel model;
    private readonly int[][] roomsOf;

    internal ScheduleSearch(ScheduleModel model)
    {
        this.model = model;
        roomsOf = [.. model.Counties.Select((_, county) => Enumerable.Range(0, model.Rooms.Length).Where(room => model.Rooms[room].County == county).ToArray())];
        Months = new int[model.Rooms.Length];
        Array.Fill(Months, ScheduleModel.Never);
    }

    internal int[] Months { get; private set; }

    internal double Worth { get; private set; }

    internal void Take(int[] months) => (Months, Worth) = (months, model.WorthOf(months));

    /// <summary>
    /// Finishes in each month the rooms that cover most then, as far as crews and money go and those that are due can still
    /// follow. False if some of them cannot: money was spent that they needed.
    /// </summary>
    internal bool FillGreedily()
    {
        for (var month = 0; month < model.Task.Window; month++)
        {
            while (FindBest(month) is { } room)
                Months[room] = month;
        }

        Worth = model.WorthOf(Months);
        return Enumerable.Range(0, Months.Length).All(room => !model.Rooms[room].IsDue || Months[room] != ScheduleModel.Never);
    }

    /// <summary>Moves a room to another month, or exchanges the months of two of a county, until nothing is better.</summary>
    internal void Improve(SitingStop stop)
    {
        for (var improved = true; improved && !stop.IsNow;)
        {
            improved = false;
            for (var room = 0; room < Months.Length && !stop.IsNow; room++)
                improved |= TryMonths(room) | TryOthers(room);
        }
    }

    /// <summary>Leaves out what need not be built and covers nobody for any month.</summary>
    internal void LeaveOutIdle()
    {
        for (var room = 0; room < Months.Length; room++)
        {
            var month = Months[room];
            if (model.Rooms[room].IsDue || month == ScheduleModel.Never)
                continue;
            var before = WorthAround(room, room);
            Months[room] = ScheduleModel.Never;
            if (WorthAround(room, room) < before)
                Months[room] = month;
        }
    }

    private int? FindBest(int month)
    {
        var hasCrew = model.Counties.Select((county, i) => Count(i, month) < county.Crews[month]).ToArray();
        var inOrder = Enumerable.Range(0, Months.Length)
            .Where(room => Months[room] == ScheduleModel.Never && hasCrew[model.Rooms[room].County] && model.Rooms[room].CanBeIn(month))
            .Select(room => (Room: room, Gain: Gain(room)))
            .Where(each => each.Gain > 0 || model.Rooms[each.Room].IsDue)
            .OrderByDescending(each => each.Gain).ThenBy(each => model.Rooms[each.Room].Last);
        foreach (var (room, _) in inOrder)
        {
            if (CanTake(room, month))
                return room;
        }

        return null;
    }

    private double Gain(int room)
    {
        var gain = 0.0;
        foreach (var each in model.Cover.ClassesOf[model.Rooms[room].Column])
            gain += Array.TrueForAll(model.Classes[each], other => Months[other] == ScheduleModel.Never) ? model.Cover.Classes[each].Weight : 0;
        return gain;
    }

    private int Count(int county, int month)
    {
        var count = 0;
        foreach (var room in roomsOf[county])
            count += Months[room] == month ? 1 : 0;
        return count;
    }

    // Whether crews and money allow it, and leave enough for the rooms of the county that are due later.
    private bool CanTake(int room, int month)
    {
        var county = model.Rooms[room].County;
        Months[room] = month;
        var can = LeavesCrews(county, month) && LeavesMoney(county, month);
        Months[room] = ScheduleModel.Never;
        return can;
    }

    private bool LeavesCrews(int county, int month)
    {
        for (var last = month; last < model.Task.Window; last++)
        {
            for (var (first, crews) = (last, 0); first >= month; first--)
            {
                crews += model.Counties[county].Crews[first] - Count(county, first);
                // What could have been finished before this month is as good as one that can from it.
                var due = DueBy(county, last).Count(room => Math.Max(model.Rooms[room].First, month) >= first);
                if (due > crews)
                    return false;
            }
        }

        return true;
    }

    private bool LeavesMoney(int county, int month)
    {
        for (var last = month; model.Counties[county].IsByMoney && last < model.Task.Window; last++)
        {
            if (model.SpentBy(county, last, Months) + DueBy(county, last).Sum(room => model.Rooms[room].Cost) > model.Counties[county].MoneyBy[last])
                return false;
        }

        return true;
    }

    private IEnumerable<int> DueBy(int county, int last) => roomsOf[county]
        .Where(room => Months[room] == ScheduleModel.Never && model.Rooms[room].IsDue && model.Rooms[room].Last <= last);

    private bool TryMonths(int room)
    {
        var improved = false;
        for (var month = 0; month < model.Task.Window; month++)
        {
            if (month != Months[room] && model.Rooms[room].CanBeIn(month))
                improved |= Try(room, month, room, month);
        }

        return improved;
    }

    private bool TryOthers(int room)
    {
        var improved = false;
        foreach (var other in roomsOf[model.Rooms[room].County])
        {
            if (Months[other] != Months[room] && CanBe(room, Months[other]) && CanBe(other, Months[room]))
                improved |= Try(room, Months[other], other, Months[room]);
        }

        return improved;
    }

    private bool CanBe(int room, int month) => month == ScheduleModel.Never ? !model.Rooms[room].IsDue : model.Rooms[room].CanBeIn(month);

    private bool Try(int one, int monthOfOne, int other, int monthOfOther)
    {
        var (before, of, and) = (WorthAround(one, other), Months[one], Months[other]);
        (Months[one], Months[other]) = (monthOfOne, monthOfOther);
        var gain = WorthAround(one, other) - before;
        // Sums of parts of a whole may differ in their last digit and would then be exchanged for ever.
        if (gain > 1e-9 * Math.Max(1, Worth) && KeepsCrews(model.Rooms[one].County, monthOfOne) && model.FindOverspent(Months) is null)
        {
            Worth += gain;
            return true;
        }

        (Months[one], Months[other]) = (of, and);
        return false;
    }

    // An exchange leaves as many in each month as there were.
    private bool KeepsCrews(int county, int month) =>
        month == ScheduleModel.Never || Count(county, month) <= model.Counties[county].Crews[month];

    private double WorthAround(int one, int other)
    {
        IEnumerable<int> around = model.Cover.ClassesOf[model.Rooms[one].Column];
        if (one != other)
            around = around.Union(model.Cover.ClassesOf[model.Rooms[other].Column]);
        return around.Sum(each => model.WorthOf(each, Months));
    }
}
