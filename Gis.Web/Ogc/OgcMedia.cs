using Gis.Web.Maps;

namespace Gis.Web.Ogc;

/// <summary>The media types and relations of links.</summary>
internal static class OgcMedia
{
    internal const string Json = "application/json";
    internal const string GeoJson = "application/geo+json";
    internal const string Html = "text/html";
    internal const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    internal const string Schema = "application/schema+json";
    internal const string VectorTile = TileApi.MediaType;

    internal const string Queryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    internal const string SchemaOfFeatures = "http://www.opengis.net/def/rel/ogc/1.0/schema";
    internal const string VectorTilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    internal const string TileMatrixSets = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";
    internal const string TileMatrixSet = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
}
