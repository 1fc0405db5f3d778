namespace Gis.Core.Siting;

/// <summary>
/// A sequence of columns, improved by taking one out and putting it or another in at the best place. What floors lack counts
/// before what the sequence is worth.
/// </summary>
internal sealed class OrderSearch
{
    private readonly OrderModel model;
    private readonly OrderRest rest;
    private int[] sequence;

    internal OrderSearch(OrderModel model)
    {
        this.model = model;
        rest = new OrderRest(model);
        sequence = [];
    }

    /// <summary>The kept columns in order of building.</summary>
    internal ReadOnlySpan<int> Sequence => sequence;

    /// <summary>The weight covered beside what stands, summed over the steps, and what floors lack.</summary>
    internal OrderScore Score { get; private set; }

    internal void Take(ReadOnlySpan<int> columns)
    {
        sequence = columns.ToArray();
        Score = OrderRest.ScoreOf(model, sequence);
    }

    /// <summary>Takes the columns begun with, then what gains most at each step: for the floors while they lack, or by weight alone.</summary>
    internal void FillGreedily(IReadOnlyList<int> begun, bool floorsFirst)
    {
        var greedy = new OrderGreedy(model);
        foreach (var column in begun)
            greedy.Add(column);
        while (greedy.Built.Count < model.Steps)
            greedy.Add(greedy.FindBest(floorsFirst));
        Take([.. greedy.Built]);
    }

    /// <summary>Takes out and puts in until nothing is better.</summary>
    internal void Improve(SitingStop stop)
    {
        for (var (place, tried) = (0, 0); tried < sequence.Length && !stop.IsNow; place = (place + 1) % sequence.Length, tried++)
        {
            var (columns, score) = rest.PutInBest(sequence, place);
            if (!score.IsBetterThan(Score))
                continue;
            Take(columns);
            tried = -1;
        }
    }
}

/// <summary>How good a sequence is.</summary>
/// <param name="Lacking">What floors lack, each as a share of its need, summed; 0 where all hold.</param>
/// <param name="Worth">The weight covered beside what stands, summed over the steps.</param>
internal readonly record struct OrderScore(double Lacking, double Worth)
{
    internal bool IsFeasible => Lacking <= 0;

    /// <summary>Whether it is better by more than sums of numbers that are not whole may differ by.</summary>
    internal bool IsBetterThan(OrderScore other) => Lacking < other.Lacking - 1e-9
        || (Lacking <= other.Lacking + 1e-12 && Worth > other.Worth * (1 + 1e-12));
}
