using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Progress;

/// <summary>
/// The sheets of acceptance. A level fills in one draft a point and hands it in; what is handed in stays as it is. To hand in
/// changes the point's stage, and both are one transaction with its entry in the log.
/// </summary>
public sealed class AcceptanceStore(GisStore store)
{
    /// <summary>What a sheet handed in is called in the log, beside the records.</summary>
    internal const string Kind = "assessment";

    private const int IdLength = 20;

    /// <summary>Every sheet: those handed in, in the order in which they were, and then the drafts.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<SavedSheet>> ListAsync(CancellationToken cancellation = default) => ReadAsync(null, cancellation);

    /// <summary>The sheets of a point, in the same order.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<SavedSheet>> ListAsync(PointId point, CancellationToken cancellation = default) => ReadAsync(point, cancellation);

    /// <summary>Keeps a draft; it is in no log, as nothing of the network changes.</summary>
    /// <param name="sheet">The draft.</param>
    /// <param name="seen">The tag of the draft that whoever filled it in saw; empty where there was none.</param>
    /// <param name="order">Who keeps it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>False where somebody else changed the draft meanwhile; nothing is kept then.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> KeepAsync(Assessment sheet, string seen, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await TakeDraftAsync(context, sheet, seen, order, cancellation) is not { } row)
                return false;
            Fill(row, sheet with { State = AssessmentState.Draft }, order);
            await context.SaveChangesAsync(cancellation);
            return true;
        },
        cancellation);

    /// <summary>Hands in sheets: all of them, or none.</summary>
    /// <param name="steps">Each point as it was seen, with its sheet and the stage it comes to.</param>
    /// <param name="act">What is done.</param>
    /// <param name="order">Who does it and why.</param>
    /// <param name="today">The day on which it is done.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="StoreException">It cannot be saved; what was saved before stands.</exception>
    public async Task<HandInOutcome> HandInAsync(
        ImmutableArray<AcceptanceStep> steps, AcceptanceAct act, AccountOrder order, DateOnly today, CancellationToken cancellation = default)
    {
        // What is handed in is another thing than its draft, and has its own name.
        var filed = steps.Select(step => (Step: step, Id: LinkText.New(IdLength))).ToList();
        var edit = new NetworkEdit($"acceptance.{act.Written()}", order.Reason, [.. steps.Select(step => step.Change)])
        {
            AuthorId = order.AuthorId,
            On = today,
            Beside = [.. filed.Select(each => new RecordText(Kind, each.Id, null, Describe(each.Step.Sheet)))],
        };
        try
        {
            return await store.EditAsync(edit, (context, saved) => FileAsync(context, filed, saved.Entry, order, cancellation), order.Now, cancellation) switch
            {
                EditOutcome.Saved saved => new HandInOutcome.Done(saved),
                EditOutcome.Stale stale => new HandInOutcome.Stale([.. stale.Records.Select(record => PointId.Parse(record.Key.Text))]),
                EditOutcome.Refused refused => throw new StoreException($"The stages of points do not fit the network: {string.Join("; ", refused.Faults)}"),
                _ => throw new StoreException("Nothing was handed in: a point had the stage already that it was to come to."),
            };
        }
        catch (StaleSheetException stale)
        {
            return new HandInOutcome.Stale([stale.Point]);
        }
    }

    /// <summary>Sheets that are not as the log says they were handed in, a sentence each.</summary>
    internal static async Task<IReadOnlyList<string>> FindFaultsAsync(GisDbContext context, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var logged = await context.LogRecords.AsNoTracking().Where(row => row.Kind == Kind).ToDictionaryAsync(row => (row.LogSequence, row.RecordKey), row => row.After, cancellation);
        foreach (var row in await context.Assessments.AsNoTracking().OrderBy(row => row.Fid).ToListAsync(cancellation))
        {
            try
            {
                var sheet = Read(row, []).Sheet;
                if (row.LogSequence is { } entry && logged.GetValueOrDefault((entry, row.Id)) != Describe(sheet))
                    faults.Add($"Sheet {row.Id} of point {row.PointId} is not as entry {entry} of the log says it was handed in");
            }
            catch (Exception fault) when (fault is FormatException or JsonException)
            {
                faults.Add($"Sheet {row.Id} of point {row.PointId} cannot be read: {fault.Message}");
            }
        }

        return faults;
    }

    private static async Task FileAsync(GisDbContext context, List<(AcceptanceStep Step, string Id)> filed, long entry, AccountOrder order, CancellationToken cancellation)
    {
        foreach (var (step, id) in filed)
        {
            // Thrown so that the change of the network is taken back with it.
            var row = await TakeDraftAsync(context, step.Sheet, step.Seen, order, cancellation) ?? throw new StaleSheetException(step.Point.Id);
            Fill(row, step.Sheet, order);
            (row.Id, row.LogSequence) = (id, entry);
        }

        await context.SaveChangesAsync(cancellation);
    }

    // The row of the draft that was seen, or a new one where none was; null where there is another by now.
    private static async Task<AssessmentRow?> TakeDraftAsync(GisDbContext context, Assessment sheet, string seen, AccountOrder order, CancellationToken cancellation)
    {
        var (point, level) = (sheet.Point.ToString(), sheet.Level.Written());
        var stands = await context.Assessments.SingleOrDefaultAsync(row => row.PointId == point && row.Level == level && row.LogSequence == null, cancellation);
        if (seen != (stands is null ? "" : TagOf(stands)))
            return null;
        if (stands is not null)
            return stands;
        var row = new AssessmentRow
        {
            CityCode = order.City,
            Id = LinkText.New(IdLength),
            PointId = point,
            Level = level,
            Verdicts = "",
            Note = "",
            State = "",
            MadeUtc = order.Now,
            AuthorId = order.AuthorId!,
        };
        context.Add(row);
        return row;
    }

    // Without the note: nothing can be taken out of the log, and a note may name somebody.
    private static string Describe(Assessment sheet) => JsonSerializer.Serialize(new
    {
        point = sheet.Point.ToString(),
        level = sheet.Level.Written(),
        state = sheet.State.Written(),
        due = sheet.Due,
        verdicts = WriteVerdicts(sheet),
    });

    private static SortedDictionary<string, string> WriteVerdicts(Assessment sheet) =>
        new(sheet.Verdicts.ToDictionary(each => each.Key, each => each.Value.Written()), StringComparer.Ordinal);

    private static void Fill(AssessmentRow row, Assessment sheet, AccountOrder order)
    {
        row.Verdicts = JsonSerializer.Serialize(WriteVerdicts(sheet));
        (row.Note, row.State, row.DueOn, row.ChangedUtc, row.AuthorId) = (sheet.Note, sheet.State.Written(), sheet.Due, order.Now, order.AuthorId!);
    }

    private async Task<ImmutableArray<SavedSheet>> ReadAsync(PointId? point, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadAsync<ImmutableArray<SavedSheet>>(
                "The sheets of acceptance",
                async context =>
                {
                    var rows = context.Assessments.AsNoTracking();
                    if (point?.ToString() is { } id)
                        rows = rows.Where(row => row.PointId == id);
                    var undone = await UndoneEntries.ListAsync(context, cancellation);
                    return [.. (await rows.OrderBy(row => row.LogSequence == null).ThenBy(row => row.LogSequence).ThenBy(row => row.Fid).ToListAsync(cancellation)).Select(row => Read(row, undone))];
                });
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            throw new StoreException($"The sheets of acceptance cannot be read: {fault.Message}", fault);
        }
    }

    private static SavedSheet Read(AssessmentRow row, HashSet<long> undone)
    {
        var verdicts = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Verdicts) ?? [];
        var sheet = new Assessment(
            PointId.Parse(row.PointId),
            ReadName<AcceptanceLevel>(row.Level),
            verdicts.ToImmutableSortedDictionary(each => each.Key, each => ReadName<Verdict>(each.Value), StringComparer.Ordinal),
            row.Note,
            row.LogSequence is { } entry && undone.Contains(entry) ? AssessmentState.Undone : ReadName<AssessmentState>(row.State));
        var isDraft = row.LogSequence is null;
        return new SavedSheet(row.Id, sheet with { Due = row.DueOn, Entry = row.LogSequence, On = isDraft ? null : ChinaTime.DayOf(row.ChangedUtc) }, row.ChangedUtc, row.AuthorId, isDraft ? TagOf(row) : "");
    }

    private static T ReadName<T>(string text)
        where T : struct, Enum => WrittenName.TryRead<T>(text, out var value) ? value : throw new FormatException($"'{text}' is none of {string.Join(", ", WrittenName.List<T>())}");

    // What the draft says, and which it is: another draft that says the same was not seen.
    private static string TagOf(AssessmentRow row) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new[] { row.Id, row.Verdicts, row.Note, row.DueOn?.ToString("O", CultureInfo.InvariantCulture) })))[..16];

    private sealed class StaleSheetException(PointId point) : Exception
    {
        internal PointId Point { get; } = point;
    }
}

/// <summary>A sheet as it is kept.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Sheet">What it says.</param>
/// <param name="Changed">When it was changed last; of one handed in, when that was.</param>
/// <param name="AuthorId">The account that changed it last.</param>
/// <param name="Tag">Names what a draft says, so that nobody overwrites what he has not seen; empty once it is handed in.</param>
public sealed record SavedSheet(string Id, Assessment Sheet, DateTimeOffset Changed, string AuthorId, string Tag);

/// <summary>A point that a sheet takes from one stage to the next.</summary>
/// <param name="Point">The point as it was seen.</param>
/// <param name="To">The stage it comes to.</param>
/// <param name="Sheet">The sheet, with its state and day.</param>
/// <param name="Seen">The tag of the draft that was seen; empty where there was none.</param>
/// <param name="Source">From where the new stage is known, in words.</param>
public sealed record AcceptanceStep(ServicePoint Point, Stage To, Assessment Sheet, string Seen, string Source)
{
    internal RecordChange Change => new(Point, Point with { Stage = To, StageProvenance = new Provenance(Basis.Fact, Source) });
}

/// <summary>How handing in ended.</summary>
public abstract record HandInOutcome
{
    private HandInOutcome()
    {
    }

    /// <summary>The points have their new stages.</summary>
    /// <param name="Saved">The version that made.</param>
    public sealed record Done(EditOutcome.Saved Saved) : HandInOutcome;

    /// <summary>Somebody changed a sheet or a point meanwhile; nothing is handed in.</summary>
    /// <param name="Points">Which.</param>
    public sealed record Stale(ImmutableArray<PointId> Points) : HandInOutcome;
}
