namespace Gis.Core.Pairing.Matching;

/// <summary>The acceptable pairs by firm and by adviser, in the order of the firm's list with equals parted by the written rule.</summary>
internal static class PairColumns
{
    internal static (int[] Start, int[] Column) ByFirm(PairingInstance instance)
    {
        var pairs = instance.Pairs;
        var (start, column) = Count(instance.Firms, pairs.Length, pair => instance.FirmOf[pairs[pair].Adviser], pair => pair);
        var sorter = new Sorter(instance);
        for (var firm = 0; firm < instance.Firms; firm++)
            sorter.Sort(firm, column.AsSpan(start[firm]..start[firm + 1]));
        return (start, column);
    }

    internal static (int[] Start, int[] Column) ByAdviser(PairingInstance instance) => instance.Advisers == instance.Firms
        ? (instance.FirmStart, instance.FirmColumn)
        : Count(instance.Advisers, instance.Pairs.Length, i => instance.Pairs[instance.FirmColumn[i]].Adviser, i => instance.FirmColumn[i]);

    /// <summary>The shorter way first, one that is not known after all others.</summary>
    internal static int CompareWays(double left, double right) => double.IsNaN(left) || double.IsNaN(right)
        ? double.IsNaN(left).CompareTo(double.IsNaN(right))
        : left.CompareTo(right);

    // Counted, then filled in the order given.
    private static (int[] Start, int[] Column) Count(int columns, int items, Func<int, int> columnOf, Func<int, int> valueOf)
    {
        var start = new int[columns + 1];
        for (var i = 0; i < items; i++)
            start[columnOf(i) + 1]++;
        for (var each = 0; each < columns; each++)
            start[each + 1] += start[each];
        var (next, column) = (start[..], new int[items]);
        for (var i = 0; i < items; i++)
            column[next[columnOf(i)]++] = valueOf(i);
        return (start, column);
    }

    private sealed class Sorter(PairingInstance instance)
    {
        private readonly AcceptablePair[] pairs = instance.Pairs;
        private readonly ulong[] villageLots = [.. instance.Task.Villages.Select(village => PairingLottery.Name(village.Id))];
        private int[] keys = new int[64];

        internal void Sort(int firm, Span<int> column)
        {
            if (keys.Length < column.Length)
                keys = new int[column.Length * 2];
            var ranks = keys.AsSpan(0, column.Length);
            for (var i = 0; i < column.Length; i++)
                ranks[i] = pairs[column[i]].FirmRank;
            ranks.Sort(column);
            var lot = PairingLottery.Name(instance.Task.Firms[firm].Id);
            for (int from = 0, to; from < column.Length; from = to)
            {
                for (to = from + 1; to < column.Length && ranks[to] == ranks[from];)
                    to++;
                if (to - from > 1)
                    column[from..to].Sort((left, right) => CompareEquals(left, right, lot));
            }

            Number(column);
        }

        private int CompareEquals(int left, int right, ulong firm)
        {
            if (pairs[left].Village == pairs[right].Village)
                return left.CompareTo(right);
            var order = CompareWays(pairs[left].Minutes, pairs[right].Minutes);
            if (order == 0)
                order = PairingLottery.Draw(instance.Task.Seed, villageLots[pairs[left].Village], firm).CompareTo(PairingLottery.Draw(instance.Task.Seed, villageLots[pairs[right].Village], firm));
            return order != 0 ? order : string.CompareOrdinal(instance.Task.Villages[pairs[left].Village].Id, instance.Task.Villages[pairs[right].Village].Id);
        }

        private void Number(Span<int> column)
        {
            for (var (i, place) = (0, -1); i < column.Length; i++)
            {
                if (i == 0 || pairs[column[i]].Village != pairs[column[i - 1]].Village)
                    place++;
                pairs[column[i]].FirmPlace = place;
            }
        }
    }
}
