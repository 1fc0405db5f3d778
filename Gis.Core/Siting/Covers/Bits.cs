using System.Numerics;

namespace Gis.Core.Siting.Covers;

/// <summary>Sets of small numbers as bits, 64 to a word.</summary>
internal static class Bits
{
    internal static int Words(int size) => (size + 63) / 64;

    internal static bool Has(ReadOnlySpan<ulong> set, int member) => (set[member >> 6] >> member & 1) != 0;

    internal static void Add(Span<ulong> set, int member) => set[member >> 6] |= 1UL << member;

    internal static void Remove(Span<ulong> set, int member) => set[member >> 6] &= ~(1UL << member);

    internal static void RemoveAll(Span<ulong> set, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < set.Length; word++)
            set[word] &= ~others[word];
    }

    internal static void KeepOnly(Span<ulong> set, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < set.Length; word++)
            set[word] &= others[word];
    }

    internal static void AddBoth(Span<ulong> set, ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < set.Length; word++)
            set[word] |= one[word] & other[word];
    }

    internal static bool IsEmpty(ReadOnlySpan<ulong> set) => !set.ContainsAnyExcept(0UL);

    internal static int Count(ReadOnlySpan<ulong> set) => CountBoth(set, set);

    internal static int CountBoth(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        for (var word = 0; word < one.Length; word++)
            count += BitOperations.PopCount(one[word] & other[word]);
        return count;
    }

    internal static Members Of(ReadOnlySpan<ulong> set) => new(set, set);

    /// <summary>The members of both; a word is read when its first member is asked for.</summary>
    internal static Members Both(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other) => new(one, other);

    internal ref struct Members(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        private readonly ReadOnlySpan<ulong> one = one;
        private readonly ReadOnlySpan<ulong> other = other;
        private int word = -1;
        private ulong left;

        public int Current { get; private set; }

        public readonly Members GetEnumerator() => this;

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (++word >= one.Length)
                    return false;
                left = one[word] & other[word];
            }

            Current = (word << 6) + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
