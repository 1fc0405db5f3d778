using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Web.Travel;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Network;

/// <summary>Where every number comes from.</summary>
public sealed class DataModel(CurrentNetwork current) : PageModel
{
    public ServiceNetwork Network { get; } = current.Snapshot.Network;

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

    /// <summary>The sources named by the records, with the number of values that come from each.</summary>
    public IEnumerable<(string Source, bool Illustrative, int Values)> ListSources() =>
        ListProvenances().Concat(ListPositions().Select(position =>
                new Provenance(position.Placement == Placement.Illustrative ? Basis.Illustrative : Basis.Fact, position.Source)))
            .GroupBy(provenance => provenance)
            .OrderBy(group => group.Key.IsIllustrative)
            .Select(group => (group.Key.Source, group.Key.IsIllustrative, group.Count()));

    private IEnumerable<Provenance> ListProvenances() =>
        Network.Counties.Select(county => county.CensusProvenance)
            .Concat(Network.Villages.Select(village => village.ResidentsProvenance))
            .Concat(Network.Points.Select(point => point.StageProvenance))
            .Concat(Network.Firms.Select(firm => firm.Provenance));

    private IEnumerable<Position> ListPositions() =>
        Network.Counties.Select(county => county.Seat)
            .Concat(Network.Townships.Select(township => township.Seat))
            .Concat(Network.Villages.Select(village => village.Position).OfType<Position>())
            .Concat(Network.Points.Select(point => point.Position).OfType<Position>())
            .Concat(Network.Firms.Select(firm => firm.Office).OfType<Position>())
            .Concat(Network.Crossings.Select(crossing => crossing.Position));
}
