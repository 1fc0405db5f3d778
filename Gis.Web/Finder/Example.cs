using Gis.Core.Network;

namespace Gis.Web.Finder;

/// <summary>What stands in a search box before anybody types.</summary>
internal static class Example
{
    /// <summary>The first town of the city, or else its first township; of a city without any its own name.</summary>
    internal static string NameOf(ServiceNetwork network) =>
        RegisterName.PlaceOf((network.Townships.FirstOrDefault(township => township.Kind == TownshipKind.Town) ?? network.Townships.FirstOrDefault())?.Name ?? network.City.Name);
}
