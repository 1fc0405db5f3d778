using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Gis.Core.Siting.Covers;

/// <summary>
/// The dual of the relaxation of a whole cover: prices of the rows that are most together, no column's rows costing more than the
/// column. Kept as a tableau (Dantzig 1951), moved by the steepest reference weights (Harris 1973, Mathematical Programming 5).
/// </summary>
/// <remarks>
/// A decision about a column only frees what its rows may cost, so the prices stay possible and a few steps make them great
/// again. Rounding can make prices worse but never wrong: what they prove is reckoned anew in <see cref="WholeBound"/>.
/// </remarks>
internal sealed class WholeDual(WholeTable table) : IDisposable
{
    // What is smaller is taken for the rounding of nothing.
    private const double Tolerance = 1e-9;

    // A branch is as well chosen a little below the greatest sum, and the last steps towards it are the most.
    private const double LeastGain = 0.01;

    // Columns of one cost make ties without end, so each costs a little less, by its own amount.
    private const double Less = 1e-6;

    private readonly int rows = table.Rows;

    // Where each price and each column's slack is: one more than its line, less than none its place, or nowhere.
    private readonly int[] places = new int[table.Rows + table.Columns];
    private readonly int[] basic = new int[table.Columns];
    private readonly double[] values = new double[table.Columns];
    private readonly int[] others = new int[table.Rows];
    private readonly double[] gains = new double[table.Rows];
    private readonly double[] weights = new double[table.Rows];
    private readonly bool[] isFree = new bool[table.Rows];
    private readonly ulong[] known = new ulong[Bits.Words(table.Columns)];
    private double[] cells = [];
    private int lines;
    private int width;
    private int stride;
    private int followed;

    /// <summary>Gives the room of the tableau back.</summary>
    public void Dispose() => ArrayPool<double>.Shared.Return(cells);

    /// <summary>Begins with no price at all.</summary>
    internal void Begin(WholeState state)
    {
        (lines, width, followed) = (0, 0, state.Taken.Count);
        state.Columns.CopyTo(known);
        Array.Clear(places);
        Array.Clear(isFree);
        foreach (var row in Bits.Of(state.Rows))
        {
            (others[width], gains[width], weights[width]) = (row, 1, 1);
            places[row] = -++width;
        }

        MakeRoom(Bits.Count(state.Columns));
        Array.Clear(cells);
        foreach (var column in Bits.Of(state.Columns))
            AddLine(column);
    }

    internal void CopyTo(WholeDual other)
    {
        (other.lines, other.width, other.followed) = (lines, width, 0);
        other.MakeRoom(lines);
        for (var line = 0; line < lines; line++)
            Line(line).CopyTo(other.Line(line));
        values.AsSpan(0, lines).CopyTo(other.values);
        basic.AsSpan(0, lines).CopyTo(other.basic);
        gains.AsSpan(0, width).CopyTo(other.gains);
        others.AsSpan(0, width).CopyTo(other.others);
        isFree.AsSpan(0, width).CopyTo(other.isFree);
        other.weights.AsSpan(0, width).Fill(1);
        places.CopyTo(other.places, 0);
        known.CopyTo(other.known, 0);
    }

    /// <summary>Lets go of the columns decided and the rows that need not be looked at since this was begun, copied or last told.</summary>
    internal void Follow(WholeState state)
    {
        for (; followed < state.Taken.Count; followed++)
        {
            Bits.Remove(known, state.Taken[followed]);
            Free(state.Taken[followed], 1);
        }

        Bits.RemoveAll(known, state.Columns);
        foreach (var column in Bits.Of(known))
            Free(column, 0);
        state.Columns.CopyTo(known);
        for (var place = width - 1; place >= 0; place--)
        {
            if (others[place] < rows && !Bits.Has(state.Rows, others[place]))
                DropPlace(place);
        }
    }

    /// <summary>Moves the prices until their sum is nearly the greatest, or has grown by enough.</summary>
    internal void Raise(WholeState state, double enough, SitingStop stop)
    {
        for (var steps = 100 + (4 * (lines + width)); steps > 0 && enough >= 0 && !stop.IsNow; steps--)
        {
            var place = FindGain();
            var line = place < 0 ? -1 : FindLimit(place, Math.Sign(gains[place]));
            if (line < 0)
                return;
            enough -= Step(line, place);
            if (others[place] < rows && !Bits.Has(state.Rows, others[place]))
                DropPlace(place);
        }
    }

    /// <summary>Writes down the prices of some rows; those of all others are left.</summary>
    internal void Fill(double[] prices, ReadOnlySpan<ulong> ofRows)
    {
        for (var line = 0; line < lines; line++)
        {
            if (basic[line] < rows && Bits.Has(ofRows, basic[line]))
                prices[basic[line]] = Math.Max(0, values[line]);
        }
    }

    /// <summary>
    /// Each column that the relaxation takes in part: its share, and what the first step would add to the bound if it were left out
    /// and if it were taken (Tomlin 1971, Operations Research 19).
    /// </summary>
    internal void FillShares(List<(int Column, double Share, double Out, double In)> shares)
    {
        var (most, least) = FindSteps();
        shares.Clear();
        for (var place = 0; place < width; place++)
        {
            var share = -gains[place];
            if (others[place] >= rows && !isFree[place] && share > 1e-7)
                shares.Add((others[place] - rows, share, share / Math.Max(-least[place], Tolerance), Math.Max(0, 1 - share) / Math.Max(most[place], Tolerance)));
        }
    }

    private Span<double> Line(int line) => cells.AsSpan(line * stride, width);

    private void MakeRoom(int forLines)
    {
        stride = width;
        if (cells.Length >= forLines * stride)
            return;
        ArrayPool<double>.Shared.Return(cells);
        cells = ArrayPool<double>.Shared.Rent(forLines * stride);
    }

    private void AddLine(int column)
    {
        // The parts of the golden section never meet.
        var part = (column + 1) * 0.6180339887498949 % 1;
        (basic[lines], values[lines]) = (rows + column, 1 - (Less * (1 + part)));
        var line = Line(lines);
        foreach (var row in table.ListRowsOf(column))
        {
            if (places[row] < 0)
                line[-places[row] - 1] = 1;
        }

        places[rows + column] = ++lines;
    }

    // What the rows of a decided column cost is limited no more; of one that is taken, what they leave of its cost counts.
    private void Free(int column, int counts)
    {
        var place = places[rows + column];
        if (place > 0)
        {
            if (counts > 0)
                TakeOff(gains.AsSpan(0, width), Line(place - 1), 1);
            DropLine(place - 1);
        }
        else if (place < 0)
        {
            gains[-place - 1] += counts;
            isFree[-place - 1] = true;
        }
    }

    private void DropLine(int line)
    {
        places[basic[line]] = 0;
        if (line == --lines)
            return;
        Line(lines).CopyTo(Line(line));
        (values[line], basic[line]) = (values[lines], basic[lines]);
        places[basic[line]] = line + 1;
    }

    private void DropPlace(int place)
    {
        places[others[place]] = 0;
        if (place == --width)
            return;
        for (var line = 0; line < lines; line++)
            cells[(line * stride) + place] = cells[(line * stride) + width];
        (gains[place], others[place], isFree[place], weights[place]) = (gains[width], others[width], isFree[width], weights[width]);
        places[others[place]] = -(place + 1);
    }

    private int FindGain()
    {
        var (best, most) = (-1, 0.0);
        for (var place = 0; place < width; place++)
        {
            var gain = isFree[place] ? Math.Abs(gains[place]) : gains[place];
            if (gain > LeastGain && gain * gain > most * weights[place])
                (best, most) = (place, gain * gain / weights[place]);
        }

        return best;
    }

    // The line that is at its end first when a place moves; of equal ones that with the largest cell, which is safest to divide by.
    private int FindLimit(int place, int sign)
    {
        var (first, least, size) = (-1, double.PositiveInfinity, 0.0);
        for (var line = 0; line < lines; line++)
        {
            var cell = sign * cells[(line * stride) + place];
            if (cell <= Tolerance)
                continue;
            var end = values[line] / cell;
            if (end < least - 1e-12 || (end <= least + 1e-12 && cell > size))
                (first, least, size) = (line, Math.Min(end, least), cell);
        }

        return first;
    }

    // Exchanges a line and a place, and tells by how much the sum of the prices grew.
    private double Step(int line, int place)
    {
        var pivot = Divide(line, place);
        for (var other = 0; other < lines; other++)
        {
            var cell = cells[(other * stride) + place];
            if (other == line || Math.Abs(cell) < Tolerance)
                continue;
            cells[(other * stride) + place] = 0;
            TakeOff(Line(other), pivot, cell);
            values[other] = Math.Max(0, values[other] - (cell * values[line]));
        }

        var gain = gains[place];
        gains[place] = 0;
        TakeOff(gains.AsSpan(0, width), pivot, gain);
        (basic[line], others[place]) = (others[place], basic[line]);
        (places[basic[line]], places[others[place]]) = (line + 1, -(place + 1));
        var grown = gain * values[line];
        if (isFree[place])
            DropLine(line);
        isFree[place] = false;
        return grown;
    }

    private Span<double> Divide(int line, int place)
    {
        var pivot = Line(line);
        var (factor, weight) = (1 / pivot[place], weights[place]);
        pivot[place] = 1;
        for (var other = 0; other < pivot.Length; other++)
        {
            pivot[other] *= factor;
            weights[other] = Math.Max(weights[other], pivot[other] * pivot[other] * weight);
        }

        weights[place] = Math.Max(weight * factor * factor, 1);
        values[line] *= factor;
        return pivot;
    }

    // For each place the greatest and the least cell, each as a part of what is left to its line.
    private (double[] Most, double[] Least) FindSteps()
    {
        var (most, least) = (new double[width], new double[width]);
        var mosts = MemoryMarshal.Cast<double, Vector<double>>(most.AsSpan());
        var leasts = MemoryMarshal.Cast<double, Vector<double>>(least.AsSpan());
        for (var line = 0; line < lines; line++)
        {
            var end = 1 / (values[line] + Tolerance);
            var cellsOf = Line(line);
            var vectors = MemoryMarshal.Cast<double, Vector<double>>(cellsOf);
            for (var i = 0; i < vectors.Length; i++)
            {
                mosts[i] = Vector.Max(mosts[i], vectors[i] * end);
                leasts[i] = Vector.Min(leasts[i], vectors[i] * end);
            }

            for (var i = vectors.Length * Vector<double>.Count; i < width; i++)
                (most[i], least[i]) = (Math.Max(most[i], cellsOf[i] * end), Math.Min(least[i], cellsOf[i] * end));
        }

        return (most, least);
    }

    private static void TakeOff(Span<double> line, ReadOnlySpan<double> pivot, double times)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(line);
        var pivots = MemoryMarshal.Cast<double, Vector<double>>(pivot);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] -= pivots[i] * times;
        for (var i = vectors.Length * Vector<double>.Count; i < line.Length; i++)
            line[i] -= pivot[i] * times;
    }
}
