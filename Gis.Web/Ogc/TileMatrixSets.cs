using System.Globalization;
using System.Text.Json.Nodes;
using Gis.Web.Maps;

namespace Gis.Web.Ogc;

/// <summary>The one tile matrix set there is: the squares of most web maps, counted from the north-west (OGC 17-083r4, annex D.1).</summary>
internal static class TileMatrixSets
{
    internal const string Id = "WebMercatorQuad";
    internal const string Uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    internal const string MercatorUri = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private const double HalfTurnMetres = 20037508.342789244;
    private const int PixelsOfTile = 256;

    // The standard's pixel of 0.28 mm.
    private const double MetresOfPixel = 0.00028;

    internal static JsonObject Write() => new()
    {
        ["id"] = Id,
        ["title"] = "Google Maps Compatible for the World",
        ["uri"] = Uri,
        ["crs"] = MercatorUri,
        ["orderedAxes"] = new JsonArray("X", "Y"),
        ["wellKnownScaleSet"] = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        ["tileMatrices"] = new JsonArray([.. Enumerable.Range(0, TileAddress.DeepestZoom + 1).Select(zoom => (JsonNode)Matrix(zoom))]),
    };

    /// <exception cref="OgcFault">There is no such set.</exception>
    internal static void MustBe(string id)
    {
        if (id != Id)
        {
            throw new OgcFault(
                StatusCodes.Status404NotFound,
                new("没有这个瓦片方案", "There is no such tile matrix set"),
                new($"有的是 {Id},没有“{id}”", $"There is {Id} and no '{id}'"));
        }
    }

    private static JsonObject Matrix(int zoom)
    {
        var cell = 2 * HalfTurnMetres / PixelsOfTile / (1 << zoom);
        return new()
        {
            ["id"] = zoom.ToString(CultureInfo.InvariantCulture),
            ["scaleDenominator"] = cell / MetresOfPixel,
            ["cellSize"] = cell,
            ["cornerOfOrigin"] = "topLeft",
            ["pointOfOrigin"] = new JsonArray(-HalfTurnMetres, HalfTurnMetres),
            ["tileWidth"] = PixelsOfTile,
            ["tileHeight"] = PixelsOfTile,
            ["matrixWidth"] = 1 << zoom,
            ["matrixHeight"] = 1 << zoom,
        };
    }
}
