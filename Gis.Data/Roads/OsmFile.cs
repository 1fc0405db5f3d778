using System.Security.Cryptography;
using OsmSharp;
using OsmSharp.Streams;

namespace Gis.Data.Roads;

/// <summary>A file of OpenStreetMap data, PBF or XML, read through as often as need be and never held whole.</summary>
internal sealed class OsmFile
{
    private const string Right = "OpenStreetMap data as .osm.pbf, .pbf, .osm or .osm.xml";

    private readonly string path;
    private readonly bool isXml;

    // Of a PBF alone; those that were found to hold no nodes need not be unpacked to look for nodes.
    private readonly List<PbfFrame> frames = [];
    private readonly HashSet<PbfFrame> withoutNodes = [];

    private OsmFile(string path, bool isXml)
    {
        this.path = path;
        this.isXml = isXml;
    }

    /// <summary>The name of the file, without its folder.</summary>
    internal string Name => Path.GetFileName(path);

    /// <summary>Opens a file whose name says what it is.</summary>
    /// <exception cref="RoadsException">It is missing, empty, of another kind, or cut short.</exception>
    internal static OsmFile Open(string path)
    {
        var name = Path.GetFileName(path);
        var isXml = IsNamed(name, ".osm") || IsNamed(name, ".xml");
        if (!isXml && !IsNamed(name, ".pbf"))
            throw new RoadsException(name, $"a file ending in '{Path.GetExtension(name)}'", Right);
        if (!File.Exists(path))
            throw new RoadsException(name, "no such file", Right);
        using var stream = File.OpenRead(path);
        if (stream.Length == 0)
            throw new RoadsException(name, "an empty file", Right);
        var file = new OsmFile(path, isXml);
        if (!isXml)
            file.frames.AddRange(PbfFrames.List(name, stream));
        return file;
    }

    /// <summary>Reads through the ways and relations of the file in its own order.</summary>
    /// <exception cref="RoadsException">What it holds cannot be read.</exception>
    internal IEnumerable<OsmGeo> ReadWaysAndRelations() => isXml ? ReadXml(nodes: false) : ReadPbfWaysAndRelations();

    /// <summary>Reads through the nodes of the file and keeps those that roads pass.</summary>
    /// <returns>How many nodes there are, and when the latest was edited.</returns>
    /// <exception cref="RoadsException">What it holds cannot be read.</exception>
    internal (int Count, DateTime? LastEdit) ReadNodes(OsmNodes nodes, Action<int> tell)
    {
        if (isXml)
            return ReadXmlNodes(nodes, tell);
        using var stream = OpenToRead();
        var (block, read) = (new PbfBlock(), new PbfNodes(nodes));
        foreach (var frame in frames.Where(frame => !withoutNodes.Contains(frame)))
        {
            Guard(() =>
            {
                block.Read(stream, frame);
                read.Read(block);
                return block;
            });
            tell(read.Count);
        }

        return (read.Count, read.LastEdit);
    }

    private IEnumerable<OsmGeo> ReadPbfWaysAndRelations()
    {
        using var stream = OpenToRead();
        var block = new PbfBlock();
        foreach (var frame in frames)
        {
            foreach (var thing in Guard(() => ReadWaysAndRelations(block, stream, frame)))
                yield return thing;
        }
    }

    private List<OsmGeo> ReadWaysAndRelations(PbfBlock block, FileStream stream, PbfFrame frame)
    {
        block.Read(stream, frame);
        var (things, nodes) = block.ListWaysAndRelations();
        if (!nodes)
            withoutNodes.Add(frame);
        return things;
    }

    private (int Count, DateTime? LastEdit) ReadXmlNodes(OsmNodes nodes, Action<int> tell)
    {
        var (count, last) = (0, (DateTime?)null);
        foreach (var node in ReadXml(nodes: true).Cast<Node>())
        {
            tell(++count);
            last = node.TimeStamp > last || last is null ? node.TimeStamp : last;
            // What was deleted is in files with history only.
            if (node is { Id: { } id, Longitude: { } longitude, Latitude: { } latitude, Visible: not false } && nodes.Find(id) is >= 0 and var place)
                nodes.Place(place, longitude, latitude, node.Tags);
        }

        return (count, last);
    }

    private IEnumerable<OsmGeo> ReadXml(bool nodes)
    {
        using var stream = OpenToRead();
        using var source = new XmlOsmStreamSource(stream);
        while (Guard(() => source.MoveNext(ignoreNodes: !nodes, ignoreWays: nodes, ignoreRelations: nodes) ? Whole(source.Current()) : null) is { } next)
            yield return next;
    }

    // The reader lets things pass that lack what they are about.
    private static OsmGeo Whole(OsmGeo thing)
    {
        if (thing.Id is null)
            throw new InvalidDataException($"a {thing.Type.ToString().ToLowerInvariant()} without an id");
        return thing.Tags?.Any(tag => tag.Key is null || tag.Value is null) == true
            ? throw new InvalidDataException($"{thing.Type.ToString().ToLowerInvariant()} {thing.Id} with a tag that lacks its k or v")
            : thing;
    }

    private FileStream OpenToRead() => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);

    /// <summary>The SHA-256 of the file in hexadecimal.</summary>
    internal string HashContent()
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        // Whatever the reader stumbles over lies in the file; it has no exceptions of its own to tell it by.
        catch (Exception fault) when (fault is not (RoadsException or OutOfMemoryException))
        {
            throw new RoadsException(Name, $"something that is not {(isXml ? "OSM XML" : "OSM PBF")} ({fault.GetBaseException().Message.TrimEnd('.')})", Right + ", whole and undamaged", fault);
        }
    }

    private static bool IsNamed(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
