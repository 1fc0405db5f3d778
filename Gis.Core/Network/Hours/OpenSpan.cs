using Gis.Core.Units;

namespace Gis.Core.Network.Hours;

/// <summary>A time during which a point is open, within one day: from its first minute on, at the last no longer.</summary>
/// <param name="From">The first minute.</param>
/// <param name="To">The minute at which it is closed; after the first.</param>
public readonly record struct OpenSpan(ClockTime From, ClockTime To)
{
    /// <summary>Whether it is open at a time.</summary>
    public bool Contains(ClockTime time) => From <= time && time < To;

    /// <summary>As people write it: "8:30-12:00".</summary>
    public override string ToString() => $"{From}-{To}";
}
