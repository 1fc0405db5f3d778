using System.Collections.Immutable;
using Gis.Core.Places;

namespace Gis.Data.Import.Files;

/// <summary>One table of a file that somebody brought: a sheet, a layer, a CSV file. Cells are text as written.</summary>
/// <param name="File">What the person calls the file.</param>
/// <param name="Name">The name of the sheet or layer; of a file with one table, its own without the ending.</param>
/// <param name="Columns">The heads; a column without one is called by its letter, as "(C)".</param>
/// <param name="Rows">Every row below the head, in the file's order; each has as many cells as there are columns.</param>
public sealed record SourceTable(string File, string Name, ImmutableArray<string> Columns, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>The reference system the file itself states; null where it says nothing, or names one that is not known here.</summary>
    public Crs? Stated { get; init; }

    /// <summary>"UTF-8", "GB18030", where text had to be decoded.</summary>
    public string? Encoding { get; init; }

    /// <summary>What a reader should know: merged cells filled, formulas taken by their last value, another kind than its name says.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}

/// <summary>One row of a table.</summary>
/// <param name="Number">The row as the person sees it in their own program: sheet row, line, feature from 1.</param>
/// <param name="Cells">As many as there are columns; an empty one is "".</param>
/// <param name="Place">The point of the geometry as the file has it, of others the centroid, before any change of reference system; null without.</param>
public sealed record SourceRow(int Number, ImmutableArray<string> Cells, XY? Place);
