using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Travel;

/// <summary>How someone travels.</summary>
public enum TravelMode
{
    /// <summary>On foot.</summary>
    Walk,

    /// <summary>By electric bicycle (电动自行车).</summary>
    EBike,

    /// <summary>By car.</summary>
    Car,

    /// <summary>By bus.</summary>
    Bus,
}

/// <summary>How the estimate turns a straight line into a trip.</summary>
/// <param name="Speed">The speed from door to door.</param>
/// <param name="Detour">How much longer the way is than the straight line; at least 1.</param>
public sealed record ModePace(Speed Speed, double Detour)
{
    /// <summary>The paces used where a city sets none; their sources are in docs/methods/travel.md.</summary>
    public static ImmutableSortedDictionary<TravelMode, ModePace> Defaults { get; } =
        new Dictionary<TravelMode, ModePace>
        {
            [TravelMode.Walk] = new(new Speed(4.5), 1.3),
            [TravelMode.EBike] = new(new Speed(18), 1.35),
            [TravelMode.Car] = new(new Speed(35), 1.4),
            [TravelMode.Bus] = new(new Speed(16), 1.5),
        }.ToImmutableSortedDictionary();

    /// <summary>The longest straight line whose trip takes no more than a limit: a longer one, by however little, takes more.</summary>
    public Metres LongestLine(Minutes limit)
    {
        // Rounding may leave the quotient a few steps on either side of what the trip itself comes to.
        var line = limit.Value * Speed.KilometresPerHour * 1000 / 60 / Detour;
        while (TravelEstimate.TripOver(new Metres(line), this).Time > limit)
            line = Math.BitDecrement(line);
        while (TravelEstimate.TripOver(new Metres(Math.BitIncrement(line)), this).Time <= limit)
            line = Math.BitIncrement(line);
        return new Metres(line);
    }
}
