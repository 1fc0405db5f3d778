using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Core.Units;
using Gis.Data;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Gis.Web.Accounts;
using Gis.Web.Editing;
using Gis.Web.Network;

namespace Gis.Web.Progress;

/// <summary>The year as it stands today, and what people write down of it.</summary>
public sealed class YearDesk(GisStore store, YearStore year, BureauSettings settings, NetworkDesk network, CurrentNetwork current, TimeProvider clock)
{
    /// <summary>The setting that holds the days of the year.</summary>
    public const string CalendarSetting = "year-calendar";

    private DateOnly? begun;

    /// <summary>The day it is in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>The year as it stands today.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<YearProgress> Read(CancellationToken cancel) =>
        new(current.Snapshot.Network, await year.ReadAsync(cancel), await ReadCalendar(cancel), Today);

    /// <summary>The days of the year; those of the plan, of the year the network was begun in, until a bureau sets its own.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async Task<YearCalendar> ReadCalendar(CancellationToken cancel)
    {
        if (await settings.ReadAsync<YearCalendar>(CalendarSetting, cancel) is { } set)
            return set;
        begun ??= ChinaTime.DayOf((await store.ListVersionsAsync(cancel))[^1].Made);
        return YearCalendar.For(begun.Value);
    }

    /// <summary>Sets the days of the year.</summary>
    /// <exception cref="StoreException">They cannot be saved.</exception>
    public Task SetCalendar(YearCalendar calendar, SignedIn who, string reason, CancellationToken cancel) =>
        settings.KeepAsync(CalendarSetting, calendar, Order(who, reason), cancel);

    /// <summary>Writes down that points came to a stage on a day; all of them or none.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<EditOutcome> Move(IEnumerable<ServicePoint> points, Stage stage, DateOnly on, SignedIn who, string reason, CancellationToken cancel)
    {
        var reported = new Provenance(Basis.Fact, $"台账登记 {on:yyyy-MM-dd}");
        ImmutableArray<RecordChange> changes = [.. points.Select(point => new RecordChange(point, point with { Stage = stage, StageProvenance = reported }))];
        return network.Edit(who, new NetworkEdit("point.stage", reason, changes) { On = on }, cancel);
    }

    /// <summary>Who does something, why and when.</summary>
    public AccountOrder Order(SignedIn who, string reason) => new(who.Id, reason, current.Snapshot.Network.City.Code.Digits, clock.GetUtcNow());

    /// <summary>What an answer about the year was computed from.</summary>
    public static Receipt ReceiptFor(ServiceNetwork network, YearProgress progress, string question) =>
        new(network.Version, $"{progress.Calendar.Year}, {progress.Today:yyyy-MM-dd}, {progress.History.Moves.Length}", question, ProgramVersion.Text);
}
