using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>What a study counts: all sums, shares, gaps and gains are of this.</summary>
public enum Weighting
{
    /// <summary>Everybody who lives in the villages.</summary>
    Residents,

    /// <summary>The villages themselves, each as one, whoever lives there.</summary>
    Villages,

    /// <summary>Those who live in a 村 or what the register treats as one; communities count nothing.</summary>
    Rural,
}

/// <summary>What a weighting makes of a village.</summary>
public static class WeightingMeaning
{
    /// <summary>What the village counts: residents, or with <see cref="Weighting.Villages"/> one.</summary>
    public static Residents Of(this Weighting weighting, Village village) => weighting switch
    {
        Weighting.Villages => new Residents(1),
        Weighting.Rural => village.Kind is VillageKind.Village or VillageKind.VillageLike ? village.Residents : default,
        _ => village.Residents,
    };
}
