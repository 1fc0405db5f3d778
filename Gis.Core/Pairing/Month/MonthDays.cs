using System.Collections.Immutable;
using Gis.Core.Travel.Tours;

namespace Gis.Core.Pairing.Month;

/// <summary>
/// Gives the tours of an adviser their days, part by part: first as many visits on market days as can be, then gaps to the visit before
/// as near as can be to a part's length, then days spread over the part.
/// </summary>
internal sealed class MonthDays(MonthTimes times)
{
    private const long Market = 1_000_000_000_000;
    private const long Gap = 1000;

    private readonly DateOnly?[] before = new DateOnly?[times.Task.Villages.Length];

    internal AdviserMonth Write(AdviserShare share)
    {
        var days = new List<MonthDay>();
        for (var part = 0; part < share.Parts.Length; part++)
        {
            var (tours, open) = (share.Parts[part], times.Days(share.Adviser, part));
            var chosen = DayChoice.Assign([.. tours.Select(tour => open.Select((day, i) => CostOf(tour, day) + (IsSpread(i, open.Length, tours.Count) ? 0 : 1)).ToArray())]);
            var made = tours.Select((tour, i) => WriteDay(tour, part, open[chosen[i]])).OrderBy(day => day.Day).ToList();
            days.AddRange(made);
            foreach (var (tour, i) in tours.Select((tour, i) => (tour, i)))
            {
                foreach (var village in tour)
                    before[village] = open[chosen[i]];
            }
        }

        var adviser = times.Task.Advisers[share.Adviser];
        return new AdviserMonth(adviser.Id, adviser.Available, [.. days]);
    }

    // The middles of as many equal stretches of days as there are tours.
    private static bool IsSpread(int day, int days, int tours) =>
        Enumerable.Range(0, tours).Any(tour => ((2 * tour) + 1) * days / (2 * tours) == day);

    private long CostOf(int[] tour, DateOnly day) => tour.Sum(village => (IsMarket(village, day) ? 0 : Market) + GapOf(village, day));

    private bool IsMarket(int village, DateOnly day) => times.Task.Villages[village].MarketDays.Contains(day.Day);

    // Times the number of parts, so that an even gap is whole.
    private long GapOf(int village, DateOnly day)
    {
        if (before[village] is not { } last)
            return 0;
        long off = ((day.DayNumber - last.DayNumber) * times.Parts) - times.Task.Month.LastDay.Day;
        return Gap * off * off;
    }

    private MonthDay WriteDay(int[] tour, int part, DateOnly day)
    {
        var (visits, at, clock) = (ImmutableArray.CreateBuilder<MonthVisit>(tour.Length), 0, 0L);
        foreach (var village in tour)
        {
            clock += times.Part(part).Drive(at, village + 1);
            var (onSite, lecture) = (times.OnSite(village, part), times.Lecture(village, part));
            visits.Add(new MonthVisit(
                times.Task.Villages[village].Id,
                times.Part(part).TripOf(at, village + 1),
                TourTimes.ToMinutes(clock),
                TourTimes.ToMinutes(onSite),
                TourTimes.ToMinutes(lecture),
                IsMarket(village, day)));
            clock += onSite + lecture;
            at = village + 1;
        }

        return new MonthDay(day, visits.MoveToImmutable(), times.Part(part).TripOf(at, 0));
    }
}
