using Gis.Core.Places;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel.Roads;

/// <summary>
/// A made-up town of square blocks of one kilometre on the equator, in which every block takes a minute by car (60 km/h), four by
/// e-bike (15 km/h) and twelve on foot (5 km/h). Streets run east and north; Name(0, 0) is the south-western corner.
/// </summary>
internal sealed class GridTown
{
    internal static readonly RoadUse OnFoot = RoadUse.BothWays(new Speed(5));
    internal static readonly RoadUse ByEBike = RoadUse.BothWays(new Speed(15));
    internal static readonly RoadUse ByCar = RoadUse.BothWays(new Speed(60));

    private readonly RoadNetwork.Builder builder = new();
    private readonly Dictionary<(int X, int Y), int> corners = [];
    private readonly Dictionary<((int X, int Y) From, (int X, int Y) To), int> streets = [];

    /// <summary>A full grid of so many corners each way.</summary>
    internal static GridTown Of(int columns, int rows)
    {
        var town = new GridTown();
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                if (x + 1 < columns)
                    town.Street((x, y), (x + 1, y));
                if (y + 1 < rows)
                    town.Street((x, y), (x, y + 1));
            }
        }

        return town;
    }

    /// <summary>The position so many kilometres east and north of the first corner.</summary>
    internal static LonLat At(double east, double north)
    {
        var across = Geodesic.Destination(LonLat.Of(0, 0), new Bearing(east < 0 ? 270 : 90), Metres.FromKilometres(Math.Abs(east)));
        return Geodesic.Destination(across, new Bearing(north < 0 ? 180 : 0), Metres.FromKilometres(Math.Abs(north)));
    }

    /// <summary>Adds a street between two corners; both ways for cars unless another use is given.</summary>
    internal GridTown Street((int X, int Y) from, (int X, int Y) to, RoadUse? car = null, string? bridge = null)
    {
        streets[(from, to)] = builder.AddRoad(new Road(Corner(from), Corner(to), [], OnFoot, ByEBike, car ?? ByCar, bridge));
        return this;
    }

    /// <summary>Bans the turn at a corner for who comes from one neighbouring corner and would go to another.</summary>
    internal GridTown Ban((int X, int Y) from, (int X, int Y) via, (int X, int Y) to)
    {
        builder.Ban(new TurnBan(StreetBetween(from, via), Corner(via), StreetBetween(via, to)));
        return this;
    }

    internal RoadNetwork Build() => builder.Build("grid");

    private int Corner((int X, int Y) at)
    {
        if (!corners.TryGetValue(at, out var vertex))
            corners[at] = vertex = builder.AddVertex(At(at.X, at.Y));
        return vertex;
    }

    private int StreetBetween((int X, int Y) one, (int X, int Y) other) =>
        streets.TryGetValue((one, other), out var street) ? street : streets[(other, one)];
}
