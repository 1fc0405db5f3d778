using System.Runtime.InteropServices;

namespace Gis.Core.Siting;

/// <summary>What is left of an order of building when what cannot matter is dropped.</summary>
/// <remarks>
/// <para>
/// A column whose classes all are another's as well (of two equal ones the later in the list) is dropped. Nothing is lost: take
/// any order that builds such a column j before its better k, or without k. Put k where j is, and j where k was, if k was built.
/// After every step at least as much of every class is covered as before, so no step covers less, no floor breaks that held and
/// the end is no worse. Repeated, every dropped column stands behind its better; there it adds nothing, so taking all dropped ones
/// out, moving up what follows and putting them at the end loses nothing either. Hence some best order first builds columns that
/// were kept, as many as there are or as there are steps, and then whatever is left.
/// </para>
/// <para>
/// After as many steps as there are kept columns all is covered that can be: later steps only add to the weight of that one.
/// </para>
/// </remarks>
internal sealed class OrderModel
{
    private OrderModel(CoverModel cover, int[] columns, double[] stepWeights, List<OrderClass> classes, OrderFloor[] floors)
    {
        (Cover, Columns, Classes, Floors) = (cover, columns, [.. classes], floors);
        StepWeights = stepWeights[..Math.Min(stepWeights.Length, columns.Length)];
        for (var step = StepWeights.Length; step < stepWeights.Length && StepWeights.Length > 0; step++)
            StepWeights[^1] += stepWeights[step];
        After = new double[StepWeights.Length + 1];
        for (var step = StepWeights.Length - 1; step >= 0; step--)
            After[step] = After[step + 1] + StepWeights[step];
        ClassesOf = Invert(columns.Length, Classes);
    }

    internal CoverModel Cover { get; }

    /// <summary>The columns that were kept, by their place in <see cref="Cover"/>.</summary>
    internal int[] Columns { get; }

    internal OrderClass[] Classes { get; }

    /// <summary>The classes that a kept column is in.</summary>
    internal int[][] ClassesOf { get; }

    /// <summary>How much each step counts in which something may still be gained.</summary>
    internal double[] StepWeights { get; }

    /// <summary>What covering a weight of one from a step on is worth: the weights of this step and of all after it.</summary>
    internal double[] After { get; }

    internal OrderFloor[] Floors { get; }

    internal int Steps => StepWeights.Length;

    /// <summary>Whether worths are whole, so that a better one is better by at least one.</summary>
    internal bool IsWhole => Cover.Instance.HasWholeWeights && StepWeights.All(weight => weight == Math.Floor(weight)) && After[0] < 1L << 20;

    internal static OrderModel Of(CoverModel cover, double[] stepWeights, OrderFloor[] floors) =>
        Of(cover, [.. cover.Classes.Select(each => each.Weight)], stepWeights, floors);

    /// <param name="cover">Who is covered by what.</param>
    /// <param name="weights">How much each class counts; what a floor is about is a part of it.</param>
    /// <param name="stepWeights">How much each step counts.</param>
    /// <param name="floors">What must hold.</param>
    internal static OrderModel Of(CoverModel cover, double[] weights, double[] stepWeights, OrderFloor[] floors)
    {
        var kept = Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0).ToHashSet();
        var columns = KeepBest([.. cover.ClassesOf.Select(classes => classes.Where(kept.Contains).ToArray())]);
        var placeOf = Enumerable.Repeat(-1, cover.Candidates.Length).ToArray();
        for (var place = 0; place < columns.Length; place++)
            placeOf[columns[place]] = place;

        var classes = new Dictionary<ColumnSet, OrderClass>();
        foreach (var i in kept.Order())
        {
            var set = ColumnSet.Of(cover.Classes[i].Columns.Where(column => placeOf[column] >= 0).Select(column => placeOf[column]));
            ref var merged = ref CollectionsMarshal.GetValueRefOrAddDefault(classes, set, out _);
            merged = (merged ?? new OrderClass(set.Columns, 0, new double[floors.Length])).With(weights[i], floors.Select(floor => floor.Weights[i]));
        }

        var steps = Math.Min(stepWeights.Length, columns.Length);
        return new OrderModel(cover, columns, stepWeights, [.. classes.Values], [.. floors.Select(floor => floor with { Steps = Math.Min(floor.Steps, steps) })]);
    }

    private static int[] KeepBest(int[][] classesOf)
    {
        var sets = classesOf.Select(classes => classes.ToHashSet()).ToArray();
        return [.. Enumerable.Range(0, sets.Length).Where(column => sets[column].Count > 0 && !Enumerable.Range(0, sets.Length).Any(other => IsBetter(other, column)))];

        bool IsBetter(int other, int column) => other != column && sets[other].Count >= sets[column].Count
            && (sets[other].Count > sets[column].Count || other < column)
            && classesOf[column].All(sets[other].Contains);
    }

    private static int[][] Invert(int columns, OrderClass[] classes)
    {
        var inverted = Enumerable.Range(0, columns).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < classes.Length; i++)
        {
            foreach (var column in classes[i].Columns)
                inverted[column].Add(i);
        }

        return [.. inverted.Select(list => list.ToArray())];
    }
}

/// <summary>Demands within the limit of the same kept columns.</summary>
/// <param name="Columns">These columns, ascending.</param>
/// <param name="Weight">The weight of the demands.</param>
/// <param name="InFloors">The weight of those of them that each floor is about.</param>
internal sealed record OrderClass(int[] Columns, double Weight, double[] InFloors)
{
    internal OrderClass With(double weight, IEnumerable<double> inFloors) =>
        new(Columns, Weight + weight, [.. InFloors.Zip(inFloors, (one, other) => one + other)]);
}

/// <summary>A promise over the classes of a cover model.</summary>
/// <param name="Weights">The weight in each class of those whom it is about.</param>
/// <param name="Need">What must be covered of it, beside what stands.</param>
/// <param name="Steps">After how many steps; at least one.</param>
internal sealed record OrderFloor(double[] Weights, double Need, int Steps)
{
    /// <summary>What is missing where so much is covered, as a share of the need.</summary>
    internal double Lacking(double covered) => covered >= Need ? 0 : (Need - covered) / Need;
}

/// <summary>A set of columns as a key.</summary>
internal readonly struct ColumnSet(int[] columns) : IEquatable<ColumnSet>
{
    internal int[] Columns { get; } = columns;

    internal static ColumnSet Of(IEnumerable<int> columns) => new([.. columns.Distinct().Order()]);

    public bool Equals(ColumnSet other) => Columns.AsSpan().SequenceEqual(other.Columns);

    public override bool Equals(object? obj) => obj is ColumnSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(Columns.AsSpan()));
        return hash.ToHashCode();
    }
}
