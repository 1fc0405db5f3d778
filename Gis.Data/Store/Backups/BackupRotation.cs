using System.Globalization;

namespace Gis.Data.Store.Backups;

/// <summary>How many backups are kept: the last of each of so many days, weeks and months.</summary>
/// <param name="Days">Days that have one, from the latest back.</param>
/// <param name="Weeks">Weeks of ISO 8601, likewise.</param>
/// <param name="Months">Months, likewise.</param>
public sealed record BackupKeep(int Days = 7, int Weeks = 4, int Months = 12);

/// <summary>Chooses which backups may go. A day, week or month without one does not count, so a program that stood still for a month loses none by it.</summary>
public static class BackupRotation
{
    /// <summary>The times whose backups may be deleted; never the latest.</summary>
    public static IReadOnlyList<DateTimeOffset> ListSuperfluous(IReadOnlyCollection<DateTimeOffset> times, BackupKeep keep)
    {
        var utc = times.OrderDescending().Select(time => time.ToUniversalTime()).ToList();
        var kept = utc.Take(1)
            .Concat(LastOfEach(utc, time => time.Date, keep.Days))
            .Concat(LastOfEach(utc, time => (ISOWeek.GetYear(time.Date), ISOWeek.GetWeekOfYear(time.Date)), keep.Weeks))
            .Concat(LastOfEach(utc, time => (time.Year, time.Month), keep.Months))
            .ToHashSet();
        return [.. times.Where(time => !kept.Contains(time.ToUniversalTime()))];
    }

    private static IEnumerable<DateTimeOffset> LastOfEach<TPeriod>(IEnumerable<DateTimeOffset> latestFirst, Func<DateTimeOffset, TPeriod> period, int count) =>
        latestFirst.GroupBy(period).Take(count).Select(times => times.First());
}
