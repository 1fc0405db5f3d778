namespace Gis.Core.Places;

/// <summary>EPSG:3857: the sphere's Mercator with ellipsoidal degrees (IOGP Guidance Note 7-2, method 1024).</summary>
internal sealed record WebMercator : Crs
{
    private const double Radius = 6378137;
    private const double HalfTurn = Math.PI * Radius;
    private const double LastLatitude = 85.051128779806589;

    public override string Name => "epsg:3857";

    private protected override string? FaultOf(XY pair) =>
        FaultOfRange('x', "Mercator easting", pair.X, HalfTurn, "metres")
        ?? FaultOfRange('y', "Mercator northing", pair.Y, HalfTurn, "metres");

    private protected override string? FaultOf(LonLat position) =>
        Math.Abs(position.Latitude) <= LastLatitude ? null : Invariant(
            $"epsg:3857 ends at latitude 85.0511 and does not reach {position.Latitude:0.######}; wgs84 does.");

    private protected override XY Project(LonLat position) => new(
        Radius * position.Longitude * Math.PI / 180,
        Radius * Math.Asinh(Math.Tan(position.Latitude * Math.PI / 180)));

    private protected override LonLat Unproject(XY pair) => LonLat.Of(
        Math.Clamp(pair.X / HalfTurn * 180, -180, 180),
        Math.Atan(Math.Sinh(pair.Y / Radius)) * 180 / Math.PI);
}
