namespace Gis.Core.Siting.Orders;

/// <summary>
/// A bound by prices (Lagrangian relaxation; Held, Wolfe, Crowder 1974). Each class pays, after each step that counts, a price to
/// every column that covers it, at most what its being covered is worth. Then each column has a worth of its own for each step
/// it may be built in, and which is built when is an assignment. No order is worth more than the best assignment and what the
/// prices leave to the classes. What an assignment with a column in a step lacks to a better order rules that step out.
/// </summary>
internal sealed class OrderPrices
{
    // Found by trial: what is kept of the last heading, which part of the gap a notable gain closes, how many rounds without one
    // are borne, and what is left of the stride then.
    private const double Kept = 0.85;
    private const double Notable = 1e-3;
    private const int Patience = 20;
    private const double Shortening = 0.7;
    private readonly OrderModel model;
    private readonly int[] stages;
    private readonly int[] stageOf;
    private readonly int rows;
    private readonly double[] dues;
    private readonly double[] prices;
    private readonly double[] heading;
    private readonly double[] floorPrices;
    private readonly double[] floorHeading;
    private readonly double[] floorSizes;
    private readonly double[][] costs;
    private double stride = 1;
    private int waited;

    internal OrderPrices(OrderModel model, OrderSearch start)
    {
        this.model = model;
        stages = [.. Enumerable.Range(0, model.Steps).Where(step => model.StepWeights[step] > 0 || model.Floors.Any(floor => floor.Steps == step + 1))];
        rows = stages.Length == 0 ? 0 : stages[^1] + 1;
        stageOf = [.. Enumerable.Range(0, rows).Select(row => Array.FindIndex(stages, step => step >= row))];
        dues = new double[stages.Length * model.Classes.Length];
        (prices, heading) = (new double[dues.Length], new double[dues.Length]);
        (floorPrices, floorHeading) = (new double[model.Floors.Length], new double[model.Floors.Length]);
        // A floor is about many classes: in units of this size its price moves as theirs do.
        floorSizes = [.. model.Floors.Select((_, floor) => Math.Sqrt(model.Classes.Sum(each => each.InFloors[floor] * each.InFloors[floor])))];
        costs = [.. Enumerable.Range(0, rows).Select(_ => new double[model.Columns.Length])];
        May = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Repeat(true, model.Columns.Length).ToArray())];
        Must = new bool[model.Columns.Length];
        WriteDues();
        StartFrom(start);
    }

    /// <summary>The steps after which it matters what is covered.</summary>
    internal int[] Stages => stages;

    /// <summary>No order is worth more.</summary>
    internal double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>By step and column: whether an order better than the best may build it then.</summary>
    internal bool[][] May { get; }

    /// <summary>Whether every order better than the best builds a column in one of the steps that count.</summary>
    internal bool[] Must { get; }

    internal bool IsSpent => stride < 1e-3 || rows == 0;

    /// <summary>Tries the prices and changes them.</summary>
    /// <param name="best">What the best order known is worth.</param>
    /// <param name="wanted">What a better one is worth at least.</param>
    /// <returns>The columns of the best assignment in order; none if nothing is left that could be better.</returns>
    internal int[]? Try(double best, double wanted)
    {
        Charge();
        if (Assignment.Of(costs, model.Columns.Length) is not { } assignment)
        {
            (Bound, stride) = (best, 0);
            return null;
        }

        var bound = dues.Sum() - prices.Sum() - model.Floors.Select((floor, place) => floorPrices[place] * floor.Need).Sum() - assignment.Least;
        waited++;
        // Rounding may put the bound below the best; what falls by no more than that is no gain.
        if (Bound - bound > (Notable * Math.Abs(Bound - best)) + (1e-12 * Math.Abs(best)))
            waited = 0;
        Bound = Math.Min(Bound, bound);
        RuleOut(assignment, bound, wanted);
        var columns = assignment.Columns();
        Move(columns, bound, best);
        if (waited >= Patience)
            (stride, waited) = (stride * Shortening, 0);
        return columns;
    }

    /// <summary>Rules out what other prices of the same columns and steps rule out in every step, and builds what they must.</summary>
    internal void Take(OrderPrices other)
    {
        for (var column = 0; column < Must.Length; column++)
        {
            Must[column] |= other.Must[column];
            var mayBe = other.May.Any(may => may[column]);
            foreach (var may in May)
                may[column] &= mayBe;
        }
    }

    private void WriteDues()
    {
        for (var stage = 0; stage < stages.Length; stage++)
        {
            for (var i = 0; i < model.Classes.Length; i++)
            {
                var due = model.StepWeights[stages[stage]] * model.Classes[i].Weight;
                for (var floor = 0; floor < floorPrices.Length; floor++)
                    due += model.Floors[floor].Steps == stages[stage] + 1 ? floorPrices[floor] * model.Classes[i].InFloors[floor] : 0;
                dues[(stage * model.Classes.Length) + i] = due;
            }
        }
    }

    // Who is not covered pays all that being covered is worth, who is covered once the half, who is covered more often nothing.
    private void StartFrom(OrderSearch start)
    {
        var counts = Count(start.Sequence.ToArray());
        for (var i = 0; i < dues.Length; i++)
            prices[i] = counts[i] == 0 ? dues[i] : counts[i] == 1 ? dues[i] / 2 : 0;
    }

    private int[] Count(int[] columns)
    {
        var counts = new int[dues.Length];
        for (var row = 0; row < rows; row++)
        {
            foreach (var i in model.ClassesOf[columns[row]])
                counts[(stageOf[row] * model.Classes.Length) + i]++;
        }

        for (var i = model.Classes.Length; i < counts.Length; i++)
            counts[i] += counts[i - model.Classes.Length];
        return counts;
    }

    private void Charge()
    {
        for (var column = 0; column < model.Columns.Length; column++)
        {
            var (earned, stage) = (0.0, stages.Length - 1);
            for (var row = rows - 1; row >= 0; row--)
            {
                for (; stage >= stageOf[row]; stage--)
                {
                    foreach (var i in model.ClassesOf[column])
                        earned += prices[(stage * model.Classes.Length) + i];
                }

                costs[row][column] = May[row][column] ? -earned : double.PositiveInfinity;
            }
        }
    }

    private void RuleOut(Assignment assignment, double bound, double wanted)
    {
        var spare = bound - wanted + (1e-11 * Math.Abs(bound));
        for (var column = 0; column < model.Columns.Length; column++)
        {
            Must[column] |= -assignment.OfColumn[column] > spare;
            for (var row = 0; row < rows; row++)
                May[row][column] &= costs[row][column] - assignment.OfRow[row] - assignment.OfColumn[column] <= spare;
        }
    }

    private void Move(int[] columns, double bound, double best)
    {
        var (counts, length) = (Count(columns), 0.0);
        for (var floor = 0; floor < floorPrices.Length; floor++)
        {
            floorHeading[floor] = (Over(floor, counts) / floorSizes[floor]) + (Kept * floorHeading[floor]);
            length += floorHeading[floor] * floorHeading[floor];
        }

        for (var i = 0; i < heading.Length; i++)
        {
            var isLeft = prices[i] < dues[i] || counts[i] > 0;
            heading[i] = (isLeft ? 1 - counts[i] : 0) + (Kept * heading[i]);
            length += heading[i] * heading[i];
        }

        var by = length > 0 ? stride * Math.Max(bound - best, 1e-6 * Math.Abs(bound)) / length : 0;
        for (var floor = 0; floor < floorPrices.Length; floor++)
            floorPrices[floor] = Math.Max(0, floorPrices[floor] - (by * floorHeading[floor] / floorSizes[floor]));
        if (floorPrices.Length > 0)
            WriteDues();
        for (var i = 0; i < prices.Length; i++)
            prices[i] = Math.Clamp(prices[i] + (by * heading[i]), 0, dues[i]);
    }

    // By how much what the classes take themselves to be covered with passes what the floor needs.
    private double Over(int floor, int[] counts)
    {
        var stage = Array.IndexOf(stages, model.Floors[floor].Steps - 1);
        var over = -model.Floors[floor].Need;
        for (var i = 0; i < model.Classes.Length; i++)
        {
            var place = (stage * model.Classes.Length) + i;
            over += prices[place] < dues[place] || counts[place] > 0 ? model.Classes[i].InFloors[floor] : 0;
        }

        return over;
    }
}
