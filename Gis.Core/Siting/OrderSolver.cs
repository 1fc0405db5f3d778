namespace Gis.Core.Siting;

/// <summary>The best order of a model: searched, bounded by prices, and proven over all steps at once where the bound is not reached.</summary>
internal sealed class OrderSolver
{
    private const int SearchEvery = 5;
    private readonly OrderModel model;
    private readonly SitingStop stop;
    private readonly Action<OrderSearch> tellBetter;
    private readonly Action<double> tellBound;
    private OrderPrices? prices;

    /// <param name="model">What is asked.</param>
    /// <param name="start">A sequence that keeps the floors.</param>
    /// <param name="stop">When to stop.</param>
    /// <param name="better">Told of every better sequence.</param>
    /// <param name="bounded">Told of every better bound.</param>
    internal OrderSolver(OrderModel model, OrderSearch start, SitingStop stop, Action<OrderSearch> better, Action<double> bounded)
    {
        (this.model, this.stop, tellBetter, tellBound) = (model, stop, better, bounded);
        Best = start;
    }

    internal OrderSearch Best { get; private set; }

    /// <summary>No sequence is worth more.</summary>
    internal double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether no sequence is better, which allows for rounding where weights are not whole.</summary>
    internal bool IsProven => Bound <= Best.Score.Worth || Bound * (1 + 1e-11) < Wanted;

    private double Wanted => model.IsWhole ? Best.Score.Worth + 1 : Best.Score.Worth * (1 + 1e-9);

    /// <summary>A sequence that keeps the floors, or none; and whether there being none is proven.</summary>
    internal static (OrderSearch? Sequence, bool IsProven) FindStart(OrderModel model, SitingStop stop)
    {
        var search = new OrderSearch(model);
        search.FillGreedily([], floorsFirst: false);
        if (search.Score.IsFeasible)
            return (search, true);
        search.FillGreedily([], floorsFirst: true);
        if (!search.Score.IsFeasible)
            search.Improve(stop);
        if (search.Score.IsFeasible)
            return (search, true);

        var program = new OrderProgram(model, new OrderPrices(model, search), ofWorth: false);
        var (columns, isProven, _) = program.Solve(0, stop);
        if (columns is null)
            return (null, isProven);
        search.FillGreedily(columns, floorsFirst: true);
        return search.Score.IsFeasible ? (search, true) : (null, false);
    }

    internal void Run()
    {
        Search();
        Price();
        Prove();
    }

    internal void Search()
    {
        Best.Improve(stop);
        tellBetter(Best);
    }

    internal void Lower(double bound)
    {
        if (bound >= Bound)
            return;
        Bound = Math.Max(bound, Best.Score.Worth);
        tellBound(Bound);
    }

    /// <summary>Prices that rule out only what no order does that is as good as the best.</summary>
    internal OrderPrices RuleOutWorse()
    {
        var asGood = new OrderPrices(model, Best);
        while (!asGood.IsSpent && !stop.IsNow)
            asGood.Try(Best.Score.Worth, Best.Score.Worth * (1 - 1e-12));
        return asGood;
    }

    /// <summary>Lowers the bound by prices; the assignments they lead to are starts for other searches.</summary>
    /// <param name="known">What is ruled out beforehand.</param>
    internal void Price(OrderPrices? known = null)
    {
        prices = new OrderPrices(model, Best);
        if (known is not null)
            prices.Take(known);
        for (var round = 0; !IsProven && !prices.IsSpent && !stop.IsNow; round++)
        {
            var columns = prices.Try(Best.Score.Worth, Wanted);
            Lower(prices.Bound);
            if (columns is not null && round % SearchEvery == 0)
                TryFrom(columns);
        }
    }

    internal void Prove()
    {
        if (IsProven || stop.IsNow || prices is null)
            return;
        var (columns, isProven, most) = new OrderProgram(model, prices).Solve(Wanted, stop);
        var isKept = columns is null || TryFrom(columns);
        Lower(isProven && isKept ? Best.Score.Worth : Math.Max(Best.Score.Worth, most));
    }

    // Says whether the sequence keeps the floors as it stands.
    private bool TryFrom(IReadOnlyList<int> columns)
    {
        var search = new OrderSearch(model);
        search.FillGreedily(columns, floorsFirst: true);
        var isKept = search.Score.IsFeasible;
        search.Improve(stop);
        if (search.Score.IsFeasible && search.Score.IsBetterThan(Best.Score))
        {
            Best = search;
            tellBetter(Best);
        }

        return isKept;
    }
}
