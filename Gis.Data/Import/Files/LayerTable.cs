using System.Runtime.InteropServices;
using Gis.Core.Places;
using NetTopologySuite.Geometries;

namespace Gis.Data.Import.Files;

/// <summary>
/// A layer as it is read: features whose properties become columns as they turn up, with the point of each geometry.
/// </summary>
internal sealed class LayerTable(SourceReading reading, string name)
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<(string[] Cells, XY? Place)> features = [];
    private readonly List<string> unreadable = [];
    private readonly List<string> remarks = [];
    private string[] cells = [];
    private XY? place;
    private int others;

    internal int Count => features.Count;

    internal bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Adds a column, whether or not any feature fills it.</summary>
    internal int Add(string column)
    {
        if (!columns.TryGetValue(column, out var at))
            columns.Add(column, at = columns.Count);
        return at;
    }

    internal void Begin() => (cells, place) = (new string[columns.Count], null);

    internal void Set(string column, string text)
    {
        var at = Add(column);
        if (at >= cells.Length)
            Array.Resize(ref cells, columns.Count);
        cells[at] = reading.Texts.Take(text);
    }

    /// <summary>Takes the point of a geometry, of others than points the centroid; one that cannot be read is noted, and the feature stays.</summary>
    internal void Locate(Func<Geometry?> read)
    {
        try
        {
            if (read() is not { IsEmpty: false } geometry)
                return;
            var point = geometry is Point ? geometry.Coordinate : geometry.Centroid.Coordinate;
            if (!double.IsFinite(point.X) || !double.IsFinite(point.Y))
                throw new InvalidDataException("no finite number");
            place = new XY(point.X, point.Y);
            others += geometry is Point ? 0 : 1;
        }
        // Whatever a reader of geometry stumbles over lies in the geometry; they have no exceptions of their own to tell it by.
        catch (Exception fault) when (fault is not (SourceFileException or OutOfMemoryException or OperationCanceledException))
        {
            unreadable.Add($"{features.Count + 1}");
        }
    }

    internal void End()
    {
        reading.Count(Math.Max(1, columns.Count));
        features.Add((cells, place));
    }

    internal void Remark(string? remark)
    {
        if (remark is not null)
            remarks.Add(remark);
    }

    internal SourceTable ToTable(StatedCrs stated)
    {
        reading.CountCells(features.Sum(feature => (long)columns.Count - feature.Cells.Length));
        Remark(stated.Remark);
        if (others > 0)
            remarks.Add($"{others} features are no points; the middle of each (its centroid) was taken for its place.");
        if (unreadable.Count > 0)
            remarks.Add($"The geometry of features {Grid.List(unreadable)} cannot be read; they are kept without a place.");
        return new SourceTable(reading.File, name, [.. columns.OrderBy(column => column.Value).Select(column => column.Key)], [.. features.Select(ToRow)])
        {
            Stated = stated.Crs,
            Remarks = [.. remarks],
        };
    }

    private SourceRow ToRow((string[] Cells, XY? Place) feature, int index)
    {
        var row = feature.Cells;
        var before = row.Length;
        Array.Resize(ref row, columns.Count);
        for (var column = 0; column < row.Length; column++)
            row[column] = column < before ? row[column] ?? "" : "";
        return new SourceRow(index + 1, ImmutableCollectionsMarshal.AsImmutableArray(row), feature.Place);
    }
}
