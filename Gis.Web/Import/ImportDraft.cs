using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;

namespace Gis.Web.Import;

/// <summary>A file that somebody brought and has not imported yet, with what was said of it so far.</summary>
public sealed record ImportDraft
{
    /// <summary>What its address ends in.</summary>
    public required string Id { get; init; }

    /// <summary>What the file was called.</summary>
    public required string Name { get; init; }

    /// <summary>The account that brought it.</summary>
    public required string AccountId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Where the list comes from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Which of its tables.</summary>
    public string? Table { get; init; }

    /// <summary>What its rows are.</summary>
    public LedgerKind? Kind { get; init; }

    /// <summary>The head of the column of each field; null until somebody chose.</summary>
    public ImmutableDictionary<LedgerField, string>? Columns { get; init; }

    /// <summary>What its coordinates are in; null until somebody chose.</summary>
    public string? Crs { get; init; }

    /// <summary>How its two coordinates are written down.</summary>
    public PairWriting Writing { get; init; }

    /// <summary>How far its positions may be off, in metres.</summary>
    public double AccuracyMetres { get; init; } = 50;

    /// <summary>The plan: what was chosen, and what the table suggests where nothing was.</summary>
    public ImportPlan PlanFor(SourceTable table, ImmutableDictionary<string, string> remembered, ImmutableDictionary<string, string> decisions)
    {
        var plan = ImportPlan.Guess(table, Source, Kind);
        var chosen = Columns ?? ColumnMemory.Read(remembered, plan.Kind, table.Columns);
        return plan with
        {
            Columns = chosen is null ? plan.Columns : ColumnMemory.Find(chosen, plan.Kind, table.Columns),
            Datum = new DatumGuess(Core.Places.Crs.TryParse(Crs, out var crs, out _) ? crs : plan.Datum.Crs, Writing),
            Accuracy = new Metres(AccuracyMetres),
            Decisions = decisions,
        };
    }
}

/// <summary>What the columns of lists were said to say, found again by all their heads.</summary>
internal static class ColumnMemory
{
    private const char Between = '\t';

    /// <summary>How a list's heads are remembered.</summary>
    internal static string NameOf(LedgerKind kind, IEnumerable<string> heads) => string.Join(Between, heads.Prepend(kind.Written()));

    internal static string Write(ImmutableDictionary<LedgerField, string> columns) =>
        string.Join(Between, columns.OrderBy(column => column.Key).Select(column => $"{column.Key.Written()}={column.Value}"));

    internal static ImmutableDictionary<LedgerField, string>? Read(ImmutableDictionary<string, string> remembered, LedgerKind kind, IEnumerable<string> heads)
    {
        if (!remembered.TryGetValue(NameOf(kind, heads), out var written))
            return null;
        var columns = ImmutableDictionary.CreateBuilder<LedgerField, string>();
        foreach (var part in written.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && WrittenName.TryRead<LedgerField>(part[..at], out var field))
                columns[field] = part[(at + 1)..];
        }

        return columns.ToImmutable();
    }

    /// <summary>The columns of a table that have the heads chosen; those that it has not are left out.</summary>
    internal static ImmutableDictionary<LedgerField, int> Find(ImmutableDictionary<LedgerField, string> chosen, LedgerKind kind, ImmutableArray<string> heads) => chosen
        .Where(column => LedgerFields.Of(kind).Contains(column.Key) && heads.Contains(column.Value))
        .ToImmutableDictionary(column => column.Key, column => heads.IndexOf(column.Value));
}
