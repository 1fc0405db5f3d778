using System.Collections.Immutable;
using Gis.Core.Units;
using Gis.Data.Import.Holidays;
using Gis.Data.Store;

namespace Gis.Web.Finder.Hours;

/// <summary>The holidays being served: those the program comes with, and in the place of a year's those that the bureau brought.</summary>
public sealed class CurrentCalendar
{
    /// <summary>The setting that holds what the bureau brought.</summary>
    public const string Setting = "holidays";

    private readonly ImmutableArray<CalendarDay> ofProgram;
    private volatile Served served;

    public CurrentCalendar(ImmutableArray<CalendarDay> ofProgram, ImmutableArray<CalendarDay> brought)
    {
        this.ofProgram = ofProgram;
        served = new Served(HolidayList.Join(ofProgram, brought));
    }

    /// <summary>The days that are announced, in order.</summary>
    public ImmutableArray<CalendarDay> Days => served.Days;

    /// <summary>The same as a calendar; one object as long as nothing changes.</summary>
    public WorkCalendar Calendar => served.Calendar;

    /// <summary>The years that are announced, in order.</summary>
    public IEnumerable<int> Years => Days.Select(day => day.Day.Year).Distinct().Where(Calendar.IsAnnounced);

    /// <summary>What a store holds.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static async Task<CurrentCalendar> Open(GisStore store, CancellationToken cancel) =>
        new(HolidaysFile.Read(), await ReadBrought(store, cancel));

    /// <summary>Serves what a store holds by now, if that is something else: another program may have brought it.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task TakeUp(GisStore store, CancellationToken cancel)
    {
        var brought = await ReadBrought(store, cancel);
        if (!HolidayList.Join(ofProgram, brought).SequenceEqual(Days))
            Serve(brought);
    }

    /// <summary>Serves with other days from the bureau from now on.</summary>
    public void Serve(ImmutableArray<CalendarDay> brought) => served = new Served(HolidayList.Join(ofProgram, brought));

    private static async Task<ImmutableArray<CalendarDay>> ReadBrought(GisStore store, CancellationToken cancel) =>
        await new BureauSettings(store).ReadAsync<CalendarDay[]>(Setting, cancel) is { } brought ? [.. brought] : [];

    private sealed class Served(ImmutableArray<CalendarDay> days)
    {
        internal ImmutableArray<CalendarDay> Days { get; } = days;

        internal WorkCalendar Calendar { get; } = WorkCalendar.Of(days);
    }
}
