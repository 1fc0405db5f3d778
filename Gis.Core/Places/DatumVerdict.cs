using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Places;

/// <summary>A position as a file writes it, and where what it names is known to stand.</summary>
/// <param name="Row">The row of the file, to tell rows apart; any number.</param>
/// <param name="Written">The two numbers as written.</param>
/// <param name="Known">The position known.</param>
/// <param name="Accuracy">How far the true position may be from the known one.</param>
public readonly record struct DatumPair(int Row, XY Written, LonLat Known, Metres Accuracy);

/// <summary>What is to be said of the datum of a file.</summary>
public abstract record DatumVerdict
{
    private DatumVerdict()
    {
    }

    /// <summary>One guess alone puts the file's positions where they are known to be.</summary>
    /// <param name="Evidence">The guess and what speaks for it.</param>
    public sealed record Clear(DatumEvidence Evidence) : DatumVerdict;

    /// <summary>Some rows are written in one way and some in another.</summary>
    /// <param name="Groups">The ways, that of most rows first; at least two.</param>
    /// <param name="Undecided">The rows that fit none of them, or more than one about equally well; in the order given.</param>
    public sealed record Mixed(ImmutableArray<DatumGroup> Groups, ImmutableArray<int> Undecided) : DatumVerdict;

    /// <summary>The known positions are too rough to tell guesses apart, or what fits lies beside them by a distance nothing explains.</summary>
    /// <param name="Candidates">The guesses that fit, best first; at least one.</param>
    public sealed record Unclear(ImmutableArray<DatumEvidence> Candidates) : DatumVerdict;

    /// <summary>No guess puts enough of the positions where they are known to be.</summary>
    /// <param name="Nearest">The guesses that do so for most of them, best first; none where none does for any.</param>
    public sealed record NoneFits(ImmutableArray<DatumEvidence> Nearest) : DatumVerdict;

    /// <summary>Too few positions are known to say anything.</summary>
    /// <param name="Pairs">How many are.</param>
    /// <param name="Least">How many would be enough.</param>
    public sealed record TooFew(int Pairs, int Least) : DatumVerdict;
}

/// <summary>What speaks for a guess.</summary>
/// <param name="Guess">The guess.</param>
/// <param name="Pairs">How many positions it was tried on.</param>
/// <param name="Fitting">How many of them it puts within the accuracy of where they are known to be.</param>
/// <param name="MedianLeftover">The median distance that is left between the two; none where half of the pairs stand for no position at all.</param>
/// <param name="MedianOffset">How far all are shifted together: the median of what is left, east and north apart; none where that is none.</param>
/// <param name="Misfits">The rows that do not fit, in the order given.</param>
public sealed record DatumEvidence(
    DatumGuess Guess, int Pairs, int Fitting, Metres? MedianLeftover, Metres? MedianOffset, ImmutableArray<int> Misfits);

/// <summary>The rows that are written in one way.</summary>
/// <param name="Guess">The way.</param>
/// <param name="Rows">The rows, in the order given.</param>
public sealed record DatumGroup(DatumGuess Guess, ImmutableArray<int> Rows);
