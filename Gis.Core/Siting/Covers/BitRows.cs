using System.Numerics;

namespace Gis.Core.Siting.Covers;

/// <summary>Sets as rows of bits, of which some are dropped: which are part of which.</summary>
internal sealed class BitRows
{
    private readonly ulong[][] rows;
    private readonly bool[] has;

    internal BitRows(IReadOnlyList<int[]> sets, int size)
    {
        rows = [.. sets.Select(set => Bits(set, size))];
        has = new bool[rows.Length];
        Array.Fill(has, true);
    }

    /// <summary>The rows not dropped.</summary>
    internal IEnumerable<int> Present => Enumerable.Range(0, rows.Length).Where(row => has[row]);

    internal bool Has(int row) => has[row];

    internal void Drop(int row) => has[row] = false;

    internal int Count(int row)
    {
        var count = 0;
        foreach (var word in rows[row])
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Takes a member out of every row.</summary>
    internal void Clear(int member)
    {
        foreach (var bits in rows)
            bits[member >> 6] &= ~(1UL << member);
    }

    /// <summary>Another row that is part of this one, or none.</summary>
    internal bool HasPartOf(int row)
    {
        for (var other = 0; other < rows.Length; other++)
        {
            if (other != row && has[other] && IsPart(rows[other], rows[row]))
                return true;
        }

        return false;
    }

    /// <summary>Whether this row is part of another that may take its place.</summary>
    internal bool IsPartOfAny(int row, Func<int, bool> mayReplace)
    {
        for (var other = 0; other < rows.Length; other++)
        {
            if (other != row && has[other] && IsPart(rows[row], rows[other]) && mayReplace(other))
                return true;
        }

        return false;
    }

    private static ulong[] Bits(int[] members, int size)
    {
        var bits = new ulong[(size + 63) / 64];
        foreach (var member in members)
            bits[member >> 6] |= 1UL << member;
        return bits;
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
