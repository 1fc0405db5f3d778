using Gis.Core.Units;

namespace Gis.Core.Siting;

/// <summary>Why there is no schedule: first what can be counted, then what only a program can tell.</summary>
internal static class ScheduleFaults
{
    /// <summary>A rule that breaks on its own, if any does.</summary>
    internal static ScheduleFault? Find(ScheduleModel model) =>
        FindDates(model)
        ?? Enumerable.Range(0, model.Counties.Length).Select(county => FindCrews(model, county) ?? FindMoney(model, county)).FirstOrDefault(fault => fault is not null);

    /// <summary>Where the rules break only together: the county that is short of money, and by how much at least.</summary>
    internal static ScheduleFault FindTogether(ScheduleModel model)
    {
        var county = Enumerable.Range(0, model.Counties.Length).Where(county => model.Counties[county].IsByMoney)
            .Select(county => (Index: county, Short: ShortIn(model, county))).MaxBy(county => county.Short);
        return new ScheduleFault(ScheduleRule.Together, model.Counties[county.Index].Name, null, model.Task.From, model.Task.To, county.Short, 0);
    }

    private static ScheduleFault? FindDates(ScheduleModel model)
    {
        var room = Array.Find(model.Rooms, room => room.IsDue && room.First == ScheduleModel.Never);
        return room is null ? null : new ScheduleFault(
            ScheduleRule.Dates, model.Counties[room.County].Name, model.Instance.Sites[room.Site].Id, room.Earliest, room.Latest, 1, 0);
    }

    // Rooms have months that follow each other, so that all can be finished if and only if those of each run of months can (Hall 1935).
    private static ScheduleFault? FindCrews(ScheduleModel model, int county)
    {
        for (var last = 0; last < model.Task.Window; last++)
        {
            for (var (first, crews) = (last, 0); first >= 0; first--)
            {
                crews += model.Counties[county].Crews[first];
                var due = model.Rooms.Count(room => room.County == county && room.IsDue && room.First >= first && room.Last <= last);
                if (due > crews)
                    return FaultOf(model, ScheduleRule.Crews, county, first, last, due, crews);
            }
        }

        return null;
    }

    private static ScheduleFault? FindMoney(ScheduleModel model, int county)
    {
        for (var last = 0; model.Counties[county].IsByMoney && last < model.Task.Window; last++)
        {
            var due = model.Rooms.Where(room => room.County == county && room.IsDue && room.Last <= last).Sum(room => room.Cost);
            if (due > model.Counties[county].MoneyBy[last])
                return FaultOf(model, ScheduleRule.Money, county, 0, last, due, model.Counties[county].MoneyBy[last]);
        }

        return null;
    }

    // Reckoned from the months themselves, as the program knows the loan to its tolerance only.
    private static decimal ShortIn(ScheduleModel model, int county) =>
        ScheduleProgram.ForLoan(model, county).Borrow() is { } months
            ? Enumerable.Range(0, model.Task.Window).Max(month => model.SpentBy(county, month, months) - model.Counties[county].MoneyBy[month])
            : 0;

    private static ScheduleFault FaultOf(ScheduleModel model, ScheduleRule rule, int county, int first, int last, decimal needed, decimal given) =>
        new(rule, model.Counties[county].Name, null, model.Task.From.Plus(first), model.Task.From.Plus(last), needed, given);
}
