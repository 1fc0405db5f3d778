using System.Collections.Immutable;
using System.Globalization;

namespace Gis.Core.Travel.Roads;

/// <summary>What a season or a day changes on the roads for one mode. Two that are written alike are equal.</summary>
public sealed record RoadConditions
{
    /// <summary>Sets the conditions.</summary>
    /// <param name="slowing">How many times as long everything takes, the way on foot to the road included; at least 1.</param>
    /// <param name="closedBridges">The names of the bridges and ferries that are closed, as in <see cref="Road.Bridge"/>;
    /// a name that no road bears closes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slowing is below 1, above 100 or not a number.</exception>
    public RoadConditions(double slowing, ImmutableSortedSet<string> closedBridges)
    {
        if (!(slowing is >= 1 and <= 100))
            throw new ArgumentOutOfRangeException(nameof(slowing), slowing, "Roads are slowed by a factor from 1 to 100.");
        Slowing = slowing;
        ClosedBridges = closedBridges.WithComparer(StringComparer.Ordinal);
    }

    /// <summary>How many times as long everything takes; from 1 to 100.</summary>
    public double Slowing { get; }

    /// <summary>The names of the bridges and ferries that are closed, in the order of their characters' codes.</summary>
    public ImmutableSortedSet<string> ClosedBridges { get; }

    /// <summary>Nothing slowed, nothing closed.</summary>
    public static RoadConditions Usual { get; } = new(1, []);

    /// <inheritdoc/>
    public bool Equals(RoadConditions? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>As in a travel version: "usual", "x1.2", "x1;closed=A,B".</summary>
    public override string ToString() => (Slowing, ClosedBridges) switch
    {
        (1, []) => "usual",
        (_, []) => string.Create(CultureInfo.InvariantCulture, $"x{Slowing}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"x{Slowing};closed={string.Join(',', ClosedBridges.Select(Uri.EscapeDataString))}"),
    };
}
