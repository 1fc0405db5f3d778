namespace Gis.Data.Import.Files;

/// <summary>A Shapefile: shapes in one file, their table in another, row by row.</summary>
internal sealed class ShapefileLayer(SourceReading reading, ShapefileSet set)
{
    /// <exception cref="SourceFileException">It is damaged or cut short.</exception>
    internal SourceTable Read()
    {
        var layer = new LayerTable(reading, set.Name);
        using var shapes = new ShapeRecords(reading, set.Shapes);
        using var table = DbfTable.Open(reading, set);
        foreach (var column in table.Columns)
            layer.Add(column);
        var (deleted, lacking) = (0, 0);
        while (true)
        {
            var (row, shape) = (table.Next(), shapes.Next());
            if (row is null && shape is null)
                break;
            lacking += row is null || shape is null ? 1 : 0;
            if (row is { IsDeleted: true })
                deleted++;
            else
                Add(layer, table.Columns, row, shape);
        }

        if (deleted > 0)
            layer.Remark($"{deleted} rows are marked as deleted in the table and were left out; feature numbers do not count them.");
        if (lacking > 0)
            layer.Remark($"{lacking} rows have a shape and no row in the table, or a row and no shape; they are kept.");
        foreach (var remark in table.ListRemarks())
            layer.Remark(remark);
        var stated = set.Projection is { } projection ? StatedCrs.OfWkt(projection.ReadText()) : StatedCrs.None;
        return layer.ToTable(stated) with { Encoding = table.Encoding };
    }

    private static void Add(LayerTable layer, IReadOnlyList<string> columns, DbfRow? row, byte[]? shape)
    {
        layer.Begin();
        for (var column = 0; row is not null && column < columns.Count; column++)
            layer.Set(columns[column], row.Cells[column]);
        if (shape is not null)
            layer.Locate(() => ShapeRecords.ReadGeometry(shape));
        layer.End();
    }
}
