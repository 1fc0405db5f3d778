using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles.Tiles;

namespace Gis.Web.Maps;

/// <summary>One square of the Web Mercator pyramid, counted from the north-west.</summary>
public readonly record struct TileAddress(int Zoom, int X, int Y)
{
    public const int DeepestZoom = 16;

    // An eightieth of a tile keeps lines and halos from ending at the seam.
    private const double Margin = 1 / 80.0;

    public ulong Id => Tile.CalculateTileId(Zoom, X, Y);

    /// <summary>The ground of the tile and a margin round it, in degrees.</summary>
    public Envelope Ground
    {
        get
        {
            var tile = new Tile(X, Y, Zoom);
            var ground = new Envelope(tile.Left, tile.Right, tile.Bottom, tile.Top);
            ground.ExpandBy(ground.Width * Margin, ground.Height * Margin);
            return ground;
        }
    }

    public static bool TryParse(string zoom, string x, string y, out TileAddress address)
    {
        var read = TryParse(zoom, out var z) & TryParse(x, out var column) & TryParse(y, out var row);
        address = new TileAddress(z, column, row);
        return read && z <= DeepestZoom && column < 1 << z && row < 1 << z;
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
