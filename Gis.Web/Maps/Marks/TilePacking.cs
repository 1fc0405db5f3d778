using System.IO.Compression;

namespace Gis.Web.Maps.Marks;

/// <summary>Packs tiles by gzip, as a browser unpacks them.</summary>
internal static class TilePacking
{
    internal static byte[] Pack(ReadOnlySpan<byte> tile)
    {
        var packed = new MemoryStream(tile.Length / 2);
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal))
            zip.Write(tile);
        return packed.ToArray();
    }
}
