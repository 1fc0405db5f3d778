using System.Xml;

namespace Gis.Data.Import.Files;

/// <summary>Tells what a zip is by the parts it has: workbooks, Shapefiles and KMZ are all zips.</summary>
internal sealed class ZipGuard(SourceReading reading)
{
    private static readonly string[] Archives = [".zip", ".rar", ".7z", ".gz", ".kmz"];

    /// <exception cref="SourceFileException">The zip is cut short, locked, dangerous, or of no kind that is read.</exception>
    internal SourceKind TellKind(string path)
    {
        using var zip = ZipParts.Open(reading, path);
        if (zip.Find("[Content_Types].xml") is { } types)
            return JudgeOffice(zip, types);
        if (zip.Find("mimetype") is not null && zip.Find("content.xml") is not null)
            throw Unknown("an OpenDocument file", "a workbook saved as .xlsx");
        if (zip.Parts.FirstOrDefault(part => Archives.Contains(Path.GetExtension(part.Name), StringComparer.OrdinalIgnoreCase)) is { } nested)
            throw reading.Refuse(SourceFault.NestedArchive, $"a zip with the packed file {nested.Name} in it", "the inner file alone, or its content packed once");
        if (zip.Parts.Any(part => IsNamed(part, ".shp")))
            return SourceKind.ZippedShapefile;
        if (zip.Parts.Any(part => IsNamed(part, ".kml")))
            return SourceKind.Kmz;
        throw zip.Parts is []
            ? reading.Refuse(SourceFault.Empty, "a zip without files", SourceKinds.All)
            : Unknown($"a zip with {zip.Parts[0].Name} in it", "the files out of it one by one, or a zip with .shp, .dbf and .prj");
    }

    // What a Mac adds beside every file is no file of its own.
    internal static bool IsNamed(ZipPart part, string ending) =>
        part.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !part.Name.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private SourceKind JudgeOffice(ZipParts zip, ZipPart types)
    {
        var hasMacros = zip.Parts.Any(part => part.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || DeclaresMacros(zip, types);
        if (zip.Parts.Any(part => part.Name.EndsWith("xl/workbook.bin", StringComparison.OrdinalIgnoreCase)))
            throw reading.Refuse(SourceFault.OldWorkbook, "a binary workbook (.xlsb)", "one saved as .xlsx: File, Save As, Excel Workbook");
        if (hasMacros)
            throw reading.Refuse(SourceFault.ActiveContent, "a workbook with macros (.xlsm)", "one without: File, Save As, Excel Workbook (.xlsx)");
        return zip.Parts.Any(part => part.Name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))
            ? SourceKind.Workbook
            : throw Unknown("an Office file that is no workbook", "a workbook (.xlsx); copy its table there");
    }

    private bool DeclaresMacros(ZipParts zip, ZipPart types)
    {
        using var stream = zip.Open(types);
        using var xml = SafeXml.Open(stream);
        while (SafeXml.Next(xml, reading))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type && type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private SourceFileException Unknown(string found, string right) => reading.Refuse(SourceFault.UnknownKind, found, right);
}
