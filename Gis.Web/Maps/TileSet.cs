using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using Position = Gis.Core.Network.Position;

namespace Gis.Web.Maps;

/// <summary>A set of layers that a client asks for together.</summary>
public sealed record TileSet(string Name, ImmutableArray<TileLayer> Layers)
{
    private const string Text = "String";
    private const string Flag = "Boolean";

    public static ImmutableSortedDictionary<string, TileSet> All { get; } = new[]
    {
        new TileSet("areas",
        [
            new("villages", 7, Fields(("code", Text), ("name", Text), ("unbuilt", Flag)), ListVillages),
            new("townships", 5, Fields(("code", Text), ("name", Text)), source => ListAreas(source.Network, source.Cells.Townships)),
            new("counties", 0, Fields(("code", Text), ("name", Text)), source => ListAreas(source.Network, source.Cells.Counties)),
            new("labels", 5, Fields(("code", Text), ("name", Text), ("level", Text)), ListLabels),
        ]),
        new TileSet("points",
        [
            new("points", 0, Fields(("id", Text), ("name", Text), ("tier", Text), ("stage", Text), ("open", Flag), ("illustrative", Flag), ("area", Text)), ListPoints),
        ]),
        new TileSet("river",
        [
            new("river", 0, ImmutableSortedDictionary<string, string>.Empty, source => ListRiver(source.Network)),
            new("crossings", 8, Fields(("name", Text)), source => source.Network.Crossings.Select(crossing =>
                Mark(crossing.Position.At, ("name", crossing.Name)))),
        ]),
    }.ToImmutableSortedDictionary(set => set.Name, set => set);

    private static ImmutableSortedDictionary<string, string> Fields(params (string Name, string Type)[] fields) =>
        fields.ToImmutableSortedDictionary(field => field.Name, field => field.Type);

    private static IEnumerable<IFeature> ListVillages(LayerSource source)
    {
        var unbuilt = source.Network.VillagesWithUnbuiltRoom();
        return source.Cells.Villages.Select(cell => Feature(
            cell.Value, ("code", cell.Key.Digits), ("name", source.Network.FindAreaName(cell.Key)!), ("unbuilt", unbuilt.Contains(cell.Key))));
    }

    private static IEnumerable<IFeature> ListAreas(ServiceNetwork network, ImmutableSortedDictionary<AreaCode, Geometry> cells) =>
        cells.Select(cell => Feature(cell.Value, ("code", cell.Key.Digits), ("name", network.FindAreaName(cell.Key)!)));

    private static IEnumerable<IFeature> ListLabels(LayerSource source)
    {
        var network = source.Network;
        var counties = network.Counties.Where(county => county.Seat is not null).Select(county => Label(county.Seat!, county.Code, county.Name, "county"));
        var townships = network.Townships.Where(township => township.Seat is not null).Select(township => Label(township.Seat!, township.Code, township.Name, "township"));
        var villages = network.Villages.Where(village => village.Position is not null)
            .Select(village => Label(village.Position!, village.Code, village.Name, "village"));
        // Names that could never be drawn without overlap need not travel.
        return counties.Concat(source.Zoom >= 8 ? townships : []).Concat(source.Zoom >= 11 ? villages : []);
    }

    private static IEnumerable<IFeature> ListPoints(LayerSource source) =>
        source.Network.Points.Where(point => point.Position is not null).Select(point => Mark(
            point.Position!.At,
            ("id", point.Id.ToString()),
            ("name", point.Name),
            ("tier", point.Tier.Written()),
            ("stage", point.Stage.Written()),
            ("open", point.IsOpen),
            ("illustrative", point.IsIllustrative),
            ("area", point.Area.Digits)));

    private static IEnumerable<IFeature> ListRiver(ServiceNetwork network) => network.River.Length < 2
        ? []
        : [Feature(new LineString([.. network.River.Select(at => new Coordinate(at.Longitude, at.Latitude))]))];

    private static Feature Label(Position at, AreaCode code, string name, string level) =>
        Mark(at.At, ("code", code.Digits), ("name", RegisterName.PlaceOf(name)), ("level", level));

    private static Feature Mark(LonLat at, params (string Name, object Value)[] fields) =>
        Feature(new Point(at.Longitude, at.Latitude), fields);

    private static Feature Feature(Geometry shape, params (string Name, object Value)[] fields) =>
        new(shape, new AttributesTable(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}

/// <summary>A layer of a set: from which zoom it is there, the type of each field by TileJSON's words, and its features.</summary>
public sealed record TileLayer(
    string Name,
    int FromZoom,
    ImmutableSortedDictionary<string, string> Fields,
    Func<LayerSource, IEnumerable<IFeature>> List);

/// <summary>What the features of one zoom are made from.</summary>
public readonly record struct LayerSource(ServiceNetwork Network, ServiceCells Cells, int Zoom);
