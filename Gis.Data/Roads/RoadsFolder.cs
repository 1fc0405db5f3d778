using System.Security.Cryptography;
using System.Text;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Data.Export;

namespace Gis.Data.Roads;

/// <summary>
/// The folder <c>roads</c> of a data folder: imported roads and travel tables made with them, each in a file named after its
/// version, and the file <c>current</c> that names the roads in use. It changes last, so that what fails changes nothing.
/// </summary>
public sealed class RoadsFolder(string dataFolder)
{
    private const string Ending = ".roads";

    private const string TableEnding = ".table";

    private readonly string folder = Path.Combine(Path.GetFullPath(dataFolder), "roads");

    /// <summary>The file that names the roads in use.</summary>
    public string CurrentFile => Path.Combine(folder, "current");

    /// <summary>When roads were last taken into use; null where none were. Written anew is changed, though they be the same: what was damaged may have been put right.</summary>
    public DateTime? LastChange => File.Exists(CurrentFile) ? File.GetLastWriteTimeUtc(CurrentFile) : null;

    /// <summary>The version of the roads in use; null where none were imported.</summary>
    /// <exception cref="RoadsException">What the file says is no version.</exception>
    public string? FindCurrent()
    {
        if (!File.Exists(CurrentFile))
            return null;
        var version = File.ReadAllText(CurrentFile).Trim();
        return version.Length > 0 && version.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
            ? version
            : throw new RoadsException(CurrentFile, $"'{version}'", "the version of roads in this folder, as osm-1a2b3c4d5e6f-1: import the roads again");
    }

    /// <summary>Loads the roads in use; null where none were imported.</summary>
    /// <exception cref="RoadsException">They are gone or damaged.</exception>
    public ImportedRoads? Load() => FindCurrent() is { } version ? RoadsFile.Read(FileOf(version)) : null;

    /// <summary>Reads roads from OpenStreetMap data, or from what was kept of an import of the same content.</summary>
    /// <exception cref="RoadsException">The file cannot be read, or holds no roads.</exception>
    public ImportedRoads Read(string path, Crs datum, IProgress<long>? progress = null, CancellationToken cancel = default) =>
        FindKept(RoadsImport.FindSource(path, datum)) ?? RoadsImport.Read(path, datum, progress, cancel);

    /// <summary>Keeps roads, unless they are kept already; then they count as kept now.</summary>
    public void Keep(ImportedRoads roads)
    {
        if (FindKept(roads.Source) is null)
            RoadsFile.Write(FileOf(roads.Network.Version), roads);
        else
            File.SetLastWriteTimeUtc(FileOf(roads.Network.Version), DateTime.UtcNow);
    }

    /// <summary>
    /// Takes roads that were kept into use, and deletes what is older than those in use before: whoever serves may serve those
    /// before still, and whatever is newer another import may be about to use.
    /// </summary>
    public void Use(ImportedRoads roads)
    {
        var before = File.Exists(CurrentFile) ? File.ReadAllText(CurrentFile).Trim() : "";
        // Long ago where there is no such file.
        var since = File.GetLastWriteTimeUtc(CurrentFile);
        WholeFile.Write(CurrentFile, part => File.WriteAllText(part, roads.Network.Version + "\n", Encoding.ASCII));
        DeleteSuperseded(since, [before, roads.Network.Version]);
    }

    /// <summary>A travel table kept under a key; null where there is none that can be read.</summary>
    internal TravelTable? FindTable(string key)
    {
        try
        {
            return File.Exists(TableFileOf(key)) ? TravelTableFile.Read(TableFileOf(key), key) : null;
        }
        catch (RoadsException)
        {
            // It is made anew in the time it takes; nothing is lost.
            return null;
        }
    }

    /// <summary>Keeps a travel table under a key that names all it was made from.</summary>
    internal void KeepTable(string key, TravelTable table) => TravelTableFile.Write(TableFileOf(key), key, table);

    private void DeleteSuperseded(DateTime since, string[] kept)
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            try
            {
                if (File.GetLastWriteTimeUtc(file) < since && IsOfOthers(file, kept))
                    File.Delete(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // It is in nobody's way, and the next import tries again.
            }
        }
    }

    private static bool IsOfOthers(string file, string[] versions) => Path.GetExtension(file) switch
    {
        Ending => !versions.Contains(Path.GetFileNameWithoutExtension(file)),
        TableEnding => TravelTableFile.FindKey(file)?.Split(' ') is not { } key || !versions.Any(key.Contains),
        _ => false,
    };

    // What is damaged is read anew from the data it came from.
    private ImportedRoads? FindKept(RoadsSource source)
    {
        try
        {
            return File.Exists(FileOf(source.Version)) && RoadsFile.Read(FileOf(source.Version)) is var kept && kept.Source.Hash == source.Hash ? kept : null;
        }
        catch (RoadsException)
        {
            return null;
        }
    }

    private string FileOf(string version) => Path.Combine(folder, version + Ending);

    private string TableFileOf(string key) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16] + TableEnding);
}
