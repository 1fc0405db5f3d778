namespace Gis.Core.Siting.Covers;

/// <summary>
/// What is left of covering every class when what cannot matter is dropped: a class that is covered whenever another is, and a
/// column that another covers at least as much for no more cost (Toregas and ReVelle 1973). Any least cover of the rest is one of all.
/// </summary>
internal static class CoverReduction
{
    /// <summary>The rows of columns of which each must have one open.</summary>
    internal static List<int[]> Of(CoverModel model, Func<int, double> costOf)
    {
        var columnsOf = new BitRows([.. model.Classes.Select(each => each.Columns)], model.Candidates.Length);
        var classesOf = new BitRows(model.ClassesOf, model.Classes.Length);
        while (DropClasses(columnsOf, classesOf) | DropColumns(classesOf, columnsOf, costOf))
        {
            // Each may make room for the other.
        }

        return [.. columnsOf.Present.Select(i => Array.FindAll(model.Classes[i].Columns, classesOf.Has))];
    }

    /// <summary>Whether no other column covers all that a column covers, for no more cost; the weights do not matter to that.</summary>
    internal static bool[] ListUseful(CoverModel model, Func<int, double> costOf)
    {
        var classesOf = new BitRows(model.ClassesOf, model.Classes.Length);
        DropColumns(classesOf, null, costOf);
        return [.. Enumerable.Range(0, model.Candidates.Length).Select(classesOf.Has)];
    }

    private static bool DropClasses(BitRows columnsOf, BitRows classesOf)
    {
        var dropped = false;
        foreach (var i in columnsOf.Present.OrderByDescending(columnsOf.Count).ToArray())
        {
            if (!columnsOf.HasPartOf(i))
                continue;
            dropped = true;
            columnsOf.Drop(i);
            classesOf.Clear(i);
        }

        return dropped;
    }

    private static bool DropColumns(BitRows classesOf, BitRows? columnsOf, Func<int, double> costOf)
    {
        var dropped = false;
        foreach (var column in classesOf.Present.OrderBy(classesOf.Count).ToArray())
        {
            if (classesOf.Count(column) > 0 && !classesOf.IsPartOfAny(column, other => costOf(other) <= costOf(column)))
                continue;
            dropped = true;
            classesOf.Drop(column);
            columnsOf?.Clear(column);
        }

        return dropped;
    }
}
