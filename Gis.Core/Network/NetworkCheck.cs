namespace Gis.Core.Network;

/// <summary>The parts given do not make a network; the message names every record at fault, up to twenty.</summary>
public sealed class NetworkException(IReadOnlyList<string> faults)
    : Exception("The records do not make a network: " + string.Join("; ", faults.Take(20)))
{
    /// <summary>One sentence for each record at fault.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}

internal static class NetworkCheck
{
    internal static void Verify(NetworkParts parts)
    {
        // Whether a unit lies in another can be asked only of codes of the right length.
        var faults = FindLevelFaults(parts).ToList();
        if (faults.Count == 0)
            faults.AddRange(FindTwice(parts).Concat(FindStray(parts)).Concat(FindStaffFaults(parts)).Concat(FindSpecialFaults(parts)));
        if (faults.Count > 0)
            throw new NetworkException(faults);
    }

    private static IEnumerable<string> FindLevelFaults(NetworkParts parts) =>
        parts.Counties.Where(county => county.Code.Level != AreaLevel.County).Select(county => $"county {county.Code} has not 6 digits")
            .Concat(parts.Townships.Where(township => township.Code.Level != AreaLevel.Township).Select(township => $"township {township.Code} has not 9 digits"))
            .Concat(parts.Villages.Where(village => village.Code.Level != AreaLevel.Village || village.Code.Digits.Length != 12).Select(village => $"village {village.Code} has not 12 digits"));

    private static IEnumerable<string> FindTwice(NetworkParts parts) =>
        FindTwice(parts.Counties, "county", county => county.Code)
            .Concat(FindTwice(parts.Townships, "township", township => township.Code))
            .Concat(FindTwice(parts.Villages, "village", village => village.Code))
            .Concat(FindTwice(parts.Points, "point", point => point.Id))
            .Concat(FindTwice(parts.Firms, "firm", firm => firm.Id))
            .Concat(FindTwice(parts.Crossings, "crossing", crossing => crossing.Name));

    private static IEnumerable<string> FindStray(NetworkParts parts)
    {
        var counties = parts.Counties.Select(county => county.Code).ToHashSet();
        var townships = parts.Townships.Select(township => township.Code).ToHashSet();
        var villages = parts.Villages.Select(village => village.Code).ToHashSet();

        return parts.Townships.Where(township => !counties.Contains(township.Code.County))
            .Select(township => $"township {township.Code} lies in county {township.Code.County}, which is not there")
            .Concat(parts.Villages.Where(village => !townships.Contains(village.Code.Township))
                .Select(village => $"village {village.Code} lies in township {village.Code.Township}, which is not there"))
            .Concat(parts.Points.Where(point => !AreasOf(point.Tier).Contains(point.Area))
                .Select(point => $"point {point.Id} serves {point.Area}, which is no {point.Tier.Level().Written()} here"))
            .Concat(parts.Firms.Where(firm => !counties.Contains(firm.County))
                .Select(firm => $"firm {firm.Id} has its office in county {firm.County}, which is not there"))
            .Concat(parts.Firms.Where(firm => firm.Lawyers < 1).Select(firm => $"firm {firm.Id} has no lawyer"));

        HashSet<AreaCode> AreasOf(Tier tier) =>
            tier switch { Tier.Centre => counties, Tier.Station => townships, _ => villages };
    }

    private static IEnumerable<string> FindStaffFaults(NetworkParts parts)
    {
        var points = parts.Points.Select(point => point.Id).ToHashSet();
        foreach (var staff in parts.Staff)
        {
            var name = $"{staff.Post.Written()} of point {staff.Point}";
            if (!points.Contains(staff.Point))
                yield return $"{name}: the point is not there";
            if (staff.Count < 0)
                yield return $"{name}: found {staff.Count} people, should be 0 or more";
            if (staff is { Count: 0, Hours.Value: > 0 })
                yield return $"{name}: nobody holds it, yet {staff.Hours} are given";
        }

        foreach (var fault in FindTwice(parts.Staff, "staff", staff => $"{staff.Post.Written()} of point {staff.Point}"))
            yield return fault;
    }

    private static IEnumerable<string> FindSpecialFaults(NetworkParts parts)
    {
        var points = parts.Points.Select(point => point.Id).ToHashSet();
        foreach (var group in parts.SpecialHours.GroupBy(special => special.Point))
        {
            if (!points.Contains(group.Key))
                yield return $"special hours of point {group.Key}: the point is not there";
            DateOnly? last = null;
            foreach (var special in group.OrderBy(special => special.From))
            {
                var name = $"special hours of point {special.Point} from {special.From:yyyy-MM-dd} to {special.To:yyyy-MM-dd}";
                if (special.To < special.From)
                    yield return $"{name}: it ends before it begins";
                if (special.From <= last)
                    yield return $"{name}: the one before it holds to {last:yyyy-MM-dd}";
                last = special.To;
            }
        }
    }

    private static IEnumerable<string> FindTwice<TRecord, TKey>(IEnumerable<TRecord> records, string what, Func<TRecord, TKey> key) =>
        records.GroupBy(key).Where(group => group.Count() > 1).Select(group => $"{what} {group.Key} is given {group.Count()} times");
}
