using System.Text.Json;
using System.Xml;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Import.Files;

/// <summary>Reads a file that somebody brought, of any kind that is known, into its tables.</summary>
public static class SourceFile
{
    /// <summary>Reads a file within the usual limits.</summary>
    /// <param name="path">Where it lies; of a Shapefile that is not packed, its other files lie beside it.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="progress">Told the rows read so far, at least every 10,000.</param>
    /// <param name="cancel">Looked at as often.</param>
    /// <returns>At least one table.</returns>
    /// <exception cref="SourceFileException">It is not read; the message says why and what would be right.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static IReadOnlyList<SourceTable> Read(string path, string name, IProgress<long>? progress, CancellationToken cancel) =>
        Read(path, name, SourceLimits.Default, progress, cancel);

    /// <inheritdoc cref="Read(string, string, IProgress{long}?, CancellationToken)"/>
    public static IReadOnlyList<SourceTable> Read(string path, string name, SourceLimits limits, IProgress<long>? progress, CancellationToken cancel)
    {
        var reading = new SourceReading(name, limits, progress, cancel);
        try
        {
            var kind = new FileGuard(reading, path).TellKind();
            var tables = ReadTables(reading, path, kind);
            reading.ReportEnd();
            return SourceKinds.RemarkOn(name, kind) is { } remark
                ? [.. tables.Select(table => table with { Remarks = [remark, .. table.Remarks] })]
                : tables;
        }
        catch (XmlException fault) when (SafeXml.IsOfDocumentType(fault))
        {
            throw reading.Refuse(SourceFault.DocumentType, "XML that declares a document type (DTD)", "XML without one: open the file in the program that made it and save it again", fault);
        }
        catch (Exception fault) when (IsOfContent(fault))
        {
            throw reading.Damaged($"what cannot be read ({fault.Message.TrimEnd('.')})", "a file of its kind", fault);
        }
    }

    // What the readers of the formats stumble over; anything else is a fault of this program or of the disk.
    private static bool IsOfContent(Exception fault) =>
        fault is XmlException or JsonException or SqliteException or InvalidDataException or EndOfStreamException;

    private static IReadOnlyList<SourceTable> ReadTables(SourceReading reading, string path, SourceKind kind) => kind switch
    {
        SourceKind.Workbook => new WorkbookFile(reading, path).Read(),
        SourceKind.Text => new CsvFile(reading, path).Read(),
        SourceKind.GeoJson => new GeoJsonFile(reading, path).Read(),
        SourceKind.GeoPackage => new GeoPackageFile(reading, path).Read(),
        SourceKind.Shapefile => [new ShapefileLayer(reading, ShapefileSet.Beside(reading, path)).Read()],
        SourceKind.Kml => ReadKml(reading, path),
        _ => ReadZip(reading, path, kind),
    };

    private static IReadOnlyList<SourceTable> ReadKml(SourceReading reading, string path)
    {
        using var stream = File.OpenRead(path);
        return [new KmlLayer(reading, Path.GetFileNameWithoutExtension(reading.File)).Read(stream)];
    }

    private static List<SourceTable> ReadZip(SourceReading reading, string path, SourceKind kind)
    {
        using var zip = ZipParts.Open(reading, path);
        return kind == SourceKind.ZippedShapefile
            ? [.. ShapefileSet.In(reading, zip).Select(set => new ShapefileLayer(reading, set).Read())]
            : [.. zip.Parts.Where(part => ZipGuard.IsNamed(part, ".kml")).Select(part => ReadKml(reading, zip, part))];
    }

    private static SourceTable ReadKml(SourceReading reading, ZipParts zip, ZipPart part)
    {
        using var stream = zip.Open(part);
        return new KmlLayer(reading, part.Name.Equals("doc.kml", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(reading.File) : part.Name).Read(stream);
    }
}
