using System.Collections.Immutable;
using Gis.Core.Units;
using Gis.Data.Import.Files;
using Gis.Data.Import.Holidays;
using Gis.Data.Store;
using Gis.Web.Accounts;
using Gis.Web.Import;
using Gis.Web.Progress;

namespace Gis.Web.Finder.Hours;

/// <summary>Takes in lists of holidays; what is saved is served from then on.</summary>
public sealed class HolidayDesk(BureauSettings settings, CurrentCalendar current, YearDesk year)
{
    /// <summary>Reads a list.</summary>
    /// <exception cref="SourceFileException">The file cannot be read.</exception>
    public async Task<HolidayList> Read(IFormFile file, string source, CancellationToken cancel) =>
        HolidayList.Read((await file.ReadTables(cancel))[0], source, current.Years.ToHashSet());

    /// <summary>Takes a list in beside what was brought before.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task Take(ImmutableArray<CalendarDay> list, SignedIn who, string reason, CancellationToken cancel) =>
        await Keep(HolidayList.Join([.. await settings.ReadAsync<CalendarDay[]>(CurrentCalendar.Setting, cancel) ?? []], list), who, reason, cancel);

    /// <summary>Whether the bureau ever brought a list, so that the last change can be taken back.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<bool> HasChanged(CancellationToken cancel) => await settings.ReadAsync<CalendarDay[]>(CurrentCalendar.Setting, cancel) is not null;

    /// <summary>Goes back to what was before the last change; done again, to what was before that, which is the change itself.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task Undo(SignedIn who, string reason, CancellationToken cancel) =>
        await Keep([.. await settings.ReadBeforeAsync<CalendarDay[]>(CurrentCalendar.Setting, cancel) ?? []], who, reason, cancel);

    private async Task Keep(ImmutableArray<CalendarDay> brought, SignedIn who, string reason, CancellationToken cancel)
    {
        await settings.KeepAsync(CurrentCalendar.Setting, brought.ToArray(), year.Order(who, reason), cancel);
        current.Serve(brought);
    }
}
