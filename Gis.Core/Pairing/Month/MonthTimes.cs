using System.Collections.Immutable;
using Gis.Core.Travel.Tours;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Month;

/// <summary>The numbers of a month in whole milliseconds, so that what fits exactly fits. Villages and advisers go by their place in the task.</summary>
internal sealed class MonthTimes
{
    private const double MillisecondsAnHour = 3_600_000;

    private readonly long[] onSite;
    private readonly long[] lectures;
    private readonly TourTimes[] parts;
    private readonly ImmutableArray<DateOnly>[][] days;

    internal MonthTimes(MonthTask task)
    {
        Task = task;
        onSite = [.. task.Villages.Select(village => ToMilliseconds(village.OnSite ?? task.Rules.OnSite))];
        lectures = [.. task.Villages.Select(village => village.HasLecture ? TourTimes.ToMilliseconds(task.Rules.Lecture) : 0)];
        Available = [.. task.Advisers.Select(adviser => ToMilliseconds(adviser.Available))];
        days = [.. task.Advisers.Select(adviser => Enumerable.Range(0, Parts).Select(part => task.ListDays(adviser, part)).ToArray())];
        parts = ReadParts();
    }

    internal MonthTask Task { get; }

    internal int Parts => Task.Rules.VisitsAMonth;

    internal long[] Available { get; }

    internal static MonthlyHours ToHours(long milliseconds) => new(milliseconds / MillisecondsAnHour);

    /// <summary>The ways and stays of a part. Parts with equal stays are one object.</summary>
    internal TourTimes Part(int part) => parts[part];

    internal ImmutableArray<DateOnly> Days(int adviser, int part) => days[adviser][part];

    internal int DaysOf(IEnumerable<int> advisers, int part) => advisers.Sum(adviser => days[adviser][part].Length);

    internal long OnSiteOf(IEnumerable<int> villages) => villages.Sum(village => onSite[village]);

    internal long LecturesOf(IEnumerable<int> villages) => villages.Sum(village => lectures[village]);

    /// <summary>A visit's time on the spot; the first take what does not divide.</summary>
    internal long OnSite(int village, int part) => (onSite[village] / Parts) + (part < onSite[village] % Parts ? 1 : 0);

    internal long Lecture(int village, int part) => part == 0 ? lectures[village] : 0;

    private static long ToMilliseconds(MonthlyHours hours) => (long)Math.Round(hours.Value * MillisecondsAnHour);

    private TourTimes[] ReadParts()
    {
        var ways = new TourTimes(Task.Driving, Task.Villages.Select(_ => default(Minutes)), Task.Rules.Day);
        var (made, stays) = (new TourTimes[Parts], new long[Parts][]);
        for (var part = 0; part < Parts; part++)
        {
            stays[part] = [0, .. Enumerable.Range(0, onSite.Length).Select(village => OnSite(village, part) + Lecture(village, part))];
            made[part] = part > 0 && stays[part].AsSpan().SequenceEqual(stays[part - 1]) ? made[part - 1] : ways.WithStays(stays[part]);
        }

        return made;
    }
}
