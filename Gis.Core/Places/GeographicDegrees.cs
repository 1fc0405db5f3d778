namespace Gis.Core.Places;

/// <summary>Degrees that need no transformation.</summary>
internal sealed record GeographicDegrees(string Label) : Crs
{
    public override string Name => Label;

    private protected override string? FaultOf(XY pair) => FaultOfDegrees(pair);

    private protected override LonLat Unproject(XY pair) => LonLat.Of(pair.X, pair.Y);

    private protected override XY Project(LonLat position) => new(position.Longitude, position.Latitude);
}
