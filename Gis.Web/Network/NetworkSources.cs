using Gis.Core.Network;

namespace Gis.Web.Network;

/// <summary>What the records of a network are known from.</summary>
public static class NetworkSources
{
    private static readonly Basis[] Order = [Basis.Fact, Basis.Illustrative, Basis.Unknown];

    /// <summary>The sources named by the records, with the number of values that come from each: facts, what stands in for them, what is not known.</summary>
    public static IEnumerable<(string Source, Basis Basis, int Values)> List(ServiceNetwork network) =>
        ListProvenances(network).Concat(ListPositions(network).Select(position =>
                new Provenance(position.Placement == Placement.Illustrative ? Basis.Illustrative : Basis.Fact, position.Source)))
            .GroupBy(provenance => provenance)
            .OrderBy(group => Array.IndexOf(Order, group.Key.Basis))
            .Select(group => (group.Key.Source, group.Key.Basis, group.Count()));

    private static IEnumerable<Provenance> ListProvenances(ServiceNetwork network) =>
        network.Counties.Select(county => county.CensusProvenance)
            .Concat(network.Villages.Select(village => village.ResidentsProvenance))
            .Concat(network.Points.Select(point => point.StageProvenance))
            .Concat(network.Firms.Select(firm => firm.Provenance));

    private static IEnumerable<Position> ListPositions(ServiceNetwork network) =>
        network.Counties.Select(county => county.Seat).OfType<Position>()
            .Concat(network.Townships.Select(township => township.Seat).OfType<Position>())
            .Concat(network.Villages.Select(village => village.Position).OfType<Position>())
            .Concat(network.Points.Select(point => point.Position).OfType<Position>())
            .Concat(network.Firms.Select(firm => firm.Office).OfType<Position>())
            .Concat(network.Crossings.Select(crossing => crossing.Position));
}
