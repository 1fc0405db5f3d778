using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Data.Illustration;

/// <summary>
/// Lays villages around their township's seat, evenly, in the ground nearest to it and on its bank of the river. The rule
/// is written in geodata/README.md.
/// </summary>
internal sealed class VillageLayout
{
    internal const string Source = "示意:在乡镇驻地周围按规则均匀排布";

    // The golden angle spreads points of a spiral evenly, whatever their number.
    private static readonly double GoldenAngle = Math.PI * (3 - Math.Sqrt(5));
    private const int MostTries = 2_000;
    private const double ClosestStep = 50;

    // Villages on two sides of the line between two seats stay apart by about as much.
    private const double Clearance = 150;

    private readonly Township[] townships;
    private readonly (double X, double Y)[] seats;
    private readonly RiverSide river;
    private readonly LonLat origin;

    internal VillageLayout(CityFacts facts)
    {
        townships = [.. facts.Townships.Select(township => township.Township)];
        origin = LonLat.Of(
            townships.Average(township => township.Seat!.At.Longitude), townships.Average(township => township.Seat!.At.Latitude));
        seats = [.. townships.Select(township => ToPlane(township.Seat!.At))];
        river = new RiverSide(facts.River.Select(ToPlane), townships.Select((township, index) => (township.Bank, seats[index])));
    }

    /// <summary>Positions for a number of villages of a township, the nearest to its seat first.</summary>
    internal IReadOnlyList<Position> Lay(AreaCode township, int count)
    {
        var own = Array.FindIndex(townships, candidate => candidate.Code == township);
        var radius = RadiusOf(own);
        var places = FindGround(own, radius / Math.Sqrt(Math.Max(count, 4)), count);
        if (places.Count < count)
            throw new InvalidOperationException($"There is no ground left for the villages of {township} {townships[own].Name}.");
        // A village may in truth stand anywhere its township's villages stand.
        var farthest = places.Max(place => Between(seats[own], place));
        var accuracy = new Metres(Math.Max(1000, Math.Ceiling(farthest / 100) * 100));
        return [.. places.Select(place => new Position(ToLonLat(place), Placement.Illustrative, accuracy, Source))];
    }

    // Where the ground nearest to a seat is small, its villages lie closer together.
    private List<(double X, double Y)> FindGround(int own, double step, int count)
    {
        var places = new List<(double X, double Y)>();
        for (; places.Count < count && step > ClosestStep; step *= 0.9)
        {
            places = ListSpiral(seats[own], step)
                .Where(place => river.Holds(townships[own].Bank, place) && IsNearestToOwn(own, place))
                .Take(count)
                .ToList();
        }

        return places;
    }

    private static IEnumerable<(double X, double Y)> ListSpiral((double X, double Y) centre, double step) =>
        Enumerable.Range(0, MostTries).Select(index =>
        {
            var (distance, angle) = (step * Math.Sqrt(index + 0.5), index * GoldenAngle);
            return (centre.X + (distance * Math.Cos(angle)), centre.Y + (distance * Math.Sin(angle)));
        });

    // Half the way to the seats around, so that neighbours meet; wide rural townships are not filled to their edges.
    private double RadiusOf(int own)
    {
        var around = seats.Where((_, other) => other != own).Select(seat => Between(seats[own], seat)).Order().Take(3).DefaultIfEmpty(6000).Average();
        return Math.Clamp(around * 0.55, 600, townships[own].Kind == TownshipKind.Street ? 3000 : 7000);
    }

    private bool IsNearestToOwn(int own, (double X, double Y) place) =>
        seats.Where((_, other) => other != own).All(seat => Between(seats[own], place) + Clearance <= Between(seat, place));

    private static double Between((double X, double Y) one, (double X, double Y) other) => double.Hypot(one.X - other.X, one.Y - other.Y);

    private const double MetresPerDegree = 111_195;

    private (double X, double Y) ToPlane(LonLat at) => (
        (at.Longitude - origin.Longitude) * MetresPerDegree * Math.Cos(origin.Latitude * Math.PI / 180),
        (at.Latitude - origin.Latitude) * MetresPerDegree);

    private LonLat ToLonLat((double X, double Y) place) => LonLat.Of(
        Math.Round(origin.Longitude + (place.X / (MetresPerDegree * Math.Cos(origin.Latitude * Math.PI / 180))), 5),
        Math.Round(origin.Latitude + (place.Y / MetresPerDegree), 5));
}
