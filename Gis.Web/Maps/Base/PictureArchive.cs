namespace Gis.Web.Maps.Base;

/// <summary>Looks whether a file is a PMTiles archive of pictures.</summary>
internal static class PictureArchive
{
    private const int HeadBytes = 127;
    private const int TypeAt = 99;
    private const int DeepestZoomAt = 101;

    /// <summary>The last zoom of the archive; null where the file is not there, or none of pictures.</summary>
    internal static int? ReadDeepestZoom(string file)
    {
        if (!File.Exists(file))
            return null;
        using var stream = File.OpenRead(file);
        var head = new byte[HeadBytes];
        if (stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes || !head.AsSpan().StartsWith("PMTiles\x3"u8))
            return null;
        // 1 is vector tiles, which would need a style of their own; PNG, JPEG, WebP, AVIF.
        return head[TypeAt] is >= 2 and <= 5 ? head[DeepestZoomAt] : null;
    }
}
