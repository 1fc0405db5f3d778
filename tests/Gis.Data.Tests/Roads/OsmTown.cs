using System.Globalization;
using Gis.Core.Places;
using Gis.Data.Roads;
using OsmSharp;
using OsmSharp.Streams;
using OsmSharp.Tags;

namespace Gis.Data.Tests.Roads;

/// <summary>
/// A made-up piece of OpenStreetMap data in a throw-away folder, written as XML or PBF. Nodes stand on a grid around the
/// origin, a thousandth of a degree (111 m) from one to the next.
/// </summary>
internal sealed class OsmTown : IDisposable
{
    private static readonly DateTime Edited = new(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly List<Node> nodes = [];
    private readonly List<Way> ways = [];
    private readonly List<Relation> relations = [];

    internal string Folder { get; } = Directory.CreateTempSubdirectory("gis-roads-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Adds a node at a place of the grid, with tags written "key=value"; gives its id.</summary>
    internal long Node(double east, double north, params string[] tags) => NodeAt(east / 1000, north / 1000, tags);

    internal long NodeAt(double longitude, double latitude, params string[] tags)
    {
        nodes.Add(new Node { Id = nodes.Count + 1, Longitude = longitude, Latitude = latitude, Tags = TagsOf(tags), Version = 1, TimeStamp = Edited, Visible = true, ChangeSetId = 1, UserId = 1, UserName = "test" });
        return nodes.Count;
    }

    /// <summary>A row of nodes eastward from the origin.</summary>
    internal long[] Row(int count, double north = 0) => [.. Enumerable.Range(0, count).Select(east => Node(east, north))];

    internal long Way(long[] along, params string[] tags)
    {
        ways.Add(new Way { Id = 100 + ways.Count, Nodes = along, Tags = TagsOf(tags), Version = 1, TimeStamp = Edited, Visible = true, ChangeSetId = 1, UserId = 1, UserName = "test" });
        return ways[^1].Id!.Value;
    }

    internal void Restrict(string kind, long from, long via, long to, params string[] tags) => Relate(
        [new RelationMember(from, "from", OsmGeoType.Way), new RelationMember(via, "via", OsmGeoType.Node), new RelationMember(to, "to", OsmGeoType.Way)],
        ["type=restriction", "restriction=" + kind, .. tags]);

    internal void Relate(RelationMember[] members, params string[] tags) => relations.Add(new Relation
    {
        Id = 1000 + relations.Count,
        Members = members,
        Tags = TagsOf(tags),
        Version = 1,
        TimeStamp = Edited,
        Visible = true,
        ChangeSetId = 1,
        UserId = 1,
        UserName = "test",
    });

    /// <summary>Writes the data and reads the roads from it.</summary>
    internal ImportedRoads Import(string name = "town.osm.pbf", Crs? datum = null) => RoadsImport.Read(Save(name), datum ?? Crs.Wgs84);

    /// <summary>Writes the data under a name that says in which format.</summary>
    internal string Save(string name = "town.osm.pbf")
    {
        var path = PathOf(name);
        if (name.EndsWith(".pbf", StringComparison.Ordinal))
            WritePbf(path);
        else
            File.WriteAllText(path, ToXml());
        return path;
    }

    internal string PathOf(string name) => Path.Combine(Folder, name);

    internal static TagsCollection TagsOf(params string[] tags) =>
        new(tags.Select(tag => new Tag(tag[..tag.IndexOf('=', StringComparison.Ordinal)], tag[(tag.IndexOf('=', StringComparison.Ordinal) + 1)..])));

    private void WritePbf(string path)
    {
        using var stream = File.Create(path);
        var target = new PBFOsmStreamTarget(stream, true, null, null);
        target.Initialize();
        nodes.ForEach(target.AddNode);
        ways.ForEach(target.AddWay);
        relations.ForEach(target.AddRelation);
        target.Flush();
        target.Close();
    }

    private string ToXml() => string.Create(CultureInfo.InvariantCulture, $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6" generator="test">
        {string.Join('\n', nodes.Select(node => string.Create(CultureInfo.InvariantCulture, $"<node id=\"{node.Id}\" version=\"1\" lon=\"{node.Longitude}\" lat=\"{node.Latitude}\">{TagsXml(node)}</node>")))}
        {string.Join('\n', ways.Select(way => $"<way id=\"{way.Id}\" version=\"1\">{string.Concat(way.Nodes.Select(node => $"<nd ref=\"{node}\"/>"))}{TagsXml(way)}</way>"))}
        {string.Join('\n', relations.Select(relation => $"<relation id=\"{relation.Id}\" version=\"1\">{string.Concat(relation.Members.Select(member => $"<member type=\"{member.Type.ToString().ToLowerInvariant()}\" ref=\"{member.Id}\" role=\"{member.Role}\"/>"))}{TagsXml(relation)}</relation>"))}
        </osm>
        """);

    private static string TagsXml(OsmGeo thing) => string.Concat(thing.Tags.Select(tag => $"<tag k=\"{tag.Key}\" v=\"{System.Security.SecurityElement.Escape(tag.Value)}\"/>"));
}
