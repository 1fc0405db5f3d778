using System.Collections.Immutable;
using Gis.Core.Travel.Tours;

namespace Gis.Core.Pairing.Month;

/// <summary>Looks for what makes a month impossible, from the plainest reason to the least plain.</summary>
internal static class MonthFaults
{
    /// <summary>Villages that cannot be visited at all.</summary>
    internal static MonthFault? Find(MonthTimes times)
    {
        // The first visit is the longest: it takes what does not divide, and the lecture.
        var part = times.Part(0);
        var places = Enumerable.Range(1, part.Count - 1).ToList();
        var unreached = places.Where(place => part.Drive(0, place) == TourTimes.NoWay || part.Drive(place, 0) == TourTimes.NoWay).ToList();
        if (unreached.Count > 0)
            return new MonthFault.OutOfReach([.. unreached.Select(place => times.Task.Villages[place - 1].Id)]);
        var overlong = places.Where(place => part.AwayOf([place]) > part.Day).Select(place => new OverlongVisit(
            times.Task.Villages[place - 1].Id,
            TourTimes.ToMinutes(part.Drive(0, place)),
            TourTimes.ToMinutes(part.Stay(place)),
            TourTimes.ToMinutes(part.Drive(place, 0)))).ToImmutableArray();
        return overlong.IsEmpty ? null : new MonthFault.TooLong(overlong, times.Task.Rules.Day);
    }

    /// <summary>Too few days or hours, of one adviser for its own villages or of all for all; and what is driven at least where there is no such fault.</summary>
    internal static (MonthFault? Fault, long Least) Find(MonthTimes times, MonthGroup group, Func<int, PartTours> toursOf)
    {
        foreach (var adviser in group.Advisers.Where(_ => group.Advisers.Length > 1))
        {
            if (group.OwnOf(adviser) is { Length: > 0 } own && Find(times, [adviser], own, toursOf).Fault is { } fault)
                return (fault, 0);
        }

        return Find(times, group.Advisers, group.Villages, toursOf);
    }

    /// <summary>No way of sharing the villages of a group out keeps everybody's days and hours.</summary>
    internal static MonthFault.NoDivision NoDivision(MonthTimes times, MonthGroup group, long driving) => new(
        NamesOf(times, group.Villages),
        AdvisersOf(times, group.Advisers),
        MonthTimes.ToHours(times.OnSiteOf(group.Villages) + times.LecturesOf(group.Villages) + driving),
        MonthTimes.ToHours(group.Advisers.Sum(adviser => times.Available[adviser])));

    private static (MonthFault? Fault, long Least) Find(MonthTimes times, int[] advisers, int[] villages, Func<int, PartTours> toursOf)
    {
        for (var part = 0; part < times.Parts; part++)
        {
            var (least, allowed) = (toursOf(part).LeastTours(villages), times.DaysOf(advisers, part));
            var (first, last) = times.Task.PartOf(part);
            if (least > allowed)
                return (new MonthFault.TooFewDays(NamesOf(times, villages), AdvisersOf(times, advisers), first, last, least, allowed), 0);
        }

        var driving = Enumerable.Range(0, times.Parts).Sum(part => toursOf(part).LeastDriving(villages, times.DaysOf(advisers, part)));
        var (onSite, lectures, available) = (times.OnSiteOf(villages), times.LecturesOf(villages), advisers.Sum(adviser => times.Available[adviser]));
        if (onSite + lectures + driving <= available)
            return (null, driving);
        var fault = new MonthFault.TooFewHours(
            NamesOf(times, villages),
            AdvisersOf(times, advisers),
            MonthTimes.ToHours(onSite),
            MonthTimes.ToHours(lectures),
            MonthTimes.ToHours(driving),
            MonthTimes.ToHours(available));
        return (fault, 0);
    }

    private static ImmutableArray<string> NamesOf(MonthTimes times, int[] villages) => [.. villages.Select(village => times.Task.Villages[village].Id)];

    private static ImmutableArray<string> AdvisersOf(MonthTimes times, int[] advisers) => [.. advisers.Select(adviser => times.Task.Advisers[adviser].Id)];
}
