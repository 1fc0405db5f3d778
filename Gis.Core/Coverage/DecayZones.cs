using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>How much less a trip counts the longer it is, in steps. Beyond the last zone it does not count.</summary>
public sealed record DecayZones
{
    /// <summary>Joins zones to a catchment.</summary>
    /// <exception cref="ArgumentException">There is none, they do not rise, or a weight is not above 0 and at most 1.</exception>
    public DecayZones(ImmutableArray<DecayZone> zones)
    {
        if (zones.IsEmpty)
            throw new ArgumentException("A catchment has at least one zone.", nameof(zones));
        if (zones.Zip(zones.Skip(1)).Any(pair => pair.First.UpTo >= pair.Second.UpTo))
            throw new ArgumentException("The zones end later and later.", nameof(zones));
        // Written as !(> and <=) because every comparison with NaN is false.
        if (zones.Any(zone => !(zone.Weight > 0 && zone.Weight <= 1)))
            throw new ArgumentException("A zone's weight is above 0 and at most 1.", nameof(zones));
        Zones = zones;
    }

    /// <summary>The zones, the nearest first.</summary>
    public ImmutableArray<DecayZone> Zones { get; }

    /// <summary>0–10, 10–20 and 20–30 minutes at 1, 0.68 and 0.22: the Gaussian steps of Luo and Qi 2009, Health and Place 15.</summary>
    public static DecayZones LuoQi { get; } = Of((10, 1), (20, 0.68), (30, 0.22));

    /// <summary>
    /// 0–10, 10–20, 20–30 and 30–60 minutes at 0.962, 0.704, 0.377 and 0.042: the Gaussian steps of Wan, Zou and Sternberg
    /// 2012, International Journal of Geographical Information Science 26.
    /// </summary>
    public static DecayZones WanZouSternberg { get; } = Of((10, 0.962), (20, 0.704), (30, 0.377), (60, 0.042));

    /// <summary>One zone in which every trip counts in full.</summary>
    public static DecayZones Even(Minutes limit) => new([new DecayZone(limit, 1)]);

    /// <summary>The weight of a trip; exactly at the end of a zone it still counts as in it, and beyond the last zone as nothing.</summary>
    public double WeightOf(Minutes time)
    {
        foreach (var zone in Zones)
        {
            if (time <= zone.UpTo)
                return zone.Weight;
        }

        return 0;
    }

    private static DecayZones Of(params (double UpTo, double Weight)[] zones) =>
        new([.. zones.Select(zone => new DecayZone(new Minutes(zone.UpTo), zone.Weight))]);
}

/// <summary>One step of a catchment.</summary>
/// <param name="UpTo">The longest trip in it, itself included.</param>
/// <param name="Weight">What a trip in it counts, above 0 and at most 1.</param>
public readonly record struct DecayZone(Minutes UpTo, double Weight);
