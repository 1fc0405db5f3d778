using Gis.Core.Places;
using Gis.Core.Travel.Roads;
using OsmSharp;

namespace Gis.Data.Roads;

/// <summary>
/// Reads roads from OpenStreetMap data in two passes: first the ways, which say what nodes matter, then where those lie.
/// Nothing but the roads is ever held.
/// </summary>
public static class RoadsImport
{
    /// <summary>Counts up whenever the same file would give other roads.</summary>
    public const int Version = 1;

    private const int ProgressEvery = 100_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">OpenStreetMap data as PBF or XML.</param>
    /// <param name="datum">What its coordinates are in; WGS-84 unless someone shifted them.</param>
    /// <param name="progress">Told how many things were read so far, over both passes.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="RoadsException">The file cannot be read, or holds no roads.</exception>
    public static ImportedRoads Read(string path, Crs datum, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var file = OsmFile.Open(path);
        var source = FindSource(path, datum);
        var pass = new Pass(file, progress, cancel);
        var (ways, restrictions) = ReadWays(pass);
        if (ways.Count == 0)
            throw NoRoads(file, pass.Counts);

        var (nodes, passed) = OsmNodes.Of(ways, file.Name, datum);
        pass.ReadNodes(nodes);
        var (network, report) = new RoadsBuild(ways, nodes, passed, restrictions).Build(source.Version, pass.Counts, pass.LastEdit, cancel);
        return network.RoadCount > 0
            ? new ImportedRoads(network, source, report)
            : throw new RoadsException(file.Name, $"{ways.Count} roads, but none of the nodes they pass", "an extract with the nodes of its ways (osmium extract writes them)");
    }

    /// <summary>Names the content of a file, without reading what it means.</summary>
    /// <exception cref="RoadsException">It is missing, empty, of another kind, or cut short.</exception>
    public static RoadsSource FindSource(string path, Crs datum)
    {
        var file = OsmFile.Open(path);
        return new RoadsSource(file.Name, file.HashContent(), datum.Name);
    }

    private static (OsmWays Ways, TurnRestrictions Restrictions) ReadWays(Pass pass)
    {
        var (ways, restrictions) = (new OsmWays(), new TurnRestrictions());
        foreach (var thing in pass.ReadWaysAndRelations())
        {
            if (thing is Way way)
                ways.Add(way);
            else if (thing is Relation relation)
                restrictions.Add(relation);
        }

        return (ways, restrictions);
    }

    private static RoadsException NoRoads(OsmFile file, OsmCounts counts) => new(
        file.Name,
        $"no roads among {counts.Ways} ways",
        "an extract with ways tagged highway=… or route=ferry");

    /// <summary>Reads through the file, counting.</summary>
    private sealed class Pass(OsmFile file, IProgress<long>? progress, CancellationToken cancel)
    {
        private long told;

        internal OsmCounts Counts { get; private set; } = new(0, 0, 0);

        internal DateTime? LastEdit { get; private set; }

        internal IEnumerable<OsmGeo> ReadWaysAndRelations()
        {
            var (ways, relations) = (0, 0);
            foreach (var thing in file.ReadWaysAndRelations())
            {
                Tell(ways + relations);
                ways += thing is Way ? 1 : 0;
                relations += thing is Relation ? 1 : 0;
                TellEdit(thing.TimeStamp);
                // What was deleted is in files with history only.
                if (thing.Visible != false)
                    yield return thing;
            }

            Counts = new OsmCounts(0, ways, relations);
        }

        internal void ReadNodes(OsmNodes nodes)
        {
            var (count, last) = file.ReadNodes(nodes, read => Tell(Counts.Ways + Counts.Relations + read));
            Counts = Counts with { Nodes = count };
            TellEdit(last);
        }

        private void TellEdit(DateTime? edited) => LastEdit = edited > LastEdit || LastEdit is null ? edited : LastEdit;

        private void Tell(long done)
        {
            if (done / ProgressEvery == told)
                return;
            told = done / ProgressEvery;
            cancel.ThrowIfCancellationRequested();
            progress?.Report(told * ProgressEvery);
        }
    }
}

/// <summary>Roads with where they come from.</summary>
/// <param name="Network">The roads.</param>
/// <param name="Source">The file they were read from.</param>
/// <param name="Report">What was read and used.</param>
public sealed record ImportedRoads(RoadNetwork Network, RoadsSource Source, RoadsReport Report)
{
    /// <summary>The report of the import as it is printed, a sentence a line.</summary>
    public IEnumerable<string> ToLines() =>
        Network.Bounds is { } bounds ? Report.ToLines().Append($"They lie within {bounds.InWords()}.") : Report.ToLines();
}

/// <summary>The file roads were read from.</summary>
/// <param name="File">Its name, without its folder.</param>
/// <param name="Hash">The SHA-256 of its content in hexadecimal.</param>
/// <param name="Datum">What its coordinates were taken to be in, as <see cref="Crs.Name"/>.</param>
public sealed record RoadsSource(string File, string Hash, string Datum)
{
    /// <summary>The version of the roads: the same file read in the same way has the same.</summary>
    public string Version => $"osm-{Hash[..12]}-{RoadsImport.Version}" + (Datum is "wgs84" or "cgcs2000" ? "" : "-" + Datum);
}
