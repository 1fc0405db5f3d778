using System.Runtime.InteropServices;

namespace Gis.Core.Siting.Covers;

/// <summary>
/// Who is within the limit of which candidate, reduced: demands with the same candidates within the limit are one class, what
/// the sites that stand cover already is set aside, and so is what no candidate could cover.
/// </summary>
internal sealed class CoverModel
{
    private CoverModel(SitingInstance instance, int[] candidates, CoverClass[] classes, double covered, int? firstOutOfReach)
    {
        Instance = instance;
        Candidates = candidates;
        Classes = classes;
        Covered = covered;
        FirstOutOfReach = firstOutOfReach;
        ClassesOf = Invert(candidates.Length, classes);
    }

    internal SitingInstance Instance { get; }

    /// <summary>The candidates, by their place in the instance: the columns.</summary>
    internal int[] Candidates { get; }

    internal CoverClass[] Classes { get; }

    /// <summary>The classes that a column is in.</summary>
    internal int[][] ClassesOf { get; }

    /// <summary>The weight that the sites that stand cover as often as asked.</summary>
    internal double Covered { get; }

    /// <summary>A demand that could not be covered if every candidate were built; none if each could.</summary>
    internal int? FirstOutOfReach { get; }

    /// <summary>What building a column costs.</summary>
    internal double PriceOf(int column) => Instance.Sites[Candidates[column]].Cost;

    internal static CoverModel Of(SitingInstance instance, double limit, int times = 1)
    {
        var candidates = Enumerable.Range(0, instance.Sites.Length).Where(site => instance.Sites[site].Role == SiteRole.Candidate).ToArray();
        var columnOf = new int[instance.Sites.Length];
        Array.Fill(columnOf, -1);
        for (var column = 0; column < candidates.Length; column++)
            columnOf[candidates[column]] = column;

        var classes = new Dictionary<CoverKey, double>();
        var (covered, outOfReach) = (0.0, (int?)null);
        for (var demand = 0; demand < instance.Demands.Length; demand++)
        {
            var key = KeyOf(instance.Row(demand), limit, times, columnOf);
            var weight = instance.Demands[demand].Weight;
            if (key.Missing == 0)
                covered += weight;
            else if (key.Columns.Length < key.Missing)
                outOfReach ??= demand;
            else
                CollectionsMarshal.GetValueRefOrAddDefault(classes, key, out _) += weight;
        }

        return new CoverModel(instance, candidates, [.. classes.Select(each => new CoverClass(each.Key.Columns, each.Key.Missing, each.Value))], covered, outOfReach);
    }

    private static CoverKey KeyOf(ReadOnlySpan<SiteCost> row, double limit, int times, int[] columnOf)
    {
        var (columns, standing) = (new List<int>(), 0);
        foreach (var reach in row)
        {
            if (reach.Cost > limit)
                break;
            if (columnOf[reach.Site] < 0)
                standing++;
            else
                columns.Add(columnOf[reach.Site]);
        }

        columns.Sort();
        return new CoverKey([.. columns], Math.Max(0, times - standing));
    }

    private static int[][] Invert(int columns, CoverClass[] classes)
    {
        var inverted = new List<int>[columns];
        for (var column = 0; column < columns; column++)
            inverted[column] = [];
        for (var i = 0; i < classes.Length; i++)
        {
            foreach (var column in classes[i].Columns)
                inverted[column].Add(i);
        }

        return [.. inverted.Select(list => list.ToArray())];
    }

    private readonly struct CoverKey(int[] columns, int missing) : IEquatable<CoverKey>
    {
        internal int[] Columns { get; } = columns;

        internal int Missing { get; } = missing;

        public bool Equals(CoverKey other) => Missing == other.Missing && Columns.AsSpan().SequenceEqual(other.Columns);

        public override bool Equals(object? obj) => obj is CoverKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(Missing);
            hash.AddBytes(MemoryMarshal.AsBytes(Columns.AsSpan()));
            return hash.ToHashCode();
        }
    }
}

/// <summary>Demands that are alike.</summary>
/// <param name="Columns">The candidates within the limit, ascending.</param>
/// <param name="Missing">How many of them must be open, beside what stands; at least one.</param>
/// <param name="Weight">The weight of the demands together.</param>
internal sealed record CoverClass(int[] Columns, int Missing, double Weight);
