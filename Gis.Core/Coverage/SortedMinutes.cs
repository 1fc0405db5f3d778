using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>The residents of a village with its minutes, or any other value, in order of the value, then of the village.</summary>
internal readonly record struct TimedResidents(double Minutes, int Row, long People) : IComparable<TimedResidents>
{
    public int CompareTo(TimedResidents other) =>
        Minutes.CompareTo(other.Minutes) is var order and not 0 ? order : Row.CompareTo(other.Row);
}

/// <summary>
/// The villages that reach a point, sorted by their minutes, through one change after another. The order is always the one
/// a sort from nothing gives, and so are the sums taken in it, to the last bit.
/// </summary>
internal sealed class SortedMinutes
{
    private readonly List<TimedResidents> coming = [];
    private readonly bool[] going;
    private int leaving;
    private TimedResidents[] sorted;
    private TimedResidents[] spare;
    private int count;

    internal SortedMinutes(int villages)
    {
        sorted = new TimedResidents[villages];
        spare = new TimedResidents[villages];
        going = new bool[villages];
    }

    /// <summary>Residents who reach no point.</summary>
    internal Residents Unreached { get; private set; }

    internal ReadOnlySpan<TimedResidents> All => sorted.AsSpan(0, count);

    /// <summary>Takes a village in; where nobody counts it is in no figure.</summary>
    internal void Enter(int row, Residents people, Minutes? time)
    {
        if (people.Count == 0)
            return;
        if (time is { } minutes)
            coming.Add(new TimedResidents(minutes.Value, row, people.Count));
        else
            Unreached += people;
    }

    /// <summary>Takes a village out that was entered with these minutes.</summary>
    internal void Leave(int row, Residents people, Minutes? time)
    {
        if (people.Count == 0)
            return;
        if (time is null)
        {
            Unreached -= people;
            return;
        }

        going[row] = true;
        leaving++;
    }

    /// <summary>Puts what came and went since into the order.</summary>
    internal void Settle()
    {
        if (coming.Count + leaving == 0)
            return;
        coming.Sort();
        Merge();
        (sorted, spare) = (spare, sorted);
        coming.Clear();
        leaving = 0;
    }

    private void Merge()
    {
        var (next, to) = (0, 0);
        foreach (ref readonly var stays in All)
        {
            if (going[stays.Row])
            {
                going[stays.Row] = false;
                continue;
            }

            while (next < coming.Count && coming[next].CompareTo(stays) < 0)
                spare[to++] = coming[next++];
            spare[to++] = stays;
        }

        while (next < coming.Count)
            spare[to++] = coming[next++];
        count = to;
    }
}
