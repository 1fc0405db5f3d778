using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Export;
using Gis.Data.Import.Files;

namespace Gis.Data.Import.Ledger;

/// <summary>One row read by the fields of a plan; what cannot be read is remembered, and nothing is thrown.</summary>
internal sealed class RowCells(SourceRow row, ImportPlan plan)
{
    private readonly List<Remedy> remedies = [];

    internal ImportPlan Plan => plan;

    internal SourceRow Row => row;

    /// <summary>The two numbers of its position as written; null where there is none.</summary>
    internal XY? Written { get; set; }

    /// <summary>What is the matter, the worst first.</summary>
    internal ImmutableArray<Remedy> Remedies => [.. remedies.OrderByDescending(remedy => remedy.Weight)];

    internal void Add(Remedy remedy) => remedies.Add(remedy);

    /// <summary>The cell without spaces around it; empty where there is none.</summary>
    internal string Text(LedgerField field) => plan.Columns.TryGetValue(field, out var column) && column < row.Cells.Length ? CsvText.Unguard(row.Cells[column].Trim()) : "";

    /// <summary>The cell, which must not be empty.</summary>
    internal string? Needed(LedgerField field)
    {
        if (Text(field) is { Length: > 0 } text)
            return text;
        Add(new Remedy(RemedyKind.Missing, field, ""));
        return null;
    }

    /// <summary>A whole number, not negative, as "1,234" or "1234人"; null where the cell is empty or wrong.</summary>
    internal long? Whole(LedgerField field) => Number(field, ReadWhole);

    /// <summary>A number, not negative; null where the cell is empty or wrong.</summary>
    internal double? Real(LedgerField field) => Number(field, ReadReal);

    /// <summary>One of some words; null where the cell is empty or wrong.</summary>
    internal T? Choice<T>(LedgerField field)
        where T : struct, Enum
    {
        var text = Text(field);
        if (text.Length == 0)
            return null;
        if (ChoiceWords.Read<T>(text) is { } choice)
            return choice;
        Add(new Remedy(RemedyKind.NotAChoice, field, text) { Options = [.. ChoiceWords.Of<T>().Select(word => new RemedyOption(word.Case.Written(), word.Words[0]))] });
        return null;
    }

    /// <summary>Where a value comes from: as the row says, or else from this list, unless it was known just so before.</summary>
    /// <param name="was">Where the value before came from; null if there was none.</param>
    /// <param name="isSame">Whether the value is the one before.</param>
    /// <param name="isGiven">Whether the row gives the value at all.</param>
    internal Provenance Known(Provenance? was, bool isSame, bool isGiven) => Known(was, isSame, isGiven, LedgerField.Basis, LedgerField.Source);

    /// <summary>Where a value comes from that has columns of its own for it; where these are empty, as the rest of the row.</summary>
    internal Provenance Known(Provenance? was, bool isSame, bool isGiven, LedgerField ownBasis, LedgerField ownSource)
    {
        if (!isGiven && was is not null)
            return was;
        var basis = ReadBasis(Text(ownBasis).Length > 0 ? ownBasis : LedgerField.Basis);
        var source = Text(ownSource) is { Length: > 0 } own ? own : Text(LedgerField.Source);
        if (basis is null && source.Length == 0 && isSame && was is { Basis: Basis.Fact })
            return was;
        return new Provenance(basis ?? Basis.Fact, source.Length > 0 ? source : plan.Source);
    }

    // A value that is given is known.
    private Basis? ReadBasis(LedgerField field)
    {
        if (Choice<Basis>(field) is not Basis.Unknown)
            return Choice<Basis>(field);
        Add(new Remedy(RemedyKind.NotAChoice, field, Text(field)) { Options = [.. ChoiceWords.Of<Basis>().Select(word => new RemedyOption(word.Case.Written(), word.Words[0]))] });
        return null;
    }

    // A spreadsheet may have written 1234 as 1234.0 or 1.234E3.
    private static long? ReadWhole(string text) => ReadReal(text) is { } real and <= 1e15 && real == Math.Floor(real) ? (long)real : null;

    private static double? ReadReal(string text) =>
        double.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private T? Number<T>(LedgerField field, Func<string, T?> read)
        where T : struct
    {
        var text = Text(field);
        if (text.Length == 0)
            return null;
        var plain = text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).TrimEnd('人', '名', '小', '时', '个', '米', 'm');
        if (read(plain) is { } number)
            return number;
        Add(new Remedy(RemedyKind.NotANumber, field, text));
        return null;
    }
}
