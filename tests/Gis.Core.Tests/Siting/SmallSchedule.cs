using CsCheck;
using Gis.Core.Siting;
using Gis.Core.Units;

namespace Gis.Core.Tests.Siting;

/// <summary>Small random schedules, and every possible choice of months for them, judged by the rules as they are written down.</summary>
internal static class SmallSchedule
{
    internal static readonly Month From = new(2027, 3);

    private static readonly Gen<Month?> AnyMonth = Gen.Int[0, 11].Select(month => month < 4 ? From.Plus(month) : (Month?)null);

    private static readonly Gen<ScheduleRoom> AnyRoom =
        from county in Gen.Int[0, 1]
        from cost in Gen.Int[0, 4]
        from earliest in AnyMonth
        from latest in AnyMonth
        from isFixed in Gen.Int[0, 5]
        from month in Gen.Int[0, 3]
        select new ScheduleRoom(0, $"c{county}", cost * 0.1m)
        {
            // Mostly in this order, now and then not, so that some rooms have no month.
            Earliest = earliest < latest || isFixed < 2 ? earliest : null,
            Latest = latest,
            Fixed = isFixed == 0 ? From.Plus(month) : null,
        };

    private static readonly Gen<CountyMeans> AnyMeans =
        from crews in Gen.Int[0, 3].Array[4]
        from money in Gen.Int[0, 6].Array[4]
        from isByMoney in Gen.Bool
        select new CountyMeans("", [.. crews], isByMoney ? [.. money.Select(each => each * 0.1m)] : []);

    /// <summary>Two counties, up to seven rooms, one to four months; costs and money in tenths, which no binary fraction is.</summary>
    internal static readonly Gen<(SitingInstance Instance, ScheduleTask Task)> Any =
        from instance in SmallTown.Any
        from window in Gen.Int[1, 4]
        from after in Gen.Int[0, 3]
        from rooms in AnyRoom.Array[7]
        from means in AnyMeans.Array[2]
        from limit in Gen.Int[0, 10]
        from all in Gen.Bool
        select (instance, new ScheduleTask(
            limit, From, From.Plus(window - 1), From.Plus(window - 1 + after),
            [.. Enumerable.Range(0, instance.Sites.Length).Where(site => instance.Sites[site].Role == SiteRole.Candidate).Select((site, i) => rooms[i] with { Site = site })],
            [.. means.Select((each, i) => new CountyMeans($"c{i}", each.Crews[..window], each.Money.IsEmpty ? [] : each.Money[..window]))],
            all));

    /// <summary>Every choice of months that keeps the rules; null for a room that is left out.</summary>
    internal static IEnumerable<Month?[]> Choices(ScheduleTask task)
    {
        var months = Enumerable.Range(0, task.Window).Select(task.From.Plus).ToArray();
        return Extend([]).Where(choice => task.Counties.All(county => KeepsMeans(task, county, choice)));

        IEnumerable<Month?[]> Extend(Month?[] begun) => begun.Length == task.Rooms.Length
            ? [begun]
            : months.Cast<Month?>().Append(null).Where(month => IsAllowed(task, task.Rooms[begun.Length], month)).SelectMany(month => Extend([.. begun, month]));
    }

    /// <summary>The person-months of a choice, month by month.</summary>
    internal static double PersonMonths(SitingInstance instance, ScheduleTask task, Month?[] choice, Dictionary<int, double> covered)
    {
        var sum = 0.0;
        for (var month = task.From; month <= task.Until; month = month.Plus(1))
        {
            var serving = task.Rooms.Where((_, i) => choice[i] < month).Select(room => room.Site).ToArray();
            var key = serving.Sum(site => 1 << site);
            if (!covered.TryGetValue(key, out var weight))
                covered[key] = weight = SmallTown.Covered(instance, serving, (int)task.Limit);
            sum += weight;
        }

        return sum;
    }

    private static bool IsAllowed(ScheduleTask task, ScheduleRoom room, Month? month) => month is { } known
        ? !(known < room.Earliest || known > room.Latest) && (room.Fixed is null || room.Fixed == known)
        : !task.All && room.Fixed is null;

    private static bool KeepsMeans(ScheduleTask task, CountyMeans county, Month?[] choice)
    {
        var rooms = task.Rooms.Select((room, i) => (room.County, room.Cost, Month: choice[i])).Where(room => room.County == county.County && room.Month is not null).ToList();
        var (purse, month) = (0m, task.From);
        for (var i = 0; i < task.Window; i++, month = month.Plus(1))
        {
            var finished = rooms.Where(room => room.Month == month).ToList();
            if (!county.Money.IsEmpty)
                purse += county.Money[i] - finished.Sum(room => room.Cost);
            if (finished.Count > county.Crews[i] || purse < 0)
                return false;
        }

        return true;
    }
}
