using System.Collections.Immutable;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Import.Files;

namespace Gis.Data.Import.Ledger;

/// <summary>How a list is to be read: what its rows and columns are, and what is true of all of it.</summary>
/// <param name="Kind">What its rows are.</param>
/// <param name="Columns">The column of each field, counted from 0.</param>
/// <param name="Datum">In which datum and order its coordinates are written.</param>
/// <param name="Source">Where the list comes from, in words; becomes the source of each value that its row gives none for.</param>
public sealed record ImportPlan(LedgerKind Kind, ImmutableDictionary<LedgerField, int> Columns, DatumGuess Datum, string Source)
{
    /// <summary>How far a position may be off where the row says nothing of it.</summary>
    public Metres Accuracy { get; init; } = new(50);

    /// <summary>What somebody decided about units written otherwise than in the register.</summary>
    public ImmutableDictionary<string, string> Decisions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The plan that a table's own heads and words suggest.</summary>
    public static ImportPlan Guess(SourceTable table, string source, LedgerKind? kind = null)
    {
        var rows = kind ?? HeaderWords.GuessKind($"{table.Name} {table.File}", table.Columns);
        return new ImportPlan(rows, HeaderWords.Guess(rows, table.Columns).ToImmutableDictionary(), new DatumGuess(table.Stated ?? Crs.Cgcs2000, PairWriting.Plain), source);
    }
}
