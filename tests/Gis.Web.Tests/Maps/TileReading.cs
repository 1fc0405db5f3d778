using System.IO.Compression;
using Gis.Web.Maps;
using NetTopologySuite.IO.VectorTiles;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using Tile = NetTopologySuite.IO.VectorTiles.Tiles.Tile;

namespace Gis.Web.Tests.Maps;

/// <summary>Reads tiles by another's hand than the one that wrote them.</summary>
internal static class TileReading
{
    internal static VectorTile Decode(byte[]? packed, TileAddress at) =>
        packed is null ? new VectorTile() : new MapboxTileReader().Read(new MemoryStream(Unpack(packed)), new Tile(at.X, at.Y, at.Zoom));

    internal static byte[] Unpack(byte[] packed)
    {
        var plain = new MemoryStream();
        using var zip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        zip.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>Every address of a zoom that meets a box in degrees.</summary>
    internal static IEnumerable<TileAddress> Around(NetTopologySuite.Geometries.Envelope bounds, int zoom)
    {
        var first = Tile.CreateAroundLocation(bounds.MaxY, bounds.MinX, zoom)!;
        var last = Tile.CreateAroundLocation(bounds.MinY, bounds.MaxX, zoom)!;
        return from x in Enumerable.Range(first.X, last.X - first.X + 1)
               from y in Enumerable.Range(first.Y, last.Y - first.Y + 1)
               select new TileAddress(zoom, x, y);
    }
}
