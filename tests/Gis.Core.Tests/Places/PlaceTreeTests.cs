using CsCheck;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Places;

public sealed class PlaceTreeTests
{
    // Crowded, so that equal distances come up; along the date line; over both poles; anywhere.
    private static readonly Gen<LonLat> Crowd = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], (east, north) => LonLat.Of(106 + (east * 0.001), 38 + (north * 0.001)));
    private static readonly Gen<LonLat> DateLine = Gen.Select(Gen.Double[-0.2, 0.2], Gen.Double[-1, 1], (east, north) => LonLat.Of(east < 0 ? 180 + east : -180 + east, north));
    private static readonly Gen<LonLat> Poles = Gen.Select(Gen.Double[-180, 180], Gen.Double[89.9, 90], Gen.Bool, (lon, lat, north) => LonLat.Of(lon, north ? lat : -lat));
    private static readonly Gen<LonLat> Anywhere = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90], LonLat.Of);

    private static readonly Gen<(LonLat[] Places, LonLat At)> Case =
        Gen.OneOf(new[] { Crowd, DateLine, Poles, Anywhere }.Select(place => Gen.Select(place.Array[0, 60], place)).ToArray());

    [Fact]
    public void The_nearest_are_those_found_by_measuring_all()
    {
        Gen.Select(Case, Gen.Int[0, 12]).Sample((given, count) =>
        {
            var expected = given.Places.Select((place, index) => (Place: index, Distance: Geodesic.Distance(given.At, place)))
                .OrderBy(found => found.Distance).ThenBy(found => found.Place).Take(count);
            Assert.Equal(expected.Select(found => found.Place), new PlaceTree([.. given.Places]).Nearest(given.At, count));
        });
    }

    [Fact]
    public void Exactly_at_a_distance_is_within_it_and_a_hair_beyond_is_not()
    {
        Case.Where(given => given.Places.Length > 0).Sample(given =>
        {
            var tree = new PlaceTree([.. given.Places]);
            var nearest = given.Places.Min(place => Geodesic.Distance(given.At, place));
            Assert.True(tree.AnyWithin(given.At, nearest));
            if (nearest.Value > 0)
                Assert.False(tree.AnyWithin(given.At, new Metres(Math.BitDecrement(nearest.Value))));
        });
    }

    [Fact]
    public void Where_there_is_nothing_nothing_is_near()
    {
        var none = new PlaceTree([]);
        Assert.Empty(none.Nearest(LonLat.Of(106, 38), 3));
        Assert.Throws<InvalidOperationException>(() => none.DistanceToNearest(LonLat.Of(106, 38)));
        Assert.False(none.AnyWithin(LonLat.Of(106, 38), new Metres(1e9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => none.Nearest(LonLat.Of(106, 38), -1));
    }

    [Fact]
    public void No_way_is_longer_than_its_chord_allows()
    {
        Gen.Select(Anywhere, Anywhere).Sample((from, to) =>
        {
            var chord = Math.Sqrt(SpacePoint.Of(from).ChordSquaredTo(SpacePoint.Of(to)));
            var way = Geodesic.Distance(from, to).Value;
            Assert.InRange(way, chord - 1e-6, SpacePoint.MostMetresOver(chord) + 1e-6);
        });
    }
}
