namespace Gis.Core.Travel.Tours;

/// <summary>
/// Takes strings of neighbouring stops out of tours that lie near each other, and puts every stop back where it adds least:
/// Christiaens and Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing Problems", Transportation Science 54(2),
/// 2020, with their numbers.
/// </summary>
internal sealed class TourMoves
{
    private const double MeanTaken = 10;
    private const double LongestString = 10;
    private const double SplitShare = 0.5;
    private const double BlinkShare = 0.01;

    private readonly TourTimes times;
    private readonly Random random;

    // The stops from each, nearest first, itself at the head.
    private readonly int[][] near;

    internal TourMoves(TourTimes times, Random random)
    {
        (this.times, this.random) = (times, random);
        var stops = Enumerable.Range(1, times.Count - 1).ToArray();
        near = [.. Enumerable.Range(0, times.Count).Select(from => stops.OrderBy(to => to == from ? -1 : times.Drive(from, to)).ThenBy(to => to).ToArray())];
    }

    internal void Ruin(TourState state)
    {
        var longest = Math.Min(LongestString, (double)state.Tours.Sum(tour => tour.Places.Length) / state.Tours.Count);
        var strings = Draw(Math.Max(1, (4 * MeanTaken / (1 + longest)) - 1));
        var ruined = new HashSet<Tour>();
        foreach (var place in near[random.Next(1, times.Count)])
        {
            if (ruined.Count == strings || ruined.Count == state.Tours.Count)
                break;
            if (state.FindTour(place) is var found && (found < 0 || ruined.Contains(state.Tours[found])))
                continue;
            var tour = state.Tours[found];
            var left = Take(state, tour, Array.IndexOf(tour.Places, place), Draw(Math.Min(tour.Places.Length, longest)));
            state.Tours[found] = left;
            ruined.Add(left);
        }

        state.Tours.RemoveAll(tour => tour.Places.Length == 0);
    }

    /// <summary>Puts the absent stops back; what fits nowhere opens a tour while there are fewer than the most, and else stays absent.</summary>
    internal void Recreate(TourState state, int mostTours)
    {
        var order = Sort(state.Absent);
        state.Absent.Clear();
        foreach (var place in order)
        {
            if (FindCheapest(state, place) is (var tour, var index, var added))
                state.Tours[tour] = state.Tours[tour].With(times, place, index, added);
            else if (state.Tours.Count < mostTours)
                state.Tours.Add(Tour.Of(times, [place]));
            else
                state.Absent.Add(place);
        }
    }

    // A whole number from 1 to the most, each about as likely.
    private int Draw(double most) => (int)(1 + (random.NextDouble() * most));

    // Either the string itself, or one a stop longer of which one in the middle is left where it is.
    private Tour Take(TourState state, Tour tour, int index, int length)
    {
        var kept = length > 1 && length < tour.Places.Length && random.NextDouble() < SplitShare ? 1 : 0;
        var span = length + kept;
        var first = random.Next(Math.Max(0, index - span + 1), Math.Min(index, tour.Places.Length - span) + 1);
        var spared = kept == 0 ? -1 : first + random.Next(1, span - 1);
        var left = new List<int>(tour.Places.Length);
        for (var i = 0; i < tour.Places.Length; i++)
            (i < first || i >= first + span || i == spared ? left : state.Absent).Add(tour.Places[i]);
        return Tour.Of(times, [.. left]);
    }

    private List<int> Sort(List<int> absent)
    {
        var dice = random.Next(11);
        if (dice >= 4)
            return [.. absent.OrderByDescending(place => dice < 8 ? times.Stay(place) : dice < 10 ? times.RoundTrip(place) : -times.RoundTrip(place))];
        List<int> mixed = [.. absent];
        for (var i = mixed.Count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (mixed[i], mixed[other]) = (mixed[other], mixed[i]);
        }

        return mixed;
    }

    private (int Tour, int Index, long Added)? FindCheapest(TourState state, int place)
    {
        var best = (Tour: -1, Index: 0, Added: long.MaxValue);
        for (var i = 0; i < state.Tours.Count; i++)
        {
            var tour = state.Tours[i];
            var room = times.Day - tour.Away - times.Stay(place);
            for (var index = 0; index <= tour.Places.Length && room >= 0; index++)
            {
                var added = tour.Added(times, place, index);
                // Now and then a place is overlooked, so that not all searches end alike.
                if (added <= room && added < best.Added && random.NextDouble() >= BlinkShare)
                    best = (i, index, added);
            }
        }

        return best.Tour < 0 ? null : best;
    }
}
