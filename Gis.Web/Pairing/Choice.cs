using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;

namespace Gis.Web.Pairing;

/// <summary>One side of a round: who it is, and whom it may choose among.</summary>
/// <param name="Side">Which side.</param>
/// <param name="Id">The code of the village or the identifier of the firm.</param>
/// <param name="Name">Its name.</param>
/// <param name="Where">Where it is.</param>
public sealed record ChoiceUnit(PairingSide Side, string Id, string Name, string Where)
{
    /// <summary>The unit of a side and an identifier; null where the network has none.</summary>
    public static ChoiceUnit? Find(ServiceNetwork network, PairingSide side, string id)
    {
        if (side == PairingSide.Firm)
            return network.FindFirm(id) is { } firm ? Of(network, firm) : null;
        return AreaCode.TryParse(id, out var code) && network.FindVillage(code) is { } village ? Of(network, village) : null;
    }

    /// <summary>A village.</summary>
    public static ChoiceUnit Of(ServiceNetwork network, Village village) => new(
        PairingSide.Village, village.Code.Digits, village.Name, PairingWords.WhereOf(network, village.Code));

    /// <summary>A firm.</summary>
    public static ChoiceUnit Of(ServiceNetwork network, Firm firm) => new(PairingSide.Firm, firm.Id, firm.Name, network.FindAreaName(firm.County) ?? "");

    /// <summary>The other side's units within the limit of a round, the nearest first; those without a known way are not among them.</summary>
    public ImmutableArray<Candidate> ListCandidates(RoundView view)
    {
        var others = Side == PairingSide.Firm
            ? view.Network.Villages.Select(village => (Unit: Of(view.Network, village), Size: village.Residents.Count, Way: view.Ways.Between(village.Code, Id)?.Time))
            : view.Network.Firms.Select(firm => (Unit: Of(view.Network, firm), Size: (long)firm.Lawyers, Way: view.Ways.Between(AreaCode.Parse(Id), firm.Id)?.Time));
        return
        [
            .. others.Where(other => other.Way is { } way && way <= view.Round.Rules.Limit)
                .OrderBy(other => other.Way!.Value).ThenBy(other => other.Unit.Id, StringComparer.Ordinal)
                .Select(other => new Candidate(other.Unit, other.Size, other.Way!.Value, view.Profiles.GetValueOrDefault((other.Unit.Side, other.Unit.Id)))),
        ];
    }
}

/// <summary>Somebody of the other side who may be wished for.</summary>
/// <param name="Unit">Who it is.</param>
/// <param name="Size">The residents of a village, the lawyers of a firm.</param>
/// <param name="Way">One way between the two.</param>
/// <param name="Profile">What it tells of itself; null where it tells nothing.</param>
public sealed record Candidate(ChoiceUnit Unit, long Size, Minutes Way, PairingProfile? Profile);
