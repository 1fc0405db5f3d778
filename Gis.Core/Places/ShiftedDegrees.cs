namespace Gis.Core.Places;

/// <summary>
/// Degrees that are shifted inside the customary box around China and true outside, where AMap and Baidu give WGS-84.
/// </summary>
/// <remarks>
/// The box is closed: a position exactly on its edge is shifted. A shifted pair is undone by the fixed point p ← p - (shift(p) -
/// q). A pair that no position inside the box shifts to is taken as true; so within about 1.5 km of the edge, which runs
/// through no Chinese land, two positions may share a pair, and the one inside the box is given.
/// </remarks>
internal sealed record ShiftedDegrees(string Label, Func<XY, XY> Shift) : Crs
{
    // A hundredth of a micrometre on the ground. The shift varies by less than 3 %, so ten steps suffice.
    private const double Settled = 1e-13;
    private const int MostSteps = 30;

    public override string Name => Label;

    private protected override string? FaultOf(XY pair) => FaultOfDegrees(pair);

    private protected override XY Project(LonLat position)
    {
        var pair = new XY(position.Longitude, position.Latitude);
        return IsInBox(pair) ? Shift(pair) : pair;
    }

    private protected override LonLat Unproject(XY pair)
    {
        var position = UndoShift(pair);
        return IsInBox(position) ? LonLat.Of(position.X, position.Y) : LonLat.Of(pair.X, pair.Y);
    }

    private XY UndoShift(XY pair)
    {
        var guess = pair;
        for (var step = 0; step < MostSteps; step++)
        {
            var shifted = Shift(guess);
            var (x, y) = (shifted.X - pair.X, shifted.Y - pair.Y);
            guess = new XY(guess.X - x, guess.Y - y);
            if (Math.Abs(x) < Settled && Math.Abs(y) < Settled)
                break;
        }

        return guess;
    }

    private static bool IsInBox(XY degrees) =>
        degrees is { X: >= 72.004 and <= 137.8347, Y: >= 0.8293 and <= 55.8271 };
}
