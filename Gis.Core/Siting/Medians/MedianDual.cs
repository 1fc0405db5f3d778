using Gis.Core.Siting.Covers;

namespace Gis.Core.Siting.Medians;

/// <summary>
/// What serving everybody costs at least, some columns being decided: each demand offers a sum for its service, a column takes
/// what the offers exceed its charges by, and the offers are moved along the subgradient (Cornuéjols, Fisher, Nemhauser 1977,
/// Management Science 23). As a demand's cheapest columns come first, only those below its offer are looked at.
/// </summary>
internal sealed class MedianDual
{
    private const double Memory = 0.9;
    private const double Inertia = 0.5;
    private const int MostIdle = 8;

    private readonly MedianModel model;
    private readonly BuildRule rule;
    private readonly ColumnPick pick;
    private readonly double[] offers;
    private readonly double[] best;
    private readonly double[] direction;
    private readonly double[] gain;
    private readonly int[] column;
    private readonly int[] place;
    private readonly sbyte[] decided;
    private readonly Stack<int> done = new();

    internal MedianDual(MedianModel model, BuildRule rule)
    {
        (this.model, this.rule) = (model, rule);
        var (columns, demands) = (model.Candidates.Length, model.Rows.Length);
        pick = new ColumnPick(columns);
        (offers, best, direction) = (new double[demands], new double[demands], new double[demands]);
        (gain, column, place, decided) = (new double[columns], new int[columns], new int[columns], new sbyte[columns]);
        Share = new double[columns];
        for (var demand = 0; demand < demands; demand++)
            offers[demand] = FirstOffer(demand);
    }

    /// <summary>How often each column was taken of late: near to its share in the relaxation.</summary>
    internal double[] Share { get; }

    /// <summary>The columns that the offers of the best bound would take, with those decided.</summary>
    internal int[] Taken { get; private set; } = [];

    /// <summary>How many columns are decided.</summary>
    internal int Depth => done.Count;

    /// <summary>How many columns more may be taken, and for what money.</summary>
    internal int Count { get; private set; }

    internal bool IsPossible => Count >= 0 && Money >= 0;

    private double Money { get; set; }

    internal bool IsFree(int any) => decided[any] == 0;

    internal bool IsOut(int any) => decided[any] < 0;

    internal double[] SaveOffers() => [.. offers];

    internal void Restore(double[] saved) => saved.CopyTo(offers, 0);

    internal void Fix(int any, bool isIn)
    {
        decided[any] = (sbyte)(isIn ? 1 : -1);
        done.Push(any);
    }

    internal void ReturnTo(int depth)
    {
        while (done.Count > depth)
            decided[done.Pop()] = 0;
    }

    /// <summary>Counts anew what the decisions leave of number and money.</summary>
    internal void Settle()
    {
        (Count, Money) = (rule.Build, rule.Money);
        foreach (var any in done)
        {
            Count -= decided[any] > 0 ? 1 : 0;
            Money -= decided[any] > 0 ? model.PriceOf(any) : 0;
        }
    }

    /// <summary>Raises the bound until it is as high as wanted, the rounds are over or nothing helps; the aim is a sum that is possible.</summary>
    internal double Raise(double wanted, double aim, int rounds, SitingStop stop)
    {
        Settle();
        Array.Clear(direction);
        var (highest, pace, idle) = (double.NegativeInfinity, 1.0, 0);
        for (var round = 0; round == 0 || (round < rounds && !stop.IsNow); round++)
        {
            var bound = Reckon();
            idle = bound > highest + (1e-4 * Math.Abs(aim - highest)) ? 0 : idle + 1;
            if (bound > highest)
            {
                highest = bound;
                offers.CopyTo(best, 0);
            }

            if (idle > MostIdle)
                (idle, pace) = (0, pace / 2);
            if (highest >= wanted || pace < 1e-3 || !Move(pace * (aim - bound)))
                break;
        }

        best.CopyTo(offers, 0);
        var last = Reckon();
        Taken = [.. done.Where(any => decided[any] > 0), .. pick.Taken.ToArray().Select(any => column[any])];
        return last;
    }

    /// <summary>Decides every free column whose other way would cost as much as is wanted.</summary>
    internal void Decide(double bound, double wanted)
    {
        for (var i = 0; i < pick.Among; i++)
        {
            if (bound + pick.Regret(i) >= wanted)
                Fix(column[i], pick.ShareOf(i) >= 1);
        }
    }

    // Between the cheapest and the next few, where the offers of good bounds lie.
    private double FirstOffer(int demand)
    {
        var row = model.Rows[demand];
        var near = row.Length == 0 ? model.Standing[demand] : row[Math.Min(row.Length - 1, row.Length / Math.Max(1, rule.Build))].Cost;
        return model.Weight(demand) * near;
    }

    private double Reckon()
    {
        Array.Clear(gain);
        var bound = 0.0;
        for (var demand = 0; demand < offers.Length; demand++)
        {
            var (offer, weight) = (offers[demand], model.Weight(demand));
            bound += offer;
            foreach (var reach in model.Rows[demand])
            {
                var charge = weight * reach.Cost;
                if (charge >= offer)
                    break;
                gain[reach.Site] += charge - offer;
            }
        }

        return bound + Choose();
    }

    private double Choose()
    {
        var (reduced, price) = pick.Columns;
        var (sum, among) = (0.0, 0);
        for (var any = 0; any < gain.Length; any++)
        {
            sum += decided[any] > 0 ? gain[any] : 0;
            if (decided[any] != 0)
                continue;
            (reduced[among], price[among], column[among]) = (gain[any], model.PriceOf(any), any);
            place[any] = among++;
        }

        sum += pick.Choose(among, Math.Max(0, Count), Money);
        for (var i = 0; i < among; i++)
            Share[column[i]] = (Memory * Share[column[i]]) + ((1 - Memory) * pick.ShareOf(i));
        return sum;
    }

    private double TakenOf(int any) => decided[any] == 0 ? pick.ShareOf(place[any]) : Math.Max(0, (int)decided[any]);

    private bool Move(double distance)
    {
        var square = 0.0;
        for (var demand = 0; demand < offers.Length; demand++)
        {
            var (offer, weight, along) = (offers[demand], model.Weight(demand), 1.0);
            foreach (var reach in model.Rows[demand])
            {
                if (weight * reach.Cost >= offer)
                    break;
                along -= TakenOf(reach.Site);
            }

            along += Inertia * direction[demand];
            if (along > 0 && offer >= Most(demand))
                along = 0;
            direction[demand] = along;
            square += along * along;
        }

        if (square <= 0)
            return false;
        for (var demand = 0; demand < offers.Length; demand++)
            offers[demand] = Math.Min(offers[demand] + (distance / square * direction[demand]), Most(demand));
        return true;
    }

    // What stands serves for no more than its own charge; offers without end would round away the rest.
    private double Most(int demand) => model.Charge(demand, model.Standing[demand]);
}
