using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Duty;

/// <summary>What was served over some months.</summary>
/// <param name="First">The first month.</param>
/// <param name="Last">The last, included.</param>
public sealed record ServiceStatement(Units.Month First, Units.Month Last)
{
    /// <summary>The villages paired on any of the days, each once.</summary>
    public required int Villages { get; init; }

    /// <summary>The time on the spot, lectures not counted.</summary>
    public required Minutes OnSite { get; init; }

    /// <summary>The visits.</summary>
    public required int Visits { get; init; }

    /// <summary>The lectures.</summary>
    public required int Lectures { get; init; }

    /// <summary>All who listened to them.</summary>
    public required int Attendance { get; init; }

    /// <summary>The instruments drafted.</summary>
    public required int Instruments { get; init; }

    /// <summary>The people helped; who came twice is counted twice.</summary>
    public required int Helped { get; init; }

    /// <summary>The villages that were behind in any of the months, each once.</summary>
    public required int Below { get; init; }
}

/// <summary>Draws up statements of service. Every entry counts for its own firm and its own village's county, so their sums are the whole.</summary>
public static class ServiceStatements
{
    /// <summary>One for each firm that has a village or an entry, by its id.</summary>
    /// <param name="book">The log.</param>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last; not before the first.</param>
    /// <param name="today">The day it is; what is later does not count.</param>
    public static ImmutableSortedDictionary<string, ServiceStatement> ByFirm(DutyBook book, Units.Month first, Units.Month last, DateOnly today) =>
        Group(book, first, last, today, (_, firm) => firm, StringComparer.Ordinal);

    /// <summary>One for each county that has a village or an entry, by its code.</summary>
    /// <inheritdoc cref="ByFirm"/>
    public static ImmutableSortedDictionary<AreaCode, ServiceStatement> ByCounty(DutyBook book, Units.Month first, Units.Month last, DateOnly today) =>
        Group(book, first, last, today, (village, _) => village.County, Comparer<AreaCode>.Default);

    /// <summary>One for all.</summary>
    /// <inheritdoc cref="ByFirm"/>
    public static ServiceStatement OfAll(DutyBook book, Units.Month first, Units.Month last, DateOnly today) =>
        Group(book, first, last, today, (_, _) => 0, Comparer<int>.Default).GetValueOrDefault(0) ?? Sum(first, last, [], [], []);

    private static ImmutableSortedDictionary<TKey, ServiceStatement> Group<TKey>(
        DutyBook book, Units.Month first, Units.Month last, DateOnly today, Func<AreaCode, string, TKey> keyOf, IComparer<TKey> order)
        where TKey : notnull
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, last);
        var entries = book.Entries.Where(entry => entry.Day >= first.FirstDay && entry.Day <= last.LastDay && entry.Day <= today)
            .ToLookup(entry => keyOf(entry.Village, entry.Firm));
        var pairings = book.Pairings.Where(pairing => pairing.CountDays(first.FirstDay, last.LastDay) > 0).ToLookup(pairing => keyOf(pairing.Village, pairing.Firm));
        var meters = Enumerable.Range(0, last.Since(first) + 1).SelectMany(later => book.Read(first.Plus(later), today)).ToLookup(meter => keyOf(meter.Village, meter.Firm));
        return entries.Select(group => group.Key).Concat(pairings.Select(group => group.Key)).Distinct()
            .ToImmutableSortedDictionary(key => key, key => Sum(first, last, [.. pairings[key]], [.. entries[key]], meters[key]), order);
    }

    private static ServiceStatement Sum(Units.Month first, Units.Month last, List<DutyPairing> pairings, List<DutyEntry> entries, IEnumerable<MonthMeter> meters)
    {
        var (visits, lectures) = (entries.OfType<DutyEntry.Visit>().ToList(), entries.OfType<DutyEntry.Lecture>().ToList());
        return new ServiceStatement(first, last)
        {
            Villages = pairings.DistinctBy(pairing => pairing.Village).Count(),
            OnSite = new Minutes(visits.Sum(visit => visit.Length.Value)),
            Visits = visits.Count,
            Lectures = lectures.Count,
            Attendance = lectures.Sum(lecture => lecture.Attendance),
            Instruments = visits.Sum(visit => visit.Instruments),
            Helped = visits.Sum(visit => visit.Helped),
            Below = meters.Where(meter => meter.State == DutyState.Behind).DistinctBy(meter => meter.Village).Count(),
        };
    }
}
