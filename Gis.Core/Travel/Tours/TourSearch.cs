namespace Gis.Core.Travel.Tours;

/// <summary>
/// Looks for fewer tours, then for less driving, by ruin and recreate. The random numbers are drawn from a seed, and the effort is
/// counted in moves: the same task gives the same tours.
/// </summary>
internal sealed class TourSearch
{
    private const int Seed = 20180313;

    // How often the watch is looked at.
    private const int Stride = 64;

    // The temperatures as shares of the mean way to a stop.
    private const double Hot = 0.5;
    private const double Cold = 0.005;

    private readonly TourTimes times;
    private readonly TourWatch watch;
    private readonly int leastTours;
    private readonly Random random = new(Seed);
    private readonly TourMoves moves;

    /// <param name="times">The times.</param>
    /// <param name="leastTours">No tours are fewer, or so many are few enough.</param>
    /// <param name="watch">How long to go on.</param>
    internal TourSearch(TourTimes times, int leastTours, TourWatch watch)
    {
        (this.times, this.leastTours, this.watch) = (times, leastTours, watch);
        moves = new TourMoves(times, random);
    }

    internal List<int[]> Improve(List<int[]> begun)
    {
        var best = new TourState(begun.Select(tour => Tour.Of(times, tour)), []);
        Tell(best);
        if (times.Count > 2)
            best = DriveLess(UseFewer(best));
        Tell(best);
        return [.. best.Tours.Select(tour => tour.Places)];
    }

    // As the paper's fleet minimisation: a tour is dropped, and states with stops left out are wandered through, those preferred
    // whose absent stops were absent least often, until one has none.
    private TourState UseFewer(TourState best)
    {
        var missed = new long[times.Count];
        var now = best;
        for (var move = 0; best.Tours.Count > leastTours && move < watch.Effort && Goes(move); move++)
        {
            if (now.Absent.Count == 0)
            {
                Tell(now);
                best = now;
                now = Drop(best, missed);
                move = 0;
                continue;
            }

            var next = now.Copy();
            moves.Ruin(next);
            moves.Recreate(next, best.Tours.Count - 1);
            if (next.Absent.Count == 0 || Sum(next, missed) <= Sum(now, missed))
                now = next;
            foreach (var place in next.Absent)
                missed[place]++;
        }

        return now.Absent.Count == 0 ? now : best;
    }

    private static TourState Drop(TourState state, long[] missed)
    {
        var dropped = state.Tours.OrderBy(tour => tour.Places.Sum(place => missed[place])).ThenBy(tour => tour.Places.Length).ThenBy(tour => tour.Away).First();
        return new TourState(state.Tours.Where(tour => tour != dropped), dropped.Places);
    }

    // Annealing: longer tours are taken less and less often.
    private TourState DriveLess(TourState begun)
    {
        var (best, now) = (begun, begun);
        var (least, drive) = (begun.Drive, begun.Drive);
        var mean = (double)least / (times.Count - 1);
        for (var move = 0; move < watch.Effort && Goes(move); move++)
        {
            var heat = mean * Hot * Math.Pow(Cold / Hot, (double)move / watch.Effort);
            var next = now.Copy();
            moves.Ruin(next);
            moves.Recreate(next, Math.Max(begun.Tours.Count, leastTours));
            if (next.Absent.Count > 0 || next.Drive is var found && found >= drive - (heat * Math.Log(1 - random.NextDouble())))
                continue;
            (now, drive) = (next, next.Drive);
            if (drive < least)
                (best, least) = (now, drive);
        }

        return best;
    }

    private static long Sum(TourState state, long[] missed) => state.Absent.Sum(place => missed[place] + 1);

    private bool Goes(int move) => move % Stride != 0 || !watch.IsOver();

    private void Tell(TourState state) => watch.Tell?.Invoke(state);
}

/// <summary>How to follow and stop a search.</summary>
/// <param name="Effort">How many moves are tried in vain.</param>
/// <param name="IsOver">Whether to take the best found so far; asked now and then.</param>
/// <param name="Tell">Told of every better state; may be null.</param>
internal sealed record TourWatch(int Effort, Func<bool> IsOver, Action<TourState>? Tell = null);
