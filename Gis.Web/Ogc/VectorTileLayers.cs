namespace Gis.Web.Ogc;

/// <summary>
/// Takes layers out of vector tiles without decoding them. A tile is its layers one after another (Mapbox Vector Tile 2.1, 4), so
/// that tiles are joined by writing one behind the other.
/// </summary>
internal static class VectorTileLayers
{
    private const int LayerField = 3;
    private const int NameField = 1;
    private const int LengthDelimited = 2;

    /// <summary>The layer of a name; empty where the tile has none.</summary>
    internal static ReadOnlyMemory<byte> Find(ReadOnlyMemory<byte> tile, string name)
    {
        var at = 0;
        while (at < tile.Length)
        {
            var start = at;
            var (field, content) = Next(tile.Span, ref at);
            if (field == LayerField && IsNamed(tile.Span[content], name))
                return tile[start..at];
        }

        return default;
    }

    private static bool IsNamed(ReadOnlySpan<byte> layer, string name)
    {
        var at = 0;
        while (at < layer.Length)
        {
            var (field, content) = Next(layer, ref at);
            if (field == NameField)
                return System.Text.Encoding.UTF8.GetString(layer[content]) == name;
        }

        return false;
    }

    // Tiles of this program have whole numbers and lengths alone at these two levels.
    private static (int Field, Range Content) Next(ReadOnlySpan<byte> bytes, ref int at)
    {
        var key = ReadNumber(bytes, ref at);
        var start = at;
        var number = ReadNumber(bytes, ref at);
        if ((key & 7) != LengthDelimited)
            return ((int)(key >> 3), start..at);
        start = at;
        at += (int)number;
        return ((int)(key >> 3), start..at);
    }

    private static ulong ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
