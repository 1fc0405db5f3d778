using System.Collections.Immutable;
using Gis.Core.Network;
using NetTopologySuite.Geometries;

namespace Gis.Web.Ogc;

/// <summary>The service areas for illustration (服务范围示意). They are no boundaries (decision 8), and every feature says so.</summary>
internal static class AreaCollections
{
    private const string Disclaimer = "服务范围示意,非行政区划界线";

    internal static OgcFeatureType Villages { get; } = Make(
        "village-areas", "villages", new("村(居)服务范围示意", "Service areas of villages"),
        source => List(source.Cells().Villages, source.Network.Villages.Select(village => (village.Code, village.Name))));

    internal static OgcFeatureType Townships { get; } = Make(
        "township-areas", "townships", new("乡镇(街道)服务范围示意", "Service areas of townships"),
        source => List(source.Cells().Townships, source.Network.Townships.Select(township => (township.Code, township.Name))));

    internal static OgcFeatureType Counties { get; } = Make(
        "county-areas", "counties", new("县(市)区服务范围示意", "Service areas of counties"),
        source => List(source.Cells().Counties, source.Network.Counties.Select(county => (county.Code, county.Name))));

    private static OgcFeatureType Make(string id, string layer, OgcWords title, Func<OgcSource, IEnumerable<OgcFeature>> list) => new(
        id,
        title,
        new(
            "服务范围示意,不是行政区划界线:离哪个村的位置最近就归哪个村,由程序按村的位置划分。",
            "Service areas for illustration, not administrative boundaries: the ground nearest to each village, divided by the program from the positions of the villages."),
        "geometry-multipolygon",
        [OgcFields.Code, OgcFields.Name, OgcFields.Text("note", "说明", "Note"), .. OgcFields.Placed],
        list)
    {
        Tiles = ("areas", layer),
    };

    private static IEnumerable<OgcFeature> List(ImmutableSortedDictionary<AreaCode, Geometry> cells, IEnumerable<(AreaCode Code, string Name)> units) =>
        units.Select(unit => new OgcFeature(
            unit.Code.Digits,
            cells.TryGetValue(unit.Code, out var cell) ? Many(cell) : null,
            [unit.Code.Digits, unit.Name, Disclaimer, true, Placement.Illustrative.Written(), null, "按村(居)位置计算,见 docs/decisions/0008"]));

    // All of one kind: GDAL takes the kind of a layer from its first features.
    private static MultiPolygon Many(Geometry cell) =>
        cell as MultiPolygon ?? cell.Factory.CreateMultiPolygon([.. Enumerable.Range(0, cell.NumGeometries).Select(cell.GetGeometryN).OfType<Polygon>()]);
}
