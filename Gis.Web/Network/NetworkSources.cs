using Gis.Core.Network;

namespace Gis.Web.Network;

/// <summary>What the records of a network are known from.</summary>
public static class NetworkSources
{
    /// <summary>The sources named by the records, with the number of values that come from each; facts first.</summary>
    public static IEnumerable<(string Source, bool Illustrative, int Values)> List(ServiceNetwork network) =>
        ListProvenances(network).Concat(ListPositions(network).Select(position =>
                new Provenance(position.Placement == Placement.Illustrative ? Basis.Illustrative : Basis.Fact, position.Source)))
            .GroupBy(provenance => provenance)
            .OrderBy(group => group.Key.IsIllustrative)
            .Select(group => (group.Key.Source, group.Key.IsIllustrative, group.Count()));

    private static IEnumerable<Provenance> ListProvenances(ServiceNetwork network) =>
        network.Counties.Select(county => county.CensusProvenance)
            .Concat(network.Villages.Select(village => village.ResidentsProvenance))
            .Concat(network.Points.Select(point => point.StageProvenance))
            .Concat(network.Firms.Select(firm => firm.Provenance));

    private static IEnumerable<Position> ListPositions(ServiceNetwork network) =>
        network.Counties.Select(county => county.Seat)
            .Concat(network.Townships.Select(township => township.Seat))
            .Concat(network.Villages.Select(village => village.Position).OfType<Position>())
            .Concat(network.Points.Select(point => point.Position).OfType<Position>())
            .Concat(network.Firms.Select(firm => firm.Office).OfType<Position>())
            .Concat(network.Crossings.Select(crossing => crossing.Position));
}
