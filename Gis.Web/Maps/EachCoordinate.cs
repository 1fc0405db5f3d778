using NetTopologySuite.Geometries;

namespace Gis.Web.Maps;

/// <summary>Moves every coordinate of a geometry by one rule.</summary>
internal sealed class EachCoordinate(Func<Coordinate, Coordinate> move) : ICoordinateSequenceFilter
{
    public bool Done => false;

    public bool GeometryChanged => true;

    public void Filter(CoordinateSequence seq, int i)
    {
        var moved = move(new Coordinate(seq.GetX(i), seq.GetY(i)));
        seq.SetX(i, moved.X);
        seq.SetY(i, moved.Y);
    }
}
