using System.Collections.Immutable;

namespace Gis.Core.Finder;

/// <summary>What a search makes of a text.</summary>
/// <param name="Matters">The matters it speaks of, those that need care first, then the plainest; may be none.</param>
/// <param name="Places">The places it may name, best first; may be none.</param>
/// <param name="Elsewhere">The place outside the city that it names instead; none where it names one inside, or none at all.</param>
public sealed record SearchAnswer(ImmutableArray<Matter> Matters, ImmutableArray<FoundPlace> Places, Division? Elsewhere)
{
    /// <summary>Nothing is known of the text.</summary>
    public static SearchAnswer Nothing { get; } = new([], [], null);
}

/// <summary>A place that a text may name.</summary>
/// <param name="Place">The place.</param>
/// <param name="How">How it was found.</param>
/// <param name="By">The other name or the landmark it was found by; null where it was found by its own name.</param>
public sealed record FoundPlace(Place Place, MatchHow How, string? By);
