using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Duty;

/// <summary>Decides whether an entry may stand in the log.</summary>
public static class DutyCheck
{
    /// <summary>The minutes of a day, which no entry passes.</summary>
    public static Minutes LongestEntry { get; } = new(24 * 60);

    /// <summary>Everything that is wrong with an entry; empty: it may stand.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="others">What stands in the log; the entry itself, where it is changed, is not among them.</param>
    /// <param name="pairings">Who serves whom since when.</param>
    /// <param name="today">The day it is; an entry of today is not in the future.</param>
    public static ImmutableArray<DutyFault> Find(DutyEntry entry, IEnumerable<DutyEntry> others, IEnumerable<DutyPairing> pairings, DateOnly today)
    {
        var faults = ImmutableArray.CreateBuilder<DutyFault>();
        if (entry.Length.Value == 0 || entry.Length > LongestEntry)
            faults.Add(new DutyFault.WrongLength(entry.Length, LongestEntry));
        if (entry.Day > today)
            faults.Add(new DutyFault.InFuture(entry.Day, today));
        if (FindPairingFault(entry, [.. pairings.Where(pairing => pairing.Village == entry.Village && pairing.Firm == entry.Firm)]) is { } unpaired)
            faults.Add(unpaired);
        if (entry is DutyEntry.Lecture lecture)
            faults.AddRange(ListFaults(lecture));
        if (entry is DutyEntry.Visit visit)
            faults.AddRange(ListFaults(visit, others));
        return faults.ToImmutable();
    }

    internal static double MinuteOf(TimeOnly time) => time.ToTimeSpan().TotalMinutes;

    private static DutyFault? FindPairingFault(DutyEntry entry, List<DutyPairing> pairings)
    {
        if (pairings.Count == 0)
            return new DutyFault.NotPaired(entry.Village, entry.Firm);
        if (pairings.Exists(pairing => pairing.Has(entry)))
            return null;
        // The nearest that is missed is the one that was meant.
        return pairings.Where(pairing => pairing.From > entry.Day).MinBy(pairing => pairing.From) is { } later
            ? new DutyFault.BeforePairing(entry.Day, later.From)
            : new DutyFault.AfterPairing(entry.Day, pairings.Max(pairing => pairing.Until)!.Value);
    }

    private static IEnumerable<DutyFault> ListFaults(DutyEntry.Lecture lecture)
    {
        if (string.IsNullOrWhiteSpace(lecture.Subject))
            yield return new DutyFault.NoSubject();
        if (lecture.Attendance < 0)
            yield return new DutyFault.NegativeCount(DutyCount.Attendance, lecture.Attendance);
    }

    private static IEnumerable<DutyFault> ListFaults(DutyEntry.Visit visit, IEnumerable<DutyEntry> others)
    {
        if (visit.Helped < 0)
            yield return new DutyFault.NegativeCount(DutyCount.Helped, visit.Helped);
        if (visit.Instruments < 0)
            yield return new DutyFault.NegativeCount(DutyCount.Instruments, visit.Instruments);
        if (visit.Length <= LongestEntry && visit.End > LongestEntry.Value)
            yield return new DutyFault.PastMidnight(new Minutes(LongestEntry.Value - MinuteOf(visit.Start)));
        var overlapped = others.OfType<DutyEntry.Visit>().Where(other => other.Firm == visit.Firm && other.Adviser == visit.Adviser && other.Overlaps(visit));
        foreach (var other in overlapped.OrderBy(other => other.Start))
            yield return new DutyFault.Overlap(other);
    }
}

/// <summary>What is counted at a visit or a lecture.</summary>
public enum DutyCount
{
    /// <summary>People helped.</summary>
    Helped,

    /// <summary>Instruments drafted.</summary>
    Instruments,

    /// <summary>Listeners.</summary>
    Attendance,
}

/// <summary>Why an entry is refused, and what would be right.</summary>
public abstract record DutyFault
{
    private DutyFault()
    {
    }

    /// <summary>It takes no time, or more than a day has.</summary>
    /// <param name="Length">What was given.</param>
    /// <param name="Longest">Right is above zero and at most this.</param>
    public sealed record WrongLength(Minutes Length, Minutes Longest) : DutyFault;

    /// <summary>It ends after midnight.</summary>
    /// <param name="Longest">Right is at most this; what is after midnight is an entry of the next day.</param>
    public sealed record PastMidnight(Minutes Longest) : DutyFault;

    /// <summary>Its day has not come.</summary>
    /// <param name="Day">What was given.</param>
    /// <param name="Today">Right is at most this.</param>
    public sealed record InFuture(DateOnly Day, DateOnly Today) : DutyFault;

    /// <summary>Its day is before the firm and the village were paired.</summary>
    /// <param name="Day">What was given.</param>
    /// <param name="From">Right is this day or a later one.</param>
    public sealed record BeforePairing(DateOnly Day, DateOnly From) : DutyFault;

    /// <summary>Its day is after the pairing ended.</summary>
    /// <param name="Day">What was given.</param>
    /// <param name="Until">Right is this day or an earlier one.</param>
    public sealed record AfterPairing(DateOnly Day, DateOnly Until) : DutyFault;

    /// <summary>The firm never served the village.</summary>
    /// <param name="Village">The village.</param>
    /// <param name="Firm">The firm.</param>
    public sealed record NotPaired(Network.AreaCode Village, string Firm) : DutyFault;

    /// <summary>The same adviser is somewhere else at the time.</summary>
    /// <param name="Other">The visit that stands; right begins when it ends, or ends when it begins.</param>
    public sealed record Overlap(DutyEntry.Visit Other) : DutyFault;

    /// <summary>A count is below zero.</summary>
    /// <param name="Of">What is counted.</param>
    /// <param name="Count">What was given; right is 0 or more.</param>
    public sealed record NegativeCount(DutyCount Of, int Count) : DutyFault;

    /// <summary>A lecture says not what it was about.</summary>
    public sealed record NoSubject : DutyFault;
}
