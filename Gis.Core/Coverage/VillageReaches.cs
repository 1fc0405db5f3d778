using System.Collections;
using Gis.Core.Travel;

namespace Gis.Core.Coverage;

/// <summary>
/// What each village reaches, in the order of the network's villages. It never changes; answers that follow one another share
/// what is the same in both.
/// </summary>
public sealed class VillageReaches : IReadOnlyList<VillageReach>
{
    private readonly VillageJudgement[][] blocks;
    private readonly BitArray covered;

    internal VillageReaches(VillageJudgement[][] blocks, BitArray covered)
    {
        this.blocks = blocks;
        this.covered = covered;
    }

    /// <summary>How many villages there are.</summary>
    public int Count => covered.Count;

    /// <summary>What the village of a row reaches.</summary>
    public VillageReach this[int index] => Judgement(index).Reach;

    /// <inheritdoc/>
    public IEnumerator<VillageReach> GetEnumerator()
    {
        for (var row = 0; row < Count; row++)
            yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether the village of a row is covered: a list of gaps asks of all villages, in no order that a memory likes.</summary>
    internal bool IsCovered(int row) => covered[row];

    internal ref readonly VillageJudgement Judgement(int row) =>
        ref blocks[row / VillageJudgements.BlockLength][row % VillageJudgements.BlockLength];
}

/// <summary>All that a question says about one village.</summary>
/// <param name="Reach">The points it reaches soonest.</param>
/// <param name="Remedy">The nearest candidate within the limit, where it is not covered.</param>
/// <param name="Covered">Whether its nearest point is within the limit.</param>
/// <param name="Certain">Whether it is covered even if every doubt is for the worse.</param>
/// <param name="Possible">Whether it is covered if every doubt is for the better.</param>
internal readonly record struct VillageJudgement(VillageReach Reach, Reach? Remedy, bool Covered, bool Certain, bool Possible)
{
    internal bool IsDoubtful => Possible && !Certain;
}

/// <summary>The judgements of all villages, kept in blocks: what was handed out is copied before it is changed, block by block.</summary>
internal sealed class VillageJudgements
{
    // A block stays well below the size from which the runtime keeps objects apart.
    internal const int BlockLength = 128;

    private readonly VillageJudgement[][] blocks;
    private readonly BitArray covered;
    private readonly bool[] handedOut;

    internal VillageJudgements(int count)
    {
        covered = new BitArray(count);
        blocks = new VillageJudgement[(count + BlockLength - 1) / BlockLength][];
        for (var block = 0; block < blocks.Length; block++)
            blocks[block] = new VillageJudgement[BlockLength];
        handedOut = new bool[blocks.Length];
    }

    internal ref readonly VillageJudgement this[int row] => ref blocks[row / BlockLength][row % BlockLength];

    internal void Set(int row, in VillageJudgement judgement)
    {
        var block = row / BlockLength;
        if (handedOut[block])
        {
            blocks[block] = (VillageJudgement[])blocks[block].Clone();
            handedOut[block] = false;
        }

        blocks[block][row % BlockLength] = judgement;
        covered[row] = judgement.Covered;
    }

    internal VillageReaches HandOut()
    {
        Array.Fill(handedOut, true);
        return new VillageReaches([.. blocks], new BitArray(covered));
    }
}
