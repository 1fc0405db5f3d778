using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Import.Files;
using Gis.Data.Store.History;

namespace Gis.Data.Import.Ledger;

/// <summary>What an import would do, row by row, in the order of the list. What it says is what happens.</summary>
/// <param name="Table">The list.</param>
/// <param name="Plan">How it was read.</param>
/// <param name="Rows">One for each row of the list, none left out.</param>
public sealed record ImportPreview(SourceTable Table, ImportPlan Plan, ImmutableArray<ImportRow> Rows)
{
    /// <summary>In which datum the list seems to be, by the rows whose place was known before; of many rows it takes seconds.</summary>
    public DatumVerdict JudgeDatum() => DatumStudy.Judge([.. Rows.Select(row => row.ToPair()).OfType<DatumPair>()], Plan.Datum.Crs);

    /// <summary>How many rows are in a state.</summary>
    public int Count(RowState state) => Rows.Count(row => row.State == state);

    /// <summary>Whether there is anything to save.</summary>
    public bool HasChanges => Rows.Any(row => row.IsTaken);

    /// <summary>The records as they were seen and as they are to be: of the rows that are new or changed, and of no others.</summary>
    public ImmutableArray<RecordChange> Changes => [.. Rows.Where(row => row.IsTaken).Select(row => row.Change!)];

    /// <summary>The network as it would be; null where the records would make none.</summary>
    public ServiceNetwork? ApplyTo(ServiceNetwork network) => NetworkWriter.Join(network.Parts, Changes, out _);

    /// <summary>What the network has of the kind and the list has not, among the records that the list could name: those of its counties and tiers.</summary>
    public ImmutableArray<NetworkRecord> FindAbsent(ServiceNetwork network)
    {
        var named = Rows.Select(row => row.Change).OfType<RecordChange>().ToList();
        var (keys, scopes) = (named.Select(change => change.Key).ToHashSet(), named.Select(change => ScopeOf(change.After!)).ToHashSet());
        return [.. network.Parts.Records.Where(record => record.Key.Kind == KindOf(Plan.Kind) && scopes.Contains(ScopeOf(record)) && !keys.Contains(record.Key))];
    }

    private static RecordKind KindOf(LedgerKind kind) => kind switch
    {
        LedgerKind.Points => RecordKind.Point,
        LedgerKind.Villages => RecordKind.Village,
        LedgerKind.Staff => RecordKind.Staff,
        _ => RecordKind.Firm,
    };

    private static (AreaCode? County, Tier? Tier) ScopeOf(NetworkRecord record) => record switch
    {
        ServicePoint point => (point.Area.County, point.Tier),
        Village village => (village.Code.County, null),
        Firm firm => (firm.County, null),
        _ => (null, null),
    };

    /// <summary>The one change of the network that takes all of them in.</summary>
    public NetworkEdit ToEdit(string reason, string? author) => new($"import.{Plan.Kind.Written()}", reason, Changes) { AuthorId = author };
}

/// <summary>One row of a list and what becomes of it.</summary>
/// <param name="Source">The row.</param>
/// <param name="Change">The record before and after; null where the row cannot be read as one.</param>
/// <param name="Remedies">What is the matter with it, the worst first.</param>
public sealed record ImportRow(SourceRow Source, RecordChange? Change, ImmutableArray<Remedy> Remedies)
{
    /// <summary>The two numbers of its position as written; null where there is none.</summary>
    public XY? Written { get; init; }

    /// <summary>What becomes of it.</summary>
    public RowState State =>
        Remedies.Any(remedy => remedy.Kind == RemedyKind.SameAgain) ? RowState.Unchanged
        : Remedies.Any(remedy => remedy.Weight == RemedyWeight.Wrong) || (Change is null && Remedies.IsEmpty) ? RowState.Wrong
        : Remedies.Any(remedy => remedy.Weight == RemedyWeight.Doubt) ? RowState.InDoubt
        : Change is not { Before: not null } ? RowState.New
        : Change.Before.Equals(Change.After) ? RowState.Unchanged
        : RowState.Changed;

    /// <summary>Whether it is saved.</summary>
    public bool IsTaken => State is RowState.New or RowState.Changed;

    /// <summary>The position as written beside the one known before; null where either is missing, or known by a rule alone.</summary>
    internal DatumPair? ToPair() => Written is { } written && Change?.Before is { } before && PositionOf(before) is { Placement: not Placement.Illustrative } known
        ? new DatumPair(Source.Number, written, known.At, known.Accuracy)
        : null;

    private static Position? PositionOf(NetworkRecord record) => record switch
    {
        ServicePoint point => point.Position,
        Village village => village.Position,
        Firm firm => firm.Office,
        _ => null,
    };
}

/// <summary>What becomes of a row.</summary>
public enum RowState
{
    /// <summary>The network does not have it yet.</summary>
    New,

    /// <summary>The network has it otherwise.</summary>
    Changed,

    /// <summary>The network says so already.</summary>
    Unchanged,

    /// <summary>Somebody has to say what is meant.</summary>
    InDoubt,

    /// <summary>It cannot be taken as it stands.</summary>
    Wrong,
}
