using System.Collections.Immutable;

namespace Gis.Core.Pairing.Matching;

/// <summary>Reads who is left over, who has room left, and the ways between them that no veto or conflict closes.</summary>
internal static class LeftoverReader
{
    internal static LeftoverNet Read(PairingInstance instance, PairingResult result, ImmutableArray<PairingHelper> helpers)
    {
        Verify(instance, helpers);
        var taken = result.Pairs.CountBy(pair => pair.Adviser, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var firmTaken = result.Loads.ToDictionary(load => load.Firm, load => load.Villages, StringComparer.Ordinal);
        var task = instance.Task;
        var advisers = task.Firms.SelectMany(firm => AdvisersOf(firm).Select(adviser => new LeftoverPlace(
            adviser.Id, HelperKind.Adviser, Math.Max(0, adviser.Capacity - taken.GetValueOrDefault(adviser.Id)), firm.Id)));
        // Everything in the order of ids, so that the order of the input decides nothing between equals.
        string[] villages = [.. result.Unmatched.Order(StringComparer.Ordinal)];
        LeftoverPlace[] places =
        [
            .. advisers.Concat(helpers.Select(helper => new LeftoverPlace(helper.Id, helper.Kind, helper.Capacity, helper.Id))).OrderBy(place => place.Id, StringComparer.Ordinal),
        ];
        var roomOf = task.Firms.ToDictionary(firm => firm.Id, firm => Math.Max(0, firm.Capacity - firmTaken.GetValueOrDefault(firm.Id)), StringComparer.Ordinal);
        foreach (var helper in helpers)
            roomOf.Add(helper.Id, helper.Capacity);
        return new LeftoverNet
        {
            Villages = villages,
            Places = places,
            FirmRoom = new SortedDictionary<string, int>(roomOf, StringComparer.Ordinal),
            Ways = [.. ListAdviserWays(instance, villages, places).Concat(ListHelperWays(villages, helpers, places)).OrderBy(way => (way.Village, way.Place))],
        };
    }

    private static ImmutableArray<PairingAdviser> AdvisersOf(PairingFirm firm) =>
        firm.Advisers.IsEmpty ? [new PairingAdviser(firm.Id, firm.Capacity)] : firm.Advisers;

    private static IEnumerable<(int Village, int Place, double Minutes)> ListAdviserWays(PairingInstance instance, string[] villages, LeftoverPlace[] places)
    {
        var conflicts = instance.Task.Conflicts.ToHashSet();
        for (var i = 0; i < villages.Length; i++)
        {
            var village = instance.Task.Villages[instance.Names.FindVillage(villages[i])];
            for (var place = 0; place < places.Length; place++)
            {
                if (places[place].Kind != HelperKind.Adviser)
                    continue;
                var number = instance.Names.FindFirm(instance.Task, places[place].Firm);
                var firm = instance.Task.Firms[number];
                var isClosed = village.Wishes.Refused.Contains(firm.Id) || village.Wishes.Refused.Contains(places[place].Id) || firm.Wishes.Refused.Contains(village.Id)
                    || conflicts.Contains(new PairingConflict(village.Id, firm.Id)) || conflicts.Contains(new PairingConflict(village.Id, places[place].Id));
                if (!isClosed && instance.WayOf(instance.Names.FindVillage(village.Id), number) is { } way)
                    yield return (i, place, way.Value);
            }
        }
    }

    private static IEnumerable<(int Village, int Place, double Minutes)> ListHelperWays(string[] villages, ImmutableArray<PairingHelper> helpers, LeftoverPlace[] places) =>
        from helper in helpers
        let place = Array.FindIndex(places, each => each.Id == helper.Id)
        from way in helper.Reach
        let village = Array.IndexOf(villages, way.Village)
        where village >= 0
        select (village, place, way.Time.Value);

    private static void Verify(PairingInstance instance, ImmutableArray<PairingHelper> helpers)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var helper in helpers)
        {
            var (record, (from, to)) = ($"helper {helper.Id}", instance.Names.FindPlace(helper.Id));
            if (!ids.Add(helper.Id) || from < to)
                throw new PairingException(record, "id", "the same id twice", "each helper once, under an id that no firm or adviser has");
            if (helper.Capacity < 0)
                throw new PairingException(record, "capacity", $"{helper.Capacity}", "0 or more");
            var reached = new HashSet<string>(StringComparer.Ordinal);
            foreach (var way in helper.Reach)
            {
                if (instance.Names.FindVillage(way.Village) < 0 || !reached.Add(way.Village))
                    throw new PairingException(record, "reach", way.Village, "the id of a village, each once");
            }
        }
    }
}
