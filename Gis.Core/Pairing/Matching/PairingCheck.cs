namespace Gis.Core.Pairing.Matching;

/// <summary>Checks what a round says beside the wishes, and takes what is confirmed from what there is room for.</summary>
internal static class PairingCheck
{
    internal static void Verify(PairingTask task, PlaceNames names)
    {
        foreach (var firm in task.Firms)
            VerifyFirm(firm);
        foreach (var cost in task.Costs)
            AddWay(task, names, cost);
        foreach (var pair in task.Confirmed)
            Confirm(task, names, pair);
        VerifyRoom(task, names);
        VerifyGroups(task, names);
    }

    private static void VerifyFirm(PairingFirm firm)
    {
        if (firm.Capacity < 0)
            throw new PairingException($"firm {firm.Id}", "capacity", $"{firm.Capacity}", "0 or more");
        if (!(firm.Weight > 0) || double.IsInfinity(firm.Weight))
            throw new PairingException($"firm {firm.Id}", "weight", $"{firm.Weight}", "finite and above 0");
        if (firm.Advisers.FirstOrDefault(adviser => adviser.Capacity < 0) is { } negative)
            throw new PairingException($"adviser {negative.Id}", "capacity", $"{negative.Capacity}", "0 or more");
    }

    private static void AddWay(PairingTask task, PlaceNames names, PairingCost cost)
    {
        var (village, firm) = (names.FindVillage(cost.Village), names.FindFirm(task, cost.Firm));
        var record = $"cost {cost.Village}, {cost.Firm}";
        if (village < 0)
            throw new PairingException(record, "village", cost.Village, "the id of a village");
        if (firm < 0)
            throw new PairingException(record, "firm", cost.Firm, "the id of a firm");
        if (!names.Ways.TryAdd((village, firm), cost.Time))
            throw new PairingException(record, "firm", "the pair twice", "a firm once for each village");
    }

    private static void Confirm(PairingTask task, PlaceNames names, PairedVillage pair)
    {
        var (village, adviser) = (names.FindVillage(pair.Village), names.FindAdviser(pair.Adviser));
        var record = $"confirmed pair {pair.Village}, {pair.Adviser}";
        if (village < 0)
            throw new PairingException(record, "village", pair.Village, "the id of a village");
        if (adviser < 0)
            throw new PairingException(record, "adviser", pair.Adviser, "the id of an adviser, or of a firm that stands for itself");
        if (names.Confirmed[village] >= 0)
            throw new PairingException(record, "village", "a village confirmed twice", "each village once");
        names.Confirmed[village] = adviser;
        names.AdviserRoom[adviser]--;
        names.FirmRoom[names.FirmOf[adviser]]--;
    }

    private static void VerifyRoom(PairingTask task, PlaceNames names)
    {
        for (var adviser = 0; adviser < names.AdviserIds.Length; adviser++)
        {
            if (names.AdviserRoom[adviser] < 0)
                throw Overfull($"adviser {names.AdviserIds[adviser]}", names.Confirmed.Count(each => each == adviser), names.AdviserRoom[adviser]);
        }

        for (var firm = 0; firm < task.Firms.Length; firm++)
        {
            if (names.FirmRoom[firm] < 0)
                throw Overfull($"firm {task.Firms[firm].Id}", names.Confirmed.Count(each => each >= 0 && names.FirmOf[each] == firm), names.FirmRoom[firm]);
        }
    }

    private static PairingException Overfull(string record, int confirmed, int room) =>
        new(record, "capacity", $"{confirmed + room}", $"{confirmed} or more, as so many are confirmed");

    private static void VerifyGroups(PairingTask task, PlaceNames names)
    {
        var sizes = task.Villages.CountBy(village => village.Group).ToDictionary();
        var confirmed = task.Villages.Where((_, i) => names.Confirmed[i] >= 0).CountBy(village => village.Group).ToDictionary();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in task.Groups)
        {
            var (record, size) = ($"group {group.Id}", sizes.GetValueOrDefault(group.Id));
            if (group.Id.Length == 0 || !seen.Add(group.Id))
                throw new PairingException(record, "id", group.Id.Length == 0 ? "no id" : "the same id twice", "each group once, under its id");
            if (group.Floor < 0 || group.Floor > size)
                throw new PairingException(record, "floor", $"{group.Floor}", $"from 0 to {size}, as many villages as it has");
            if (group.Cap < group.Floor)
                throw new PairingException(record, "cap", $"{group.Cap}", $"not under its floor of {group.Floor}");
            if (group.Cap < confirmed.GetValueOrDefault(group.Id))
                throw new PairingException(record, "cap", $"{group.Cap}", $"{confirmed[group.Id]} or more, as so many are confirmed");
        }
    }
}
