using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Core.Places;
using Gis.Data.Store;

namespace Gis.Data.Illustration;

/// <summary>
/// The network a city starts with: real in names, codes, counts and county populations, illustrative in the rest, by rules
/// written in geodata/README.md. The same facts and seed give the same network, on any machine.
/// </summary>
public static class DefaultNetwork
{
    public const ulong DefaultSeed = 2018;

    private const string RuleSource = "示意:按规则抽取,非实际建设情况";

    private static readonly Provenance Hours = new(Basis.Illustrative, "示意:按机关作息,非实际开放时间");

    // What stands is taken to be open as offices are; rooms as the committees they are in.
    private static readonly Reception OfficeHours = new(Hours) { Hours = new StatedHours(WeeklyHours.Parse("周一至周五 8:30-12:00 14:30-18:00"), Hours) };

    public static NetworkParts Draw(CityFacts facts, ulong seed = DefaultSeed)
    {
        var villages = LayVillages(facts);
        var chosen = RoomDraw.ChooseVillages(facts).Select(village => village.Code).ToHashSet();
        var withRoom = villages.Where(village => chosen.Contains(village.Code)).ToList();
        var unbuilt = RoomDraw.DrawUnbuilt(withRoom, facts, seed);
        var parts = new NetworkParts
        {
            Version = "",
            City = facts.City,
            Counties = facts.Counties,
            Townships = [.. facts.Townships.Select(township => township.Township)],
            Villages = villages,
            Points =
            [
                .. facts.Counties.Select(county => MakeCentre(county, facts)),
                .. MakeStations(facts, villages),
                .. withRoom.Select(village => MakeRoom(village, unbuilt.Contains(village.Code))),
            ],
            Firms = FirmDraw.Draw(facts),
            Crossings = facts.Crossings,
            River = facts.River,
        };
        return parts with { Version = NetworkVersion.Of(parts) };
    }

    private static ImmutableArray<Village> LayVillages(CityFacts facts)
    {
        var layout = new VillageLayout(facts);
        var residents = ResidentSplit.Split(facts);
        var banks = facts.Townships.ToDictionary(township => township.Township.Code, township => township.Township.Bank);
        return
        [
            .. facts.Villages.GroupBy(village => village.Code.Township).SelectMany(township => township.Zip(
                layout.Lay(township.Key, township.Count()),
                (village, position) => new Village(
                    village.Code, village.Name, village.Kind, position, banks[township.Key], residents[village.Code], ResidentSplit.Provenance))),
        ];
    }

    // A county may lie on both banks; its seat stands where the township seat nearest to it stands.
    private static ServicePoint MakeCentre(County county, CityFacts facts) => new(
        PointId.Of(Tier.Centre, county.Code),
        county.Name + RegisterName.OfTier(Tier.Centre),
        Tier.Centre,
        county.Code,
        county.Seat,
        facts.Townships.Where(township => township.Township.Code.IsWithin(county.Code))
            .MinBy(township => Geodesic.Distance(township.Township.Seat!.At, county.Seat!.At))!.Township.Bank,
        Stage.Built,
        new Provenance(Basis.Fact, facts.Legal.PlanSource))
    { Reception = OfficeHours };

    private static IEnumerable<ServicePoint> MakeStations(CityFacts facts, ImmutableArray<Village> villages)
    {
        var residents = villages.ToLookup(village => village.Code.Township, village => village.Residents.Count);
        var second = facts.Townships.Select(township => township.Township)
            .OrderByDescending(township => residents[township.Code].Sum())
            .ThenBy(township => township.Code)
            .Take(Math.Max(0, facts.Legal.Stations - facts.Townships.Length))
            .Select(township => MakeStation(township, 2, "第二", township.Seat! with { Placement = Placement.Illustrative, Source = RuleSource }, Basis.Illustrative, RuleSource));
        return facts.Townships.Select(township => township.Township)
            .Select(township => MakeStation(township, 1, "", township.Seat, Basis.Fact, facts.Legal.PlanSource))
            .Concat(second);
    }

    private static ServicePoint MakeStation(Township township, int number, string ordinal, Position? position, Basis basis, string source) => new(
        PointId.Of(Tier.Station, township.Code, number),
        RegisterName.PlaceOf(township.Name) + ordinal + RegisterName.OfTier(Tier.Station),
        Tier.Station,
        township.Code,
        position,
        township.Bank,
        Stage.Built,
        new Provenance(basis, source))
    { Reception = OfficeHours };

    private static ServicePoint MakeRoom(Village village, bool unbuilt) => new(
        PointId.Of(Tier.Room, village.Code),
        RegisterName.PlaceOf(village.Name) + RegisterName.OfTier(Tier.Room),
        Tier.Room,
        village.Code,
        village.Position,
        village.Bank,
        unbuilt ? Stage.Planned : Stage.Built,
        new Provenance(Basis.Illustrative, RuleSource))
    { Reception = unbuilt ? null : OfficeHours };
}
