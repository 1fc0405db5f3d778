using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Places;

namespace Gis.Core.Coverage;

/// <summary>A point that a question adds to the network: open, and serving the unit of its tier that holds the nearest village.</summary>
/// <param name="Tier">Centre, station or room.</param>
/// <param name="At">Where it would stand, to six decimals of a degree.</param>
public readonly record struct Addition(Tier Tier, LonLat At)
{
    /// <summary>Where it would stand, to six decimals of a degree.</summary>
    public LonLat At { get; init; } = WrittenPosition.Rounded(At);

    /// <summary>The identifier of the addition of this place in the question, counted from 1: "new-1".</summary>
    public static PointId IdOf(int number) => PointId.Parse(string.Create(CultureInfo.InvariantCulture, $"new-{number}"));

    /// <summary>The addition as it stands in a link, as "room@106.230900_38.487200".</summary>
    public override string ToString() => $"{Tier.Written()}@{WrittenPosition.Of(At)}";
}
