namespace Gis.Web.Maps.Marks;

/// <summary>
/// A place on the Web Mercator square by its Morton key (Morton 1966): 32 bits of x and 32 of y, from the north-west, interleaved.
/// Sorted so, the marks of any tile of any zoom stand in one piece, and those of any cell of a tile, too.
/// </summary>
internal static class MercatorKey
{
    private const double LastLatitude = 85.051128779806589;
    private const double Side = 4294967296;

    /// <summary>The key of a place in degrees; what lies beyond the square is moved to its edge.</summary>
    internal static ulong Of(double longitude, double latitude)
    {
        var y = Math.Asinh(Math.Tan(Math.Clamp(latitude, -LastLatitude, LastLatitude) * Math.PI / 180)) / Math.PI;
        return Join(OnGrid((longitude + 180) / 360), OnGrid((1 - y) / 2));
    }

    /// <summary>The least and the greatest key of a tile.</summary>
    internal static (ulong First, ulong Last) RangeOf(TileAddress tile)
    {
        // Shifting by 64 would shift by none.
        if (tile.Zoom == 0)
            return (0, ulong.MaxValue);
        var below = 64 - (2 * tile.Zoom);
        var first = Join((uint)tile.X, (uint)tile.Y) << below;
        return (first, first | ((1UL << below) - 1));
    }

    internal static ulong Join(uint x, uint y) => Spread(x) | (Spread(y) << 1);

    internal static (uint X, uint Y) Part(ulong key) => (Gather(key), Gather(key >> 1));

    private static uint OnGrid(double share) => (uint)Math.Clamp(share * Side, 0, uint.MaxValue);

    private static ulong Spread(ulong bits)
    {
        bits = (bits | (bits << 16)) & 0x0000FFFF0000FFFF;
        bits = (bits | (bits << 8)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x3333333333333333;
        return (bits | (bits << 1)) & 0x5555555555555555;
    }

    private static uint Gather(ulong bits)
    {
        bits &= 0x5555555555555555;
        bits = (bits | (bits >> 1)) & 0x3333333333333333;
        bits = (bits | (bits >> 2)) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | (bits >> 4)) & 0x00FF00FF00FF00FF;
        bits = (bits | (bits >> 8)) & 0x0000FFFF0000FFFF;
        return (uint)(bits | (bits >> 16));
    }
}
