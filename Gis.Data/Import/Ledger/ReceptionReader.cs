using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Network.Hours;

namespace Gis.Data.Import.Ledger;

/// <summary>What one must know of a point, from the cells of a row. An empty cell leaves what is known as it is.</summary>
internal static class ReceptionReader
{
    // Of a text that is too long its beginning is told.
    private const int ToldOfText = 20;

    private static readonly LedgerField[] Details = [LedgerField.Address, LedgerField.Phone, LedgerField.WaysIn, LedgerField.Languages, LedgerField.CheckedOn];

    internal static Reception? Read(RowCells cells, Reception? was)
    {
        var isGiven = Details.Any(field => cells.Text(field).Length > 0);
        var known = was ?? new Reception(new Provenance(Basis.Fact, ""));
        var read = known with
        {
            Hours = ReadHours(cells, was?.Hours),
            Address = ReadText(cells, LedgerField.Address) ?? known.Address,
            Phone = ReadPhone(cells) ?? known.Phone,
            WaysIn = ReadWays(cells) ?? known.WaysIn,
            Languages = ReadWords(cells) ?? known.Languages,
            Checked = ReadDay(cells) ?? known.Checked,
        };
        var isSame = read with { Hours = known.Hours } == known;
        return (read with { Provenance = cells.Known(known.HasDetails ? known.Provenance : null, isSame, isGiven, LedgerField.DetailsBasis, LedgerField.DetailsSource) }).Settle();
    }

    private static StatedHours? ReadHours(RowCells cells, StatedHours? was)
    {
        var text = cells.Text(LedgerField.OpenHours);
        if (text.Length == 0)
            return was;
        if (WeeklyHours.TryParse(text, out var fault) is { } hours)
            return new StatedHours(hours, cells.Known(was?.Provenance, hours.Equals(was?.Weekly), isGiven: true, LedgerField.HoursBasis, LedgerField.HoursSource));
        cells.Add(new Remedy(RemedyKind.BadHours, LedgerField.OpenHours, text) { Options = [new RemedyOption(fault!.Kind.Written(), fault.Part)] });
        return was;
    }

    private static string? ReadText(RowCells cells, LedgerField field)
    {
        var text = cells.Text(field);
        if (text.Length <= Reception.LongestAddress && !text.Any(char.IsControl))
            return text.Length > 0 ? text : null;
        cells.Add(new Remedy(RemedyKind.TooLong, field, text[..Math.Min(ToldOfText, text.Length)]));
        return null;
    }

    private static string? ReadPhone(RowCells cells)
    {
        var text = cells.Text(LedgerField.Phone);
        if (text.Length > 0 && OfficePhone.IsMobile(text))
            cells.Add(new Remedy(RemedyKind.MobilePhone, LedgerField.Phone, text));
        else if (text.Length > 0 && !OfficePhone.IsNumber(text))
            cells.Add(new Remedy(RemedyKind.BadPhone, LedgerField.Phone, text));
        return text.Length > 0 ? text : null;
    }

    private static ImmutableArray<WayIn>? ReadWays(RowCells cells)
    {
        if (Reception.SplitWords(cells.Text(LedgerField.WaysIn)) is not { Length: > 0 } words)
            return null;
        foreach (var word in words.Where(word => ChoiceWords.Read<WayIn>(word) is null))
            cells.Add(new Remedy(RemedyKind.NotAChoice, LedgerField.WaysIn, word) { Options = [.. ChoiceWords.Of<WayIn>().Select(way => new RemedyOption(way.Case.Written(), way.Words[0]))] });
        return [.. words.Select(word => ChoiceWords.Read<WayIn>(word)).OfType<WayIn>().Distinct().Order()];
    }

    private static ImmutableArray<string>? ReadWords(RowCells cells)
    {
        if (Reception.SplitWords(cells.Text(LedgerField.Languages)) is not { Length: > 0 } words)
            return null;
        if (words.Length > Reception.MostLanguages || words.Any(word => word.Length > Reception.LongestLanguage))
            cells.Add(new Remedy(RemedyKind.TooLong, LedgerField.Languages, cells.Text(LedgerField.Languages)));
        return [.. words.Distinct()];
    }

    private static DateOnly? ReadDay(RowCells cells)
    {
        var text = cells.Text(LedgerField.CheckedOn);
        var day = WrittenDay.Read(text);
        if (text.Length > 0 && day is null)
            cells.Add(new Remedy(RemedyKind.BadDay, LedgerField.CheckedOn, text));
        return day;
    }
}
