using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Units;

namespace Gis.Core.Finder.Hours;

/// <summary>All that decides when a point is open. Method and edges: docs/methods/hours.md.</summary>
/// <param name="Weekly">Its usual hours; null where nobody has said them.</param>
/// <param name="Special">Days on which it is closed or open otherwise; no two have a day in common.</param>
/// <param name="Calendar">The holidays.</param>
public sealed record OpeningTimes(WeeklyHours? Weekly, ImmutableArray<SpecialHours> Special, WorkCalendar Calendar)
{
    /// <summary>How many days ahead an opening is looked for.</summary>
    public const int DaysAhead = 60;

    /// <summary>Whether it is open at a moment, and what comes next: open at the first minute of a time, closed at the last.</summary>
    /// <param name="local">The day and time in China, as <see cref="ChinaTime.LocalOf"/> gives it.</param>
    public OpenState At(DateTime local)
    {
        var (day, time) = (DateOnly.FromDateTime(local), ClockTime.Of(local));
        if (Weekly is null && FindSpecial(day) is null)
            return new OpenState.Unknown();
        var state = StateOf(day, time);
        var last = NextOf(state)?.Day ?? day;
        return state with { IsAnnounced = Calendar.IsAnnounced(day.Year) && Calendar.IsAnnounced(last.Year) };
    }

    /// <summary>The times of a day, in order; none where it is closed or nothing is known.</summary>
    public ImmutableArray<OpenSpan> On(DateOnly day) =>
        FindSpecial(day) is { } special ? special.Hours?.On(day, Calendar) ?? [] : Weekly?.On(day, Calendar) ?? [];

    private OpenState StateOf(DateOnly day, ClockTime time)
    {
        var times = On(day);
        foreach (var each in times)
        {
            if (each.Contains(time))
                return new OpenState.Open(each.To);
            if (each.From > time)
                return times[0].From < time ? new OpenState.Pause(each.From) : new OpenState.Closed(new Opening(day, each.From));
        }

        var next = FindNext(day);
        return FindSpecial(day) is { Hours: null } closed ? new OpenState.Suspended(closed.Reason, closed.To, next)
            : times.IsEmpty && Calendar.IsHoliday(day) ? new OpenState.Holiday(Calendar.NameOf(day), next)
            : new OpenState.Closed(next);
    }

    private Opening? FindNext(DateOnly today)
    {
        var last = DateOnly.FromDayNumber(Math.Min(today.DayNumber + DaysAhead, DateOnly.MaxValue.DayNumber));
        for (var day = today; day < last;)
        {
            day = day.AddDays(1);
            if (On(day) is [var first, ..])
                return new Opening(day, first.From);
        }

        return null;
    }

    private static Opening? NextOf(OpenState state) => state switch
    {
        OpenState.Closed closed => closed.Next,
        OpenState.Holiday holiday => holiday.Next,
        OpenState.Suspended suspended => suspended.Next,
        _ => null,
    };

    private SpecialHours? FindSpecial(DateOnly day) => Special.FirstOrDefault(special => special.Holds(day));
}
