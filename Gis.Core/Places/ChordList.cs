namespace Gis.Core.Places;

/// <summary>The rows of a tree with the shortest chords to a place, in order of them; so few that they are kept sorted.</summary>
internal sealed class ChordList(SpacePoint from, int size)
{
    private readonly double[] squares = new double[size];
    private readonly int[] rows = new int[size];

    internal SpacePoint From => from;

    internal int Count { get; private set; }

    /// <summary>The square of a chord that a further one must not exceed; infinite until there are as many as wanted.</summary>
    internal double Greatest { get; private set; } = double.PositiveInfinity;

    internal double SquareAt(int rank) => squares[rank];

    internal int RowAt(int rank) => rows[rank];

    internal void Offer(double square, int row)
    {
        if (square >= Greatest)
            return;
        var hole = Count < squares.Length ? Count++ : Count - 1;
        for (; hole > 0 && squares[hole - 1] > square; hole--)
            (squares[hole], rows[hole]) = (squares[hole - 1], rows[hole - 1]);
        (squares[hole], rows[hole]) = (square, row);
        if (Count == squares.Length)
            Greatest = squares[^1];
    }
}
