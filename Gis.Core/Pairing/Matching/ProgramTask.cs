namespace Gis.Core.Pairing.Matching;

/// <summary>What a program over pairings is asked.</summary>
/// <param name="Instance">The round; every pair of it may be chosen.</param>
/// <param name="MayBlock">Whether pairs may block, as few as can be; otherwise none does.</param>
/// <param name="Measures">What is compared, in the order it counts.</param>
internal sealed record ProgramTask(PairingInstance Instance, bool MayBlock, params PairingMeasure[] Measures)
{
    /// <summary>What each pair costs in the last measure; empty: its travel.</summary>
    internal int[] Ranks { get; init; } = [];

    /// <summary>The adviser each village had before, or -1.</summary>
    internal int[] Before { get; init; } = [];

    /// <summary>No firm bears more than this, in minutes; none: no bound.</summary>
    internal double? MostLoad { get; init; }

    /// <summary>A pairing to begin from; it need not keep the rules.</summary>
    internal int[] Hint { get; init; } = [];
}

/// <summary>How a program ended.</summary>
/// <param name="PairOf">The pair of each village, or -1; none found: null.</param>
/// <param name="IsProven">Whether nothing is better; without a pairing, that there is none.</param>
/// <param name="Values">The value of each measure.</param>
/// <param name="Bound">No pairing has a smaller weighted sum.</param>
/// <param name="Weights">What a step of each measure weighs in that sum.</param>
internal sealed record ProgramEnding(int[]? PairOf, bool IsProven, long[] Values, long Bound, long[] Weights)
{
    /// <summary>The first measure that another pairing might be better in, and the least it can be.</summary>
    internal (int Measure, long Bound) FindOpen()
    {
        var left = Bound;
        for (var i = 0; i < Values.Length; i++)
        {
            // The measures behind can make up for less than one step of this one.
            var least = Math.Max(0, left / Weights[i]);
            if (least < Values[i])
                return (i, least);
            left -= Values[i] * Weights[i];
        }

        return (Values.Length - 1, Values[^1]);
    }
}
