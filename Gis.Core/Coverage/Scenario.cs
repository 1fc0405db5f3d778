using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>The network and its travel times as a question would have them: points moved, points added.</summary>
/// <param name="Network">The network with the changes; its villages are those of the network changed, its points may stand in other places of the list.</param>
/// <param name="Table">The table for it: bit for bit the one that would be made for it from nothing.</param>
public sealed record Scenario(ServiceNetwork Network, TravelTable Table)
{
    private const string Source = "placed by a what-if question";

    /// <summary>The minutes in doubt where records lie far from any road; none unless they are told.</summary>
    public SnapDoubt Snapped { get; init; } = SnapDoubt.None;

    /// <summary>Makes the changes of a question; without any, the network and the table stay as they are.</summary>
    /// <param name="network">The network to change.</param>
    /// <param name="table">Its travel times.</param>
    /// <param name="question">The moves and additions; ids that the network has not are left out.</param>
    /// <param name="trips">The trips to a place, come by in the way the table's are.</param>
    /// <remarks>
    /// Where a question puts a point, it stands exactly: its accuracy is zero. It stands on the bank of the village nearest
    /// in a straight line, the first in order if several are; a point put back to where it stands is not moved at all.
    /// </remarks>
    /// <exception cref="NetworkException">The network has a point called new-1 or so already, or no village has a position.</exception>
    public static Scenario Of(ServiceNetwork network, TravelTable table, CoverageQuestion question, TripsTo trips)
    {
        var moved = network.Points.Where(point => IsMoved(point, question)).Select(point => Move(network, point, question.Moves[point.Id]));
        var added = question.Additions.Select((addition, index) => Add(network, addition, index + 1));
        var placed = moved.Concat(added).ToImmutableSortedDictionary(point => point.Id, point => point);
        if (placed.IsEmpty)
            return new Scenario(network, table);

        var changed = new ServiceNetwork(network.Parts with
        {
            Version = network.Version + question.Changes,
            Points = [.. network.Points.Select(point => placed.GetValueOrDefault(point.Id, point)), .. placed.Values.Where(point => network.FindPoint(point.Id) is null)],
        });
        return new Scenario(changed, TableSplice.Make(table, network, changed, trips));
    }

    /// <summary>Whether a point stands where a question put it, and so stays there whatever is in doubt about its village.</summary>
    internal static bool Placed(ServicePoint point) => point.Position is { Source: Source };

    private static bool IsMoved(ServicePoint point, CoverageQuestion question) =>
        question.Moves.TryGetValue(point.Id, out var place)
        && !(point.Position is { } stands && WrittenPosition.Rounded(stands.At) == place);

    private static ServicePoint Move(ServiceNetwork network, ServicePoint point, LonLat place) => point with
    {
        Position = Exactly(place),
        Bank = FindNearest(network, place).Bank,
    };

    private static ServicePoint Add(ServiceNetwork network, Addition addition, int number)
    {
        var id = Addition.IdOf(number);
        if (network.FindPoint(id) is not null)
            throw new NetworkException([$"point {id} is in the network already"]);
        var village = FindNearest(network, addition.At);
        var (name, area) = addition.Tier switch
        {
            Tier.Centre => ("中心", village.Code.County),
            Tier.Station => ("工作站", village.Code.Township),
            _ => ("工作室", village.Code),
        };
        return new ServicePoint(
            id, $"新增{name}{number}", addition.Tier, area, Exactly(addition.At), village.Bank, Stage.Built, new Provenance(Basis.Fact, Source));
    }

    private static Position Exactly(LonLat place) => new(place, Placement.Approximate, default, Source);

    private static Village FindNearest(ServiceNetwork network, LonLat place)
    {
        // No degree of latitude is shorter than 110 km, so most villages need not be measured.
        const double degree = 110_000;
        var (nearest, best) = ((Village?)null, new Metres(double.MaxValue));
        foreach (var village in network.Villages)
        {
            if (village.Position is not { } home || Math.Abs(home.At.Latitude - place.Latitude) * degree > best.Value)
                continue;
            var metres = Geodesic.Distance(home.At, place);
            if (metres < best)
                (nearest, best) = (village, metres);
        }

        return nearest ?? throw new NetworkException(["no village has a position, so nothing can be placed among them"]);
    }
}
