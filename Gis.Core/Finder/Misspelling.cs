using System.Buffers;

namespace Gis.Core.Finder;

/// <summary>How far one spelling is from another.</summary>
internal static class Misspelling
{
    // Neighbouring units often differ in one of these alone, as 通南村 and 通北村: there it is another place, no slip.
    private static readonly SearchValues<char> TellingApart = SearchValues.Create("东南西北中上下前后左右内外新老旧大小〇一二三四五六七八九十甲乙丙丁");

    /// <summary>
    /// The one slip that makes one spelling the other: a character wrong, missing or too many, or two neighbours swapped. None
    /// if they are equal or farther apart.
    /// </summary>
    public static Slip? Find(string left, string right)
    {
        if (left.Length > right.Length)
            (left, right) = (right, left);
        if (right.Length - left.Length > 1)
            return null;
        var start = left.AsSpan().CommonPrefixLength(right);
        if (left.Length < right.Length)
            return left.AsSpan(start).SequenceEqual(right.AsSpan(start + 1)) ? SlipOf([right[start]]) : null;
        if (start == left.Length)
            return null;
        if (left.AsSpan(start + 1).SequenceEqual(right.AsSpan(start + 1)))
            return SlipOf([left[start], right[start]]);
        return start + 1 < left.Length && left[start] == right[start + 1] && left[start + 1] == right[start]
            && left.AsSpan(start + 2).SequenceEqual(right.AsSpan(start + 2))
                ? SlipOf([left[start], left[start + 1]]) with { IsSwap = true }
                : null;
    }

    /// <summary>
    /// The fewest slips that make one spelling the other, no character in two of them: the restricted Damerau-Levenshtein
    /// distance (optimal string alignment).
    /// </summary>
    public static int Distance(string left, string right)
    {
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }

    private static Slip SlipOf(ReadOnlySpan<char> characters) => new(!characters.ContainsAnyExcept(TellingApart), IsSwap: false);

    /// <summary>A slip between two spellings.</summary>
    /// <param name="TellsApart">Whether it is in characters by which neighbouring places are told apart.</param>
    /// <param name="IsSwap">Whether two neighbours are swapped.</param>
    internal readonly record struct Slip(bool TellsApart, bool IsSwap);
}
