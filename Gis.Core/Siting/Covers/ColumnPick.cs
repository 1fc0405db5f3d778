namespace Gis.Core.Siting.Covers;

/// <summary>
/// The columns that lower a bound most, as many as the number or the money allows; of the money, the last one in part. Only the
/// stricter of number and money is kept to, which can but lower the bound.
/// </summary>
internal sealed class ColumnPick(int size)
{
    private readonly double[] reduced = new double[size];
    private readonly double[] price = new double[size];
    private readonly double[] share = new double[size];
    private readonly int[] order = new int[size];
    private readonly double[] key = new double[size];
    private double worstTaken;
    private double bestLeft;
    private double rent;

    /// <summary>The columns taken, the one that lowers most per money or alone first.</summary>
    internal ReadOnlySpan<int> Taken => order.AsSpan(0, TakenCount);

    /// <summary>How many columns the choice was among.</summary>
    internal int Among { get; private set; }

    private int TakenCount { get; set; }

    /// <summary>How much of a column is taken.</summary>
    internal double ShareOf(int column) => share[column];

    /// <summary>What each column would change the bound by, and what it takes of the money; to be filled before a choice.</summary>
    internal (double[] Reduced, double[] Price) Columns => (reduced, price);

    /// <summary>What taking the best columns changes the bound by; zero or less.</summary>
    internal double Choose(int among, int count, double money)
    {
        Among = among;
        var byCount = ChooseByCount(count);
        if (double.IsPositiveInfinity(money))
            return byCount;
        var byMoney = ChooseByMoney(Math.Max(0, money));
        return byMoney > byCount ? byMoney : ChooseByCount(count);
    }

    /// <summary>What deciding a column against the choice would add to the bound at least.</summary>
    internal double Regret(int column)
    {
        var worth = reduced[column] + (rent > 0 ? rent * price[column] : 0);
        return share[column] switch
        {
            >= 1 => Math.Max(0, bestLeft - worth),
            <= 0 => Math.Max(0, worth - worstTaken),
            _ => 0,
        };
    }

    private double ChooseByCount(int most)
    {
        var count = Gather(column => reduced[column]);
        var isFull = count >= most;
        TakenCount = isFull ? most : count;
        if (isFull)
            Array.Sort(key, order, 0, count);
        var value = 0.0;
        for (var i = 0; i < TakenCount; i++)
        {
            share[order[i]] = 1;
            value += key[i];
        }

        // Where the number does not bind, a column is in or out by its own sign.
        rent = 0;
        worstTaken = !isFull ? 0 : TakenCount > 0 ? key[TakenCount - 1] : double.NegativeInfinity;
        bestLeft = TakenCount < count ? key[TakenCount] : 0;
        return value;
    }

    private double ChooseByMoney(double left)
    {
        var count = Gather(column => price[column] > 0 ? reduced[column] / price[column] : double.NegativeInfinity);
        Array.Sort(key, order, 0, count);
        (TakenCount, worstTaken, bestLeft, rent) = (0, 0, 0, 0);
        var value = 0.0;
        while (TakenCount < count && rent == 0)
        {
            var column = order[TakenCount++];
            share[column] = price[column] <= left ? 1 : left / price[column];
            value += share[column] * reduced[column];
            left -= share[column] * price[column];
            rent = share[column] < 1 ? -key[TakenCount - 1] : 0;
        }

        return value;
    }

    private int Gather(Func<int, double> keyOf)
    {
        Array.Clear(share, 0, Among);
        var count = 0;
        for (var column = 0; column < Among; column++)
        {
            if (reduced[column] >= 0)
                continue;
            key[count] = keyOf(column);
            order[count++] = column;
        }

        return count;
    }
}
