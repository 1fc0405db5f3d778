namespace Gis.Data.Import.Files;

/// <summary>The kinds of file that are read, told by what is in them and not by their name.</summary>
internal enum SourceKind
{
    Workbook,
    Text,
    GeoJson,
    GeoPackage,
    Shapefile,
    ZippedShapefile,
    Kml,
    Kmz,
}

internal static class SourceKinds
{
    /// <summary>What would be right, where a file is of none of them.</summary>
    internal const string All =
        "a workbook (.xlsx), comma- or tab-separated text (.csv, .tsv), GeoJSON, a Shapefile (.zip with .shp, .dbf, .prj), a GeoPackage (.gpkg), KML or KMZ";

    /// <summary>What is to be said where the name ends otherwise than the content asks; nothing where it fits or has no ending.</summary>
    internal static string? RemarkOn(string file, SourceKind kind)
    {
        var (words, endings) = Describe(kind);
        var ending = Path.GetExtension(file);
        return ending.Length < 2 || endings.Contains(ending, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"The name ends in {ending}, but the file is {words}; it was read as what it is.";
    }

    private static (string Words, string[] Endings) Describe(SourceKind kind) => kind switch
    {
        SourceKind.Workbook => ("a workbook (.xlsx)", [".xlsx"]),
        SourceKind.Text => ("separated text (.csv)", [".csv", ".tsv", ".tab", ".txt"]),
        SourceKind.GeoJson => ("GeoJSON (.geojson)", [".geojson", ".json"]),
        SourceKind.GeoPackage => ("a GeoPackage (.gpkg)", [".gpkg"]),
        SourceKind.Shapefile => ("a Shapefile (.shp)", [".shp"]),
        SourceKind.ZippedShapefile => ("a zip with a Shapefile (.zip)", [".zip"]),
        SourceKind.Kml => ("KML (.kml)", [".kml"]),
        SourceKind.Kmz => ("packed KML (.kmz)", [".kmz", ".zip"]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };
}
