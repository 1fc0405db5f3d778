using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Web.Maps;
using Gis.Web.Travel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Network;

/// <summary>Where every number comes from.</summary>
[AllowAnonymous]
public sealed class DataModel(CurrentNetwork current) : PageModel
{
    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    /// <summary>Whether the units are those of the default register, whose seats come from the gazetteer named with it.</summary>
    public bool IsDefaultRegister => MapWords.Sources(Network).Any();

    /// <summary>How the minutes are come by.</summary>
    public NetworkTravel Travel { get; } = current.Snapshot.Travel;

    public IEnumerable<(TravelMode Mode, ModePace Pace)> Paces => ModePace.Defaults.Where(pace => !Travel.IsByRoads(pace.Key)).Select(pace => (pace.Key, pace.Value));

    /// <summary>How many positions there are of each placement, villages and points together; null for the unlocated.</summary>
    public IEnumerable<(Placement? Placement, int Villages, int Points)> CountPlacements() =>
        Enum.GetValues<Placement>().Cast<Placement?>().Append(null)
            .Select(placement => (
                placement,
                Network.Villages.Count(village => village.Position?.Placement == placement),
                Network.Points.Count(point => point.Position?.Placement == placement)));
}
