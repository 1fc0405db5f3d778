using Gis.Core.Network;
using Gis.Core.Places;

namespace Gis.Data.Illustration;

/// <summary>Which villages have a room in the plan, and which of these rooms are not built.</summary>
internal static class RoomDraw
{
    /// <summary>The villages with a room, by the rule written in geodata/README.md.</summary>
    internal static List<VillageFacts> ChooseVillages(CityFacts facts)
    {
        var committees = facts.Villages.Where(village => village.HasCommittee).ToList();
        var surplus = committees.Count - facts.Legal.Rooms;
        var leftOut = committees.Where(village => facts.WithoutRooms.Contains(village.Code.Township)).Take(surplus).ToHashSet();
        var kept = committees.Except(leftOut).ToList();
        while (kept.Count > facts.Legal.Rooms)
        {
            var most = kept.Where(village => village.Kind == VillageKind.Community)
                .GroupBy(village => village.Code.Township)
                .OrderByDescending(township => township.Count())
                .ThenBy(township => township.Key)
                .First();
            kept.Remove(most.MaxBy(village => village.Code)!);
        }

        return kept;
    }

    /// <summary>
    /// Draws the rooms not built, without replacement and more often where it is rural and far from the station: the
    /// smallest of -ln(u) / weight, u drawn from the seed and the village's own code (Efraimidis and Spirakis 2006), so
    /// that neither the order of the villages nor the machine matters.
    /// </summary>
    internal static HashSet<AreaCode> DrawUnbuilt(IReadOnlyList<Village> withRoom, CityFacts facts, ulong seed)
    {
        var seats = facts.Townships.ToDictionary(township => township.Township.Code, township => township.Township.Seat!.At);
        return
        [
            .. withRoom
                .OrderBy(village => -Math.Log(Uniform(seed, village.Code)) / Weigh(village))
                .ThenBy(village => village.Code)
                .Take(facts.Legal.Rooms - facts.Legal.RoomsBuilt)
                .Select(village => village.Code),
        ];

        double Weigh(Village village)
        {
            var toStation = Geodesic.Distance(village.Position!.At, seats[village.Code.Township]).Kilometres;
            return (village.Kind == VillageKind.Village ? 3 : 1) * (1 + toStation);
        }
    }

    // SplitMix64 (Steele, Lea and Flood 2014) over seed and code; the top 53 bits make a number above 0 and below 1.
    private static double Uniform(ulong seed, AreaCode code)
    {
        var mixed = seed + (ulong.Parse(code.Digits, System.Globalization.CultureInfo.InvariantCulture) * 0x9E3779B97F4A7C15UL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        mixed ^= mixed >> 31;
        return ((mixed >> 11) + 0.5) / (1UL << 53);
    }
}
