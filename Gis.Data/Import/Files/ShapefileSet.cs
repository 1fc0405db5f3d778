namespace Gis.Data.Import.Files;

/// <summary>The files that one Shapefile is made of, in a zip or beside each other; each can be opened more than once.</summary>
/// <param name="Name">What they are all called, without the ending.</param>
/// <param name="Shapes">The .shp.</param>
/// <param name="Table">The .dbf.</param>
/// <param name="Projection">The .prj, if any.</param>
/// <param name="CodePage">The .cpg, if any.</param>
internal sealed record ShapefileSet(string Name, ShapefilePart Shapes, ShapefilePart Table, ShapefilePart? Projection, ShapefilePart? CodePage)
{
    /// <exception cref="SourceFileException">There is no table beside the shapes.</exception>
    internal static ShapefileSet Beside(SourceReading reading, string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        var beside = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!)
            .Where(file => Path.GetFileNameWithoutExtension(file).Equals(stem, StringComparison.Ordinal))
            .Select(file => new ShapefilePart(file, new FileInfo(file).Length, () => File.OpenRead(file)));
        return Of(reading, Path.GetFileNameWithoutExtension(reading.File), new ShapefilePart(path, new FileInfo(path).Length, () => File.OpenRead(path)), beside.ToList());
    }

    /// <summary>Every Shapefile in a zip, in whatever folder.</summary>
    /// <exception cref="SourceFileException">One has no table beside its shapes.</exception>
    internal static IEnumerable<ShapefileSet> In(SourceReading reading, ZipParts zip)
    {
        var files = zip.Parts.Select(part => new ShapefilePart(part.Name, part.Unpacked, () => zip.Open(part))).ToLookup(file => Path.ChangeExtension(file.Name, null), StringComparer.OrdinalIgnoreCase);
        return zip.Parts.Where(part => ZipGuard.IsNamed(part, ".shp")).Select(part => Of(
            reading, Path.GetFileNameWithoutExtension(part.Name), new ShapefilePart(part.Name, part.Unpacked, () => zip.Open(part)), files[Path.ChangeExtension(part.Name, null)].ToList()));
    }

    private static ShapefileSet Of(SourceReading reading, string name, ShapefilePart shapes, List<ShapefilePart> beside) => new(
        name,
        shapes,
        Find(beside, ".dbf") ?? throw reading.Refuse(SourceFault.PartMissing, $"the shapes of {name} without their table ({name}.dbf)", "a zip with .shp, .dbf, .prj and .cpg of one name"),
        Find(beside, ".prj"),
        Find(beside, ".cpg"));

    private static ShapefilePart? Find(List<ShapefilePart> parts, string ending) => parts.Find(part => part.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One of the files; of a zip, its length is what the zip declares.</summary>
internal sealed record ShapefilePart(string Name, long Length, Func<Stream> Open)
{
    // A .prj or .cpg is a line; nobody's is longer.
    private const int LongestText = 1 << 16;

    internal string ReadText()
    {
        using var stream = Open();
        var text = new byte[LongestText];
        return System.Text.Encoding.UTF8.GetString(text.AsSpan(0, stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)));
    }
}
