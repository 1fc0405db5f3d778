using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>What people call places of a city besides the names of its units.</summary>
/// <param name="OtherNames">Names that units had before, or have in a newer register.</param>
/// <param name="Landmarks">Well known places.</param>
public sealed record CityNames(ImmutableArray<OldName> OtherNames, ImmutableArray<Landmark> Landmarks)
{
    /// <summary>Of a city of which nothing but its units is known.</summary>
    public static CityNames None { get; } = new([], []);
}

/// <summary>A name that a unit had before, or has in a newer register.</summary>
/// <param name="Name">The name, as lists of that time write it.</param>
/// <param name="Unit">The unit it is in the network.</param>
public sealed record OldName(string Name, AreaCode Unit);

/// <summary>A well known place; where it stands is not known closer than the unit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OtherNames">What else it is called.</param>
/// <param name="Area">The unit it stands in, by general geography.</param>
public sealed record Landmark(string Name, ImmutableArray<string> OtherNames, AreaCode Area);
