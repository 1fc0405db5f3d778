using Gis.Core.Travel.Tours;
using Google.OrTools.LinearSolver;

namespace Gis.Core.Pairing.Month;

/// <summary>What day tours of many stops take at least.</summary>
/// <remarks>
/// The driving is the greatest of three bounds. First, s·r ÷ (D − r) summed over the stops, s being the stay, r the stop's own round
/// trip and D the day: x ÷ (D − x) grows with x, a tour's stays are at most D less its driving, and it drives at least the round trip
/// of its farthest stop; so the sum over one tour is at most what it drives (Haimovich and Rinnooy Kan 1985, with time for the load).
/// Second, the shortest way into every stop, and as many shortest ways home as there are tours at least. Third, where the tours that
/// fit a day can be listed, prices on the stops that no tour's stops exceed in sum: the dual of the linear relaxation of choosing tours
/// (Balinski and Quandt, "On an integer program for a delivery problem", 1964).
/// </remarks>
/// <param name="Tours">No plan has fewer tours.</param>
/// <param name="Driving">No plan drives less.</param>
internal sealed record TourFloor(int Tours, long Driving)
{
    private const int MostListed = 50_000;
    private const int RowsAtOnce = 200;

    // The solver reckons in seconds; a millisecond is what a bound is told to.
    private const double Thousand = 1000;
    private const double Slack = 1e-6;

    internal static TourFloor Of(TourTimes times)
    {
        var tours = TourBound.Find(times);
        var driving = Math.Max(SumRadial(times), SumShortest(times, tours));
        return new TourFloor(tours, FeasibleTours.List(times, MostListed) is { } listed ? Math.Max(driving, Price(times.Count, listed)) : driving);
    }

    // Rounded down, as doubles lose what is far below a millisecond.
    private static long SumRadial(TourTimes times)
    {
        var sum = 0.0;
        for (var place = 1; place < times.Count; place++)
            sum += (double)times.Stay(place) * times.RoundTrip(place) / (times.Day - times.RoundTrip(place));
        return (long)Math.Floor(sum);
    }

    private static long SumShortest(TourTimes times, int tours)
    {
        var stops = Enumerable.Range(1, times.Count - 1).ToList();
        return stops.Sum(to => Enumerable.Range(0, times.Count).Where(from => from != to).Min(from => times.Drive(from, to)))
            + (tours * stops.Min(stop => times.Drive(stop, 0)));
    }

    // Most tours never bind, so those that do are looked for: what the prices exceed is added until they exceed nothing.
    private static long Price(int count, List<(int[] Places, long Drive)> tours)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var prices = Enumerable.Range(0, count).Select(place => solver.MakeNumVar(0, place == 0 ? 0 : double.PositiveInfinity, "")).ToArray();
        foreach (var price in prices)
            solver.Objective().SetCoefficient(price, 1);
        solver.Objective().SetMaximization();
        var added = tours.Where(tour => tour.Places.Length == 1).ToList();
        while (added.Count > 0)
        {
            added.ForEach(tour => AddRow(solver, prices, tour));
            if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
                return 0;
            var solved = prices.Select(price => price.SolutionValue()).ToArray();
            added = [.. tours.Select(tour => (tour, Over: tour.Places.Sum(place => solved[place]) - (tour.Drive / Thousand))).Where(pair => pair.Over > Slack)
                .OrderByDescending(pair => pair.Over).Take(RowsAtOnce).Select(pair => pair.tour)];
        }

        return Round(prices.Select(price => price.SolutionValue()), tours);
    }

    private static void AddRow(Solver solver, Variable[] prices, (int[] Places, long Drive) tour)
    {
        var row = solver.MakeConstraint(double.NegativeInfinity, tour.Drive / Thousand);
        foreach (var place in tour.Places)
            row.SetCoefficient(prices[place], 1);
    }

    // Prices are taken as whole milliseconds and shrunk until no tour is exceeded: the bound then holds whatever the solver's rounding was.
    private static long Round(IEnumerable<double> solved, List<(int[] Places, long Drive)> tours)
    {
        var prices = solved.Select(price => (long)Math.Floor(Math.Max(0, price) * Thousand)).ToArray();
        var shrink = 1.0;
        foreach (var (places, drive) in tours)
        {
            var sum = places.Sum(place => prices[place]);
            if (sum > drive)
                shrink = Math.Min(shrink, (double)drive / sum);
        }

        return (long)Math.Floor(prices.Sum() * shrink);
    }
}
