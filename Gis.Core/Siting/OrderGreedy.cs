namespace Gis.Core.Siting;

/// <summary>A sequence grown by what gains most (Nemhauser, Wolsey, Fisher 1978); what each column would gain is kept up to date.</summary>
internal sealed class OrderGreedy
{
    private readonly OrderModel model;
    private readonly bool[] isBuilt;
    private readonly bool[] isCovered;
    private readonly double[] gains;
    private readonly double[] lacking;

    internal OrderGreedy(OrderModel model)
    {
        this.model = model;
        (isBuilt, isCovered) = (new bool[model.Columns.Length], new bool[model.Classes.Length]);
        gains = [.. model.ClassesOf.Select(classes => classes.Sum(i => model.Classes[i].Weight))];
        lacking = [.. model.Floors.Select(floor => floor.Need)];
    }

    internal List<int> Built { get; } = [];

    /// <summary>The weight covered beside what stands.</summary>
    internal double Covered { get; private set; }

    /// <summary>What each column would add.</summary>
    internal ReadOnlySpan<double> Gains => gains;

    internal void Add(int column)
    {
        isBuilt[column] = true;
        Built.Add(column);
        foreach (var i in model.ClassesOf[column])
        {
            if (isCovered[i])
                continue;
            isCovered[i] = true;
            Covered += model.Classes[i].Weight;
            foreach (var other in model.Classes[i].Columns)
                gains[other] -= model.Classes[i].Weight;
            for (var floor = 0; floor < lacking.Length; floor++)
                lacking[floor] -= model.Classes[i].InFloors[floor];
        }
    }

    /// <summary>The column that gives most to the floor that is due first of those that lack, or most at all; the first of equals.</summary>
    internal int FindBest(bool floorsFirst)
    {
        var (floor, best, most) = (floorsFirst ? NextFloor() : -1, -1, (0.0, 0.0));
        for (var column = 0; column < isBuilt.Length; column++)
        {
            if (isBuilt[column])
                continue;
            var gain = (floor < 0 ? 0 : GainFor(floor, column), gains[column]);
            if (best < 0 || gain.CompareTo(most) > 0)
                (best, most) = (column, gain);
        }

        return best;
    }

    private double GainFor(int floor, int column)
    {
        var gain = 0.0;
        foreach (var i in model.ClassesOf[column])
            gain += isCovered[i] ? 0 : model.Classes[i].InFloors[floor];
        return Math.Min(gain, lacking[floor]);
    }

    private int NextFloor()
    {
        var next = -1;
        for (var floor = 0; floor < lacking.Length; floor++)
        {
            if (lacking[floor] > 0 && (next < 0 || model.Floors[floor].Steps < model.Floors[next].Steps))
                next = floor;
        }

        return next;
    }
}
