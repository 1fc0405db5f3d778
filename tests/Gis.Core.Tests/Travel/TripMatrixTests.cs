using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Travel;

public sealed class TripMatrixTests
{
    private static readonly Bank West = new("west");
    private static readonly Bank East = new("east");
    private static readonly ModePace Pace = ModePace.Defaults[TravelMode.Car];

    private static readonly Crossing Bridge =
        new("桥", new Position(LonLat.Of(3, 0), Placement.Surveyed, new Metres(0), "made up"), West, East);

    private static readonly TripEnd[] Places = [new(LonLat.Of(0, 0), West), new(LonLat.Of(1, 0), East), new(LonLat.Of(2, 0.5), West), new(LonLat.Of(2, 0), new Bank("island"))];

    [Fact]
    public void Estimated_trips_are_those_of_the_estimate()
    {
        var (matrix, estimate) = (TripMatrix.Estimate([Bridge], Places, TravelMode.Car, Pace), new TravelEstimate([Bridge]));
        for (var from = 0; from < Places.Length; from++)
        {
            for (var to = 0; to < Places.Length; to++)
            {
                var one = estimate.Estimate(Places[from].At, Places[from].Bank, Places[to].At, Places[to].Bank, Pace);
                Assert.Equal(one?.Time.Value ?? -1, matrix[from, to]?.Time.Value ?? -1, 9);
                Assert.Equal(one?.Way.Value ?? -1, matrix[from, to]?.Way.Value ?? -1, 6);
            }
        }

        Assert.Null(matrix[0, 3]);
        Assert.Equal(TravelTable.Estimate(Town.Network(Town.Row(1)), TravelMode.Car, Pace).Version, matrix.Version);
    }

    [Fact]
    public void A_pair_that_is_not_there_has_no_way_and_a_place_is_where_it_is()
    {
        var matrix = TripMatrix.Of("test", [[new Reach(1, new Minutes(5), new Metres(500))], []]);
        Assert.Equal(5, matrix[0, 1]!.Value.Time.Value);
        Assert.Null(matrix[1, 0]);
        Assert.Equal(default(Trip), matrix[1, 1]);
    }

    [Fact]
    public void A_place_there_is_none_of_is_refused() =>
        Assert.Throws<ArgumentException>(() => TripMatrix.Of("test", [[new Reach(1, new Minutes(5), new Metres(500))]]));

    // Ten minutes to the place between and ten on, and an hour past it; there is no way back.
    [Fact]
    public void Where_it_is_shorter_to_go_by_a_place_that_is_left_out_that_is_the_trip()
    {
        var matrix = TripMatrix.Of("test", [[new Reach(1, new Minutes(10), new Metres(1000)), new Reach(2, new Minutes(60), new Metres(3000))], [new Reach(2, new Minutes(10), new Metres(1500))], []]);
        var ends = matrix.Only([0, 2]);
        Assert.Equal(new Trip(new Minutes(20), new Metres(2500)), ends[0, 1]);
        Assert.Null(ends[1, 0]);
        Assert.Equal(new Minutes(60), matrix[0, 2]!.Value.Time);
    }
}
