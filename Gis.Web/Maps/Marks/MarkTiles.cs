using System.Collections.Immutable;

namespace Gis.Web.Maps.Marks;

/// <summary>Marks that one layer of tiles shows.</summary>
/// <param name="Layer">The layer that has them one by one; several sources after one another may share it, if their fields are the same.</param>
/// <param name="CellLayer">The layer that has their totals where they are too many; without one the first of each cell stands for it.</param>
/// <param name="FromZoom">The first zoom that shows them.</param>
/// <param name="Marks">The marks.</param>
public sealed record MarkSource(string Layer, string? CellLayer, int FromZoom, MarkIndex Marks);

/// <summary>Vector tiles of marks, of a city or of a whole nation. It knows columns, and nothing of a network.</summary>
public sealed class MarkTiles(params ImmutableArray<MarkSource> sources)
{
    /// <summary>More marks of a layer than this, and a tile below <see cref="WholeFromZoom"/> has their cells.</summary>
    public const int MostMarks = 2000;

    /// <summary>From here on marks are shown one by one, however many.</summary>
    public const int WholeFromZoom = 12;

    /// <summary>A tile has 64 by 64 cells.</summary>
    public const int CellBits = 6;

    /// <summary>What a tile may have, packed.</summary>
    public const int MostBytes = 100 * 1024;

    /// <summary>The field of a cell that counts its marks.</summary>
    public const string CountName = "count";

    private readonly ImmutableArray<ImmutableArray<MarkSource>> layers =
        [.. sources.GroupBy(source => source.Layer).Select(layer => layer.ToImmutableArray())];

    /// <summary>The tile, gzipped, without its longer fields and with larger cells where it would be too large; null where it is empty.</summary>
    public byte[]? Draw(TileAddress at)
    {
        using var whole = new MvtBuffer();
        Write(whole, at, onlyEssential: false);
        if (whole.Length == 0)
            return null;
        var packed = TilePacking.Pack(whole.Written);
        if (packed.Length <= MostBytes)
            return packed;

        using var lean = new MvtBuffer();
        Write(lean, at, onlyEssential: true);
        return TilePacking.Pack(lean.Written);
    }

    /// <summary>Writes the layers of a tile that are not empty.</summary>
    public void Write(MvtBuffer tile, TileAddress at, bool onlyEssential)
    {
        foreach (var layer in layers)
        {
            var shown = layer.Where(source => at.Zoom >= source.FromZoom)
                .Select(source => (Source: source, Rows: source.Marks.RangeOf(at)))
                .Where(each => each.Rows.End > each.Rows.First)
                .ToList();
            if (shown.Count > 0)
                Write(tile, at.Zoom, shown, onlyEssential);
        }
    }

    private static void Write(MvtBuffer tile, int zoom, List<(MarkSource Source, (int First, int End) Rows)> shown, bool onlyEssential)
    {
        var areTooMany = zoom < WholeFromZoom && shown.Sum(each => each.Rows.End - each.Rows.First) > MostMarks;
        // Four cells in one, where even they would be too large.
        var cellBits = onlyEssential ? CellBits - 1 : CellBits;
        var (first, areCells) = (shown[0].Source, areTooMany && shown[0].Source.CellLayer is not null);
        using var layer = areCells
            ? new MvtLayer(first.CellLayer!, [CountName, .. first.Marks.TotalNames])
            : new MvtLayer(first.Layer, [.. first.Marks.Fields.Where(field => field.IsEssential || !onlyEssential).Select(field => field.Name)]);
        foreach (var (source, rows) in shown)
        {
            if (areCells)
                layer.AddCells(source.Marks, rows.First, rows.End, zoom, cellBits);
            else if (areTooMany)
                layer.AddFirstOfCells(source.Marks, rows.First, rows.End, zoom, cellBits);
            else
                layer.AddMarks(source.Marks, rows.First, rows.End, zoom);
        }

        layer.WriteTo(tile);
    }
}
