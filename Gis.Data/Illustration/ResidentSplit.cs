using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Data.Illustration;

/// <summary>Splits the census of a county over its villages, by the rule written in geodata/README.md.</summary>
internal static class ResidentSplit
{
    internal static readonly Provenance Provenance = new(Basis.Illustrative, "示意:县级普查人口按规则分到村(居)");

    /// <summary>Residents of every village; those of a county add up to its census.</summary>
    internal static Dictionary<AreaCode, Residents> Split(CityFacts facts)
    {
        var villages = facts.Villages.ToLookup(village => village.Code.Township);
        var split = new Dictionary<AreaCode, Residents>();
        foreach (var county in facts.Counties)
        {
            var townships = facts.Townships.Where(township => township.Township.Code.IsWithin(county.Code)).ToList();
            var shares = Apportion.Split(county.Census.Count, WeighTownships(townships, villages));
            foreach (var (township, share) in townships.Zip(shares))
            {
                var own = villages[township.Township.Code].ToList();
                foreach (var (village, residents) in own.Zip(Apportion.Split(share, [.. own.Select(Weigh)])))
                    split.Add(village.Code, new Residents(residents));
            }
        }

        return split;
    }

    // Residents of 2010 where they are known; elsewhere the villages' weights at the county's known mean.
    private static double[] WeighTownships(List<TownshipFacts> townships, ILookup<AreaCode, VillageFacts> villages)
    {
        var known = townships.Where(township => township.Residents2010 is not null).ToList();
        var perWeight = known.Count == 0 ? 1 : known.Sum(township => township.Residents2010!.Value.Count) / known.Sum(WeighVillages);
        return [.. townships.Select(township => township.Residents2010?.Count ?? (perWeight * WeighVillages(township)))];

        double WeighVillages(TownshipFacts township) => villages[township.Township.Code].Sum(Weigh);
    }

    private static double Weigh(VillageFacts village) => village.Kind switch
    {
        VillageKind.Community => 6,
        VillageKind.Village => 2,
        _ => 1,
    };
}
