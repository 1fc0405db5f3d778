using Gis.Core.Travel.Tours;

namespace Gis.Core.Pairing.Month;

/// <summary>
/// Day tours of any villages in one part of the month: the best by proof where they are few, else the best found and a bound.
/// What was reckoned is kept.
/// </summary>
internal sealed class PartTours(TourTimes times, MonthWatch watch)
{
    // The search is asked again and again where villages are shared out; it then begins anew with each set.
    private const int SearchMoves = 2000;

    private readonly Dictionary<string, List<int[]>> searched = [];
    private readonly Dictionary<string, TourFloor> floors = [];

    // The last alone, as its tables are large.
    private (int[] Villages, SmallTours Tours)? small;

    /// <summary>No tours of these villages are fewer.</summary>
    internal int LeastTours(int[] villages) =>
        villages.Length <= SmallTours.Most ? Small(villages).Fewest(All(villages)) : Floor(villages).Tours;

    /// <summary>No so many tours of these villages take less to drive; no way where so many cannot be.</summary>
    internal long LeastDriving(int[] villages, int most)
    {
        if (villages.Length <= SmallTours.Most)
            return Small(villages).Least(All(villages), most);
        return Floor(villages).Tours > most ? TourTimes.NoWay : Floor(villages).Driving;
    }

    /// <summary>The best tours found, by village; more than so many where no fewer were found.</summary>
    internal List<int[]> Find(int[] villages, int most)
    {
        if (villages.Length > SmallTours.Most)
            return Search(villages, most);
        var tours = Small(villages);
        // Asked for first, as it makes the table as long as it has to be.
        var enough = tours.Least(All(villages), most) < TourTimes.NoWay ? most : tours.Fewest(All(villages));
        return [.. tours.Split(All(villages), enough).Select(tour => tour.Select(place => villages[place - 1]).ToArray())];
    }

    /// <summary>What tours take to drive.</summary>
    internal long DriveOf(List<int[]> tours) => tours.Sum(tour => times.DriveOf([.. tour.Select(village => village + 1)]));

    internal SmallTours Small(int[] villages)
    {
        if (small is not { } kept || !kept.Villages.AsSpan().SequenceEqual(villages))
            small = kept = (villages, new SmallTours(Only(villages)));
        return kept.Tours;
    }

    internal static int All(int[] villages) => (1 << villages.Length) - 1;

    private TourFloor Floor(int[] villages) => Keep(floors, Key(villages), () => TourFloor.Of(Only(villages)));

    private List<int[]> Search(int[] villages, int most) => Keep(searched, $"{most}: {Key(villages)}", () =>
    {
        var only = Only(villages);
        var moves = new TourWatch(SearchMoves, () => watch.Cancel.IsCancellationRequested);
        var found = new TourSearch(only, Math.Max(most, Floor(villages).Tours), moves).Improve(NearestTours.Drive(only));
        return found.ConvertAll(tour => tour.Select(place => villages[place - 1]).ToArray());
    });

    private TourTimes Only(int[] villages) => times.Only(villages.Select(village => village + 1));

    private static string Key(int[] villages) => string.Join(' ', villages);

    private static T Keep<T>(Dictionary<string, T> kept, string key, Func<T> make)
    {
        if (!kept.TryGetValue(key, out var value))
            kept[key] = value = make();
        return value;
    }
}
