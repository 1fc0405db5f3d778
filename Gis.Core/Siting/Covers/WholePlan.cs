namespace Gis.Core.Siting.Covers;

/// <summary>A cover of the rows that decisions leave: the column with the most rows first, then without those made needless (Chvátal 1979).</summary>
internal static class WholePlan
{
    // Where the relaxation takes nothing of a column, it is still there for rows that nothing else covers.
    private const double LeastShare = 0.02;

    /// <summary>Columns that cover what is left; what the relaxation takes of each weighs its rows.</summary>
    internal static List<int> Of(WholeTable table, WholeState state, double[]? shares)
    {
        var plan = new List<int>();
        var left = state.Rows.ToArray();
        while (!Bits.IsEmpty(left))
        {
            plan.Add(FindBest(table, state, left, shares));
            Bits.RemoveAll(left, table.RowsOf(plan[^1]));
        }

        for (var i = plan.Count - 1; i >= 0; i--)
        {
            if (IsNeedless(table, state, plan, i))
                plan.RemoveAt(i);
        }

        return plan;
    }

    private static int FindBest(WholeTable table, WholeState state, ulong[] left, double[]? shares)
    {
        var (best, most) = (-1, 0.0);
        foreach (var column in Bits.Of(state.Columns))
        {
            var worth = Bits.CountBoth(left, table.RowsOf(column)) * (shares is null ? 1 : shares[column] + LeastShare);
            if (worth > most)
                (best, most) = (column, worth);
        }

        return best;
    }

    private static bool IsNeedless(WholeTable table, WholeState state, List<int> plan, int which)
    {
        var left = state.Rows.ToArray();
        for (var i = 0; i < plan.Count; i++)
        {
            if (i != which)
                Bits.RemoveAll(left, table.RowsOf(plan[i]));
        }

        return Bits.IsEmpty(left);
    }
}
