using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Data.Import.Ledger;

/// <summary>The position that a row gives, in its cells or as the shape of its feature.</summary>
internal static class PositionCells
{
    // A position that a format rounded to its last digit is still the one before.
    private static readonly Metres Same = new(0.5);

    // The seat of a township can be 5 km off, and no village of this country's plains lies farther from it than this.
    private static readonly Metres Far = new(60_000);

    /// <summary>The position that is to be: the one before where the row says none, or the same.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="was">The position before; null while it was not located.</param>
    /// <param name="around">Where the unit is that it should lie in; null while that is not known, and then nothing is too far.</param>
    internal static Position? Read(RowCells cells, Position? was, LonLat? around)
    {
        if (ReadAt(cells) is not { } at)
        {
            if (was is null)
                cells.Add(new Remedy(RemedyKind.NoPosition, LedgerField.Position, ""));
            return was;
        }

        if (around is { } middle && Geodesic.Distance(at, middle) is var away && away > Far)
            cells.Add(new Remedy(RemedyKind.FarAway, LedgerField.Position, $"{at}: {away.Value / 1000:0} km"));
        return Describe(cells, was, was is not null && Geodesic.Distance(at, was.At) <= Same ? was.At : at);
    }

    private static Position Describe(RowCells cells, Position? was, LonLat at)
    {
        var isSame = was is not null && was.At == at;
        var placement = cells.Choice<Placement>(LedgerField.Placement);
        var accuracy = cells.Real(LedgerField.Accuracy);
        var source = cells.Text(LedgerField.PositionSource);
        if (isSame && placement is null && accuracy is null && source.Length == 0 && was!.Placement == Placement.Surveyed)
            return was;
        return new Position(
            at,
            placement ?? Placement.Surveyed,
            accuracy is > 0 and { } metres ? new Metres(metres) : cells.Plan.Accuracy,
            source.Length > 0 ? source : cells.Plan.Source);
    }

    private static LonLat? ReadAt(RowCells cells)
    {
        var typed = cells.Text(LedgerField.Position) is { Length: > 0 } both
            ? TypedPosition.ReadPair(both)
            : TypedPosition.Read(cells.Text(LedgerField.Longitude), cells.Text(LedgerField.Latitude));
        var pair = typed switch
        {
            PositionReading.Read read => read.Pair,
            PositionReading.Blank => cells.Row.Place,
            _ => null,
        };
        if (typed is PositionReading.Unreadable unreadable)
            cells.Add(new Remedy(RemedyKind.BadPosition, LedgerField.Position, unreadable.Words));
        cells.Written = pair;
        if (pair is not { } xy)
            return null;
        if (cells.Plan.Datum.TryToLonLat(xy, out var at, out var fault))
            return at;
        cells.Add(new Remedy(RemedyKind.BadPosition, LedgerField.Position, $"{xy}: {fault}"));
        return null;
    }
}
