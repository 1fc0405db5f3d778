namespace Gis.Core.Siting;

/// <summary>
/// A sequence without one of its columns, and what it would be worth with any column put in at any place: one pass over the
/// classes of a column tells all places at once.
/// </summary>
internal sealed class OrderRest
{
    private readonly OrderModel model;
    private readonly int[] rest;
    private readonly bool[] isInRest;
    private readonly int[] first;
    private readonly double[] kept;
    private readonly double[] found;
    private readonly FloorLack[] floors;

    internal OrderRest(OrderModel model)
    {
        this.model = model;
        rest = new int[Math.Max(0, model.Steps - 1)];
        isInRest = new bool[model.Columns.Length];
        first = new int[model.Classes.Length];
        (kept, found) = (new double[model.Steps], new double[model.Steps]);
        floors = new FloorLack[model.Floors.Length];
    }

    internal static OrderScore ScoreOf(OrderModel model, ReadOnlySpan<int> sequence)
    {
        var (isCovered, worth) = (new bool[model.Classes.Length], 0.0);
        var covered = new double[model.Floors.Length];
        for (var step = 0; step < sequence.Length; step++)
        {
            foreach (var i in model.ClassesOf[sequence[step]])
            {
                if (isCovered[i])
                    continue;
                isCovered[i] = true;
                worth += model.Classes[i].Weight * model.After[step];
                for (var floor = 0; floor < covered.Length; floor++)
                    covered[floor] += step < model.Floors[floor].Steps ? model.Classes[i].InFloors[floor] : 0;
            }
        }

        return new OrderScore(model.Floors.Select((floor, place) => floor.Lacking(covered[place])).Sum(), worth);
    }

    /// <summary>The best that comes of taking out the column at a place and putting one in, the same or another, at any.</summary>
    internal (int[] Columns, OrderScore Score) PutInBest(ReadOnlySpan<int> sequence, int takenOut)
    {
        TakeOut(sequence, takenOut);
        var (best, bestColumn, bestPlace) = (new OrderScore(double.PositiveInfinity, 0), -1, 0);
        for (var column = 0; column < isInRest.Length; column++)
        {
            if (isInRest[column])
                continue;
            Find(column);
            var (sum, lost) = (0.0, 0.0);
            for (var place = rest.Length; place >= 0; place--)
            {
                // What the column covers first from this place on, less what it was worth with whoever covered it later, one place on.
                sum += found[place];
                lost += found[place] * model.After[place + 1];
                var score = new OrderScore(LackingAt(place), kept[place] + (model.After[place] * sum) - lost);
                if (score.IsBetterThan(best))
                    (best, bestColumn, bestPlace) = (score, column, place);
            }
        }

        return ([.. rest[..bestPlace], bestColumn, .. rest[bestPlace..]], best);
    }

    private void TakeOut(ReadOnlySpan<int> sequence, int takenOut)
    {
        sequence[..takenOut].CopyTo(rest);
        sequence[(takenOut + 1)..].CopyTo(rest.AsSpan(takenOut));
        Array.Clear(isInRest);
        Array.Fill(first, rest.Length);
        Span<double> gains = new double[rest.Length];
        for (var place = 0; place < rest.Length; place++)
        {
            isInRest[rest[place]] = true;
            foreach (var i in model.ClassesOf[rest[place]])
            {
                if (first[i] < rest.Length)
                    continue;
                first[i] = place;
                gains[place] += model.Classes[i].Weight;
            }
        }

        // With a gap at a place, what is behind it comes one step later.
        kept[0] = 0;
        for (var place = 0; place < rest.Length; place++)
            kept[0] += gains[place] * model.After[place + 1];
        for (var place = 0; place < rest.Length; place++)
            kept[place + 1] = kept[place] + (gains[place] * (model.After[place] - model.After[place + 1]));
        for (var floor = 0; floor < floors.Length; floor++)
            floors[floor] = FloorLack.Of(model, floor, first);
    }

    private void Find(int column)
    {
        Array.Clear(found);
        foreach (var i in model.ClassesOf[column])
            found[first[i]] += model.Classes[i].Weight;
        for (var floor = 0; floor < floors.Length; floor++)
            floors[floor] = floors[floor].With(model, floor, first, column);
    }

    private double LackingAt(int place)
    {
        var lacking = 0.0;
        foreach (var floor in floors)
            lacking += place < floor.Steps ? floor.IfEarly : floor.IfLate;
        return lacking;
    }

    /// <summary>What a floor lacks with a column put in before its step, and with it put in after.</summary>
    private readonly record struct FloorLack(int Steps, double Shorter, double IfLate, double IfEarly)
    {
        internal static FloorLack Of(OrderModel model, int floor, int[] first)
        {
            var (steps, shorter, longer) = (model.Floors[floor].Steps, 0.0, 0.0);
            for (var i = 0; i < first.Length; i++)
            {
                shorter += first[i] < steps - 1 ? model.Classes[i].InFloors[floor] : 0;
                longer += first[i] < Math.Min(steps, model.Steps - 1) ? model.Classes[i].InFloors[floor] : 0;
            }

            return new FloorLack(steps, shorter, model.Floors[floor].Lacking(longer), 0);
        }

        internal FloorLack With(OrderModel model, int floor, int[] first, int column)
        {
            var added = 0.0;
            foreach (var i in model.ClassesOf[column])
                added += first[i] >= Steps - 1 ? model.Classes[i].InFloors[floor] : 0;
            return this with { IfEarly = model.Floors[floor].Lacking(Shorter + added) };
        }
    }
}
