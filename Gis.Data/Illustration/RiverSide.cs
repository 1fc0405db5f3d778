using Gis.Core.Network;

namespace Gis.Data.Illustration;

/// <summary>
/// Keeps what is laid out on the drawn side of the river that its bank says. Which side of the line a bank is follows from
/// the seats whose bank is known; the line itself is too rough to tell anything's bank.
/// </summary>
internal sealed class RiverSide
{
    private const double Margin = 300;

    private readonly (double X, double Y)[] line;
    private readonly Dictionary<Bank, int> sideOf;

    internal RiverSide(IEnumerable<(double X, double Y)> line, IEnumerable<(Bank Bank, (double X, double Y) At)> seats)
    {
        this.line = [.. line];
        sideOf = seats.GroupBy(seat => seat.Bank)
            .ToDictionary(bank => bank.Key, bank => Math.Sign(bank.Sum(seat => Math.Sign(SignedDistance(seat.At)))));
    }

    /// <summary>Whether a place lies clear of the line, on the side of its bank; always where there is no river.</summary>
    internal bool Holds(Bank bank, (double X, double Y) at) => line.Length < 2 || SignedDistance(at) * sideOf[bank] >= Margin;

    // Metres from the nearest piece of the line, positive to the left of its direction.
    private double SignedDistance((double X, double Y) at)
    {
        var (best, side) = (double.PositiveInfinity, 1);
        for (var piece = 1; piece < line.Length; piece++)
        {
            var (start, end) = (line[piece - 1], line[piece]);
            var (dx, dy) = (end.X - start.X, end.Y - start.Y);
            var along = Math.Clamp((((at.X - start.X) * dx) + ((at.Y - start.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            var distance = double.Hypot(at.X - start.X - (along * dx), at.Y - start.Y - (along * dy));
            if (distance < best)
                (best, side) = (distance, Math.Sign((dx * (at.Y - start.Y)) - (dy * (at.X - start.X))));
        }

        return best * side;
    }
}
