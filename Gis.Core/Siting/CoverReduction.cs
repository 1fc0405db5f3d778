using System.Numerics;

namespace Gis.Core.Siting;

/// <summary>
/// What is left of covering every class when what cannot matter is dropped: a class that is covered whenever another is, and a
/// column that another covers at least as much for no more cost (Toregas and ReVelle 1973). Any least cover of the rest is one of all.
/// </summary>
internal sealed class CoverReduction
{
    private readonly Func<int, double> costOf;
    private readonly ulong[][] columnsOf;
    private readonly ulong[][] classesOf;
    private readonly bool[] hasColumn;
    private readonly bool[] hasClass;

    private CoverReduction(CoverModel model, Func<int, double> costOf)
    {
        this.costOf = costOf;
        (hasColumn, hasClass) = (new bool[model.Candidates.Length], new bool[model.Classes.Length]);
        Array.Fill(hasColumn, true);
        Array.Fill(hasClass, true);
        columnsOf = [.. model.Classes.Select(each => Bits(each.Columns, model.Candidates.Length))];
        classesOf = [.. model.ClassesOf.Select(classes => Bits(classes, model.Classes.Length))];
    }

    /// <summary>The rows of columns of which each must have one open.</summary>
    internal static List<int[]> Of(CoverModel model, Func<int, double> costOf)
    {
        var reduction = new CoverReduction(model, costOf);
        while (reduction.DropClasses() | reduction.DropColumns())
        {
            // Each may make room for the other.
        }

        return [.. Enumerable.Range(0, model.Classes.Length).Where(i => reduction.hasClass[i])
            .Select(i => model.Classes[i].Columns.Where(column => reduction.hasColumn[column]).ToArray())];
    }

    private bool DropClasses()
    {
        var dropped = false;
        foreach (var i in Present(hasClass).OrderByDescending(i => Count(columnsOf[i])).ToArray())
        {
            var isImplied = Present(hasClass).Any(other => other != i && IsPart(columnsOf[other], columnsOf[i]));
            if (!isImplied)
                continue;
            (dropped, hasClass[i]) = (true, false);
            Clear(classesOf, i);
        }

        return dropped;
    }

    private bool DropColumns()
    {
        var dropped = false;
        foreach (var column in Present(hasColumn).OrderBy(column => Count(classesOf[column])).ToArray())
        {
            var isWorse = Count(classesOf[column]) == 0 || Present(hasColumn).Any(other =>
                other != column && costOf(other) <= costOf(column) && IsPart(classesOf[column], classesOf[other]));
            if (!isWorse)
                continue;
            (dropped, hasColumn[column]) = (true, false);
            Clear(columnsOf, column);
        }

        return dropped;
    }

    private static IEnumerable<int> Present(bool[] has) => Enumerable.Range(0, has.Length).Where(i => has[i]);

    private static ulong[] Bits(int[] members, int size)
    {
        var bits = new ulong[(size + 63) / 64];
        foreach (var member in members)
            bits[member >> 6] |= 1UL << member;
        return bits;
    }

    private static void Clear(ulong[][] sets, int member)
    {
        foreach (var bits in sets)
            bits[member >> 6] &= ~(1UL << member);
    }

    private static int Count(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
            count += BitOperations.PopCount(word);
        return count;
    }

    private static bool IsPart(ulong[] part, ulong[] whole)
    {
        for (var word = 0; word < part.Length; word++)
        {
            if ((part[word] & ~whole[word]) != 0)
                return false;
        }

        return true;
    }
}
