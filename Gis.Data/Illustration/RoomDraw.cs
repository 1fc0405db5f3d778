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
                .OrderBy(village => -Math.Log(Seed.Uniform(seed, village.Code)) / Weigh(village))
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
}
