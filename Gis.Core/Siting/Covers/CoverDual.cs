namespace Gis.Core.Siting.Covers;

/// <summary>
/// What a cover loses at least, some columns being decided: each row offers a price to the columns that would cover it, and the
/// prices are moved towards the greatest bound along the subgradient (Held, Wolfe, Crowder 1974, Mathematical Programming 6).
/// </summary>
internal sealed class CoverDual
{
    private const double Memory = 0.9;
    private const double Inertia = 0.5;

    private readonly CoverLoss loss;
    private readonly CoverRest rest;
    private readonly ColumnPick pick;
    private readonly double[] offers;
    private readonly double[] now;
    private readonly double[] best;
    private readonly double[] most;
    private readonly double[] slope;
    private readonly double[] direction;

    internal CoverDual(CoverLoss loss)
    {
        this.loss = loss;
        State = new CoverState(loss);
        rest = new CoverRest(loss);
        pick = new ColumnPick(loss.Costs.Length);
        var rows = loss.RowWeights.Length;
        (offers, now, best, most) = (new double[rows], new double[rows], new double[rows], new double[rows]);
        (slope, direction) = (new double[rows], new double[rows]);
        Share = new double[loss.Costs.Length];
        for (var row = 0; row < rows; row++)
            offers[row] = double.IsInfinity(loss.RowWeights[row]) ? FirstOffer(row) : loss.RowWeights[row] / 2;
    }

    /// <summary>Which columns are decided, and what that covers.</summary>
    internal CoverState State { get; }

    /// <summary>How often each column was taken of late: near to its share in the relaxation.</summary>
    internal double[] Share { get; }

    /// <summary>The columns that the offers of the best bound would take.</summary>
    internal int[] Taken { get; private set; } = [];

    internal int CountFree() => rest.Columns;

    internal double[] SaveOffers() => [.. offers];

    internal void Restore(double[] saved) => saved.CopyTo(offers, 0);

    /// <summary>Raises the bound until it is as high as wanted, the rounds are over or nothing helps; the aim is a loss that is possible.</summary>
    internal double Raise(double wanted, double aim, int rounds, int patience, SitingStop stop)
    {
        Begin();
        var (highest, pace, idle) = (double.NegativeInfinity, 1.0, 0);
        for (var round = 0; round == 0 || (round < rounds && !stop.IsNow); round++)
        {
            var bound = Reckon();
            idle = bound > highest + (1e-4 * Math.Abs(aim - highest)) ? 0 : idle + 1;
            if (bound > highest)
            {
                highest = bound;
                Array.Copy(now, best, rest.Rows);
            }

            if (idle > patience)
                (idle, pace) = (0, pace / 2);
            if (highest >= wanted || pace < 1e-4 || !Move(pace * (aim - bound)))
                break;
        }

        Array.Copy(best, now, rest.Rows);
        var last = Reckon();
        Taken = [.. pick.Taken.ToArray().Select(column => rest.ColumnOf[column])];
        for (var row = 0; row < rest.Rows; row++)
            offers[rest.RowOf[row]] = best[row];
        return last;
    }

    /// <summary>Decides every free column whose other way would lose as much as is wanted.</summary>
    internal void Decide(double bound, double wanted)
    {
        for (var column = 0; column < rest.Columns; column++)
        {
            if (bound + pick.Regret(column) >= wanted)
                State.Fix(rest.ColumnOf[column], pick.ShareOf(column) >= 1);
        }
    }

    private double FirstOffer(int row)
    {
        var least = double.PositiveInfinity;
        foreach (var column in loss.ColumnsOf[row])
            least = Math.Min(least, loss.Costs[column] / loss.RowsOf[column].Length);
        return double.IsInfinity(least) ? 0 : least;
    }

    private void Begin()
    {
        rest.Pack(State);
        for (var row = 0; row < rest.Rows; row++)
        {
            now[row] = offers[rest.RowOf[row]];
            most[row] = loss.WeightOf(rest.RowOf[row]);
            direction[row] = 0;
        }
    }

    // The loss at these offers: what the columns taken gain on them comes off.
    private double Reckon()
    {
        var bound = State.Loss;
        for (var row = 0; row < rest.Rows; row++)
            bound += now[row];
        bound += Choose();
        for (var column = 0; column < rest.Columns; column++)
        {
            var whole = rest.ColumnOf[column];
            Share[whole] = (Memory * Share[whole]) + ((1 - Memory) * pick.ShareOf(column));
        }

        return bound;
    }

    private double Choose()
    {
        var (reduced, price) = pick.Columns;
        for (var column = 0; column < rest.Columns; column++)
        {
            var sum = loss.Costs[rest.ColumnOf[column]];
            foreach (var row in rest.RowsOf(column))
                sum -= now[row];
            (reduced[column], price[column]) = (sum, loss.Prices[rest.ColumnOf[column]]);
        }

        return pick.Choose(rest.Columns, State.Count, State.Money);
    }

    // For each row one, less the columns taken that cover it.
    private void FindSlope()
    {
        Array.Fill(slope, 1, 0, rest.Rows);
        foreach (var column in pick.Taken)
        {
            foreach (var row in rest.RowsOf(column))
                slope[row] -= pick.ShareOf(column);
        }
    }

    private bool Move(double distance)
    {
        var square = 0.0;
        FindSlope();
        for (var row = 0; row < rest.Rows; row++)
        {
            var along = slope[row] + (Inertia * direction[row]);
            if ((now[row] <= 0 && along < 0) || (now[row] >= most[row] && along > 0))
                along = 0;
            direction[row] = along;
            square += along * along;
        }

        if (square <= 0)
            return false;
        var length = distance / square;
        for (var row = 0; row < rest.Rows; row++)
            now[row] = Math.Clamp(now[row] + (length * direction[row]), 0, most[row]);
        return true;
    }
}
