using Gis.Core.Pairing.Month;
using Gis.Core.Units;

namespace Gis.Data.Export;

/// <summary>The words of a month's calendars, in the reader's language.</summary>
/// <param name="Visit">What a visit is called: "Legal adviser on the spot".</param>
/// <param name="Lecture">What a visit with a lecture is called.</param>
/// <param name="NameOf">A village by its id, in words.</param>
/// <param name="PlaceOf">Where a village's room is, by the village's id; empty for nothing.</param>
public sealed record MonthWords(string Visit, string Lecture, Func<string, string> NameOf, Func<string, string> PlaceOf);

/// <summary>
/// A planned month as calendars: one for an adviser, who is to know where to go, and one for a village, which is to know when somebody comes.
/// A visit's identity is its village, its month and the how manieth visit it is: when the month is planned anew, the event moves. It names
/// neither day nor adviser.
/// </summary>
public static class MonthCalendar
{
    /// <summary>The visits of one adviser, each with the village's name.</summary>
    /// <exception cref="InvalidOperationException">The plan has no such adviser.</exception>
    public static byte[] OfAdviser(MonthPlan plan, DutyRules rules, string adviser, string name, MonthWords words, DateTimeOffset stamp)
    {
        var month = plan.Advisers.First(month => month.Adviser == adviser);
        return Write(ListVisits(plan).Where(visit => visit.Adviser == month), rules, name, words, stamp, visit => $"{words.NameOf(visit.Village)}: ");
    }

    /// <summary>The visits to one village in some months; empty where it has none.</summary>
    public static byte[] OfVillage(IEnumerable<MonthPlan> plans, DutyRules rules, string village, string name, MonthWords words, DateTimeOffset stamp) =>
        Write(plans.SelectMany(ListVisits).Where(visit => visit.Visit.Village == village), rules, name, words, stamp, _ => "");

    private static byte[] Write(
        IEnumerable<PlannedVisit> visits, DutyRules rules, string name, MonthWords words, DateTimeOffset stamp, Func<MonthVisit, string> prefix)
    {
        var calendar = new CalendarText(name, stamp);
        foreach (var (_, day, visit, number) in visits)
        {
            var begin = new DateTimeOffset(day, rules.SetOut, ChinaTime.Offset);
            calendar.Append(new TimedEvent(
                FormattableString.Invariant($"{visit.Village}-{day:yyyy-MM}-{number}@legal-service-visit"),
                begin.AddMinutes(Math.Round(visit.Arrival.Value)),
                // A visit may be shorter than the minute that is written.
                begin.AddMinutes(Math.Max(Math.Round(visit.Arrival.Value) + 1, Math.Round(visit.Leaving.Value))),
                prefix(visit) + (visit.HasLecture ? words.Lecture : words.Visit),
                "",
                words.PlaceOf(visit.Village)));
        }

        return calendar.ToBytes();
    }

    // By day; the number counts the visits of a village.
    private static IEnumerable<PlannedVisit> ListVisits(MonthPlan plan)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        var visits = plan.Advisers.SelectMany(adviser => adviser.Days.SelectMany(day => day.Visits.Select(visit => (adviser, day.Day, visit))));
        foreach (var (adviser, day, visit) in visits.OrderBy(visit => visit.Day).ThenBy(visit => visit.visit.Arrival))
        {
            count[visit.Village] = count.GetValueOrDefault(visit.Village) + 1;
            yield return new PlannedVisit(adviser, day, visit, count[visit.Village]);
        }
    }

    private sealed record PlannedVisit(AdviserMonth Adviser, DateOnly Day, MonthVisit Visit, int Number);
}
