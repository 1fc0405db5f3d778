namespace Gis.Core.Places;

/// <summary>Sine and cosine of the reduced latitude β, tan β = (1 - f) tan φ: the latitude on the auxiliary sphere.</summary>
internal readonly record struct ReducedLatitude(double Sine, double Cosine)
{
    public static ReducedLatitude Of(LonLat position, Ellipsoid ellipsoid)
    {
        var (sine, cosine) = Math.SinCos(position.Latitude * Math.PI / 180);
        sine *= 1 - ellipsoid.Flattening;
        var length = Math.Sqrt((sine * sine) + (cosine * cosine));
        return new ReducedLatitude(sine / length, cosine / length);
    }

    public ReducedLatitude Mirrored => this with { Sine = -Sine };
}
