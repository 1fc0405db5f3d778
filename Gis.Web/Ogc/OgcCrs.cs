using System.Collections.Immutable;
using Gis.Core.Places;

namespace Gis.Web.Ogc;

/// <summary>A coordinate system of OGC API - Features Part 2, with the axes in the order of its authority.</summary>
/// <param name="Uri">What names it in links and parameters.</param>
/// <param name="System">How positions are written in it, longitude or easting first.</param>
/// <param name="IsLatitudeFirst">Whether its authority puts the latitude first.</param>
public sealed record OgcCrs(string Uri, Crs System, bool IsLatitudeFirst)
{
    private const double LastMercatorLatitude = 85.05112877980659;

    public static OgcCrs Crs84 { get; } = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", Crs.Wgs84, IsLatitudeFirst: false);

    /// <summary>In which positions are kept here (decision 1).</summary>
    public static OgcCrs Storage { get; } = new("http://www.opengis.net/def/crs/EPSG/0/4490", Crs.Cgcs2000, IsLatitudeFirst: true);

    public static ImmutableArray<OgcCrs> All { get; } =
    [
        Crs84,
        Storage,
        new("http://www.opengis.net/def/crs/EPSG/0/4326", Crs.Wgs84, IsLatitudeFirst: true),
        new("http://www.opengis.net/def/crs/EPSG/0/3857", Crs.WebMercator, IsLatitudeFirst: false),
    ];

    public bool IsDegrees => System != Crs.WebMercator;

    // A tenth of a millimetre either way, far below what any position is known to.
    private int Decimals => IsDegrees ? 9 : 4;

    public static OgcCrs? Find(string uri) => All.FirstOrDefault(crs => crs.Uri == uri);

    /// <summary>A position as a pair in the order of the axes.</summary>
    public XY Write(LonLat position)
    {
        var within = IsDegrees ? position : LonLat.Of(position.Longitude, Math.Clamp(position.Latitude, -LastMercatorLatitude, LastMercatorLatitude));
        var pair = System.FromLonLat(within);
        return Swap(new XY(Math.Round(pair.X, Decimals), Math.Round(pair.Y, Decimals)));
    }

    /// <summary>The position of a pair in the order of the axes; false where it lies outside the system.</summary>
    public bool TryRead(XY pair, out LonLat position) => System.TryToLonLat(Swap(pair), out position, out _);

    /// <summary>A pair with easting or longitude first, from one in the order of the axes, and back.</summary>
    public XY Swap(XY pair) => IsLatitudeFirst ? new XY(pair.Y, pair.X) : pair;
}
