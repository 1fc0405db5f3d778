namespace Gis.Core.Pairing.Matching;

/// <summary>Parts the near side of a least cut into villages that share places, so that each shortage is told by itself.</summary>
internal static class LeftoverParts
{
    internal static IEnumerable<(int[] Villages, int[] Places)> Split(LeftoverNet net, double limit, bool[] villages)
    {
        var ways = net.WithinLimit(limit).Where(way => villages[way.Village]).ToList();
        var placesOf = ways.ToLookup(way => way.Village, way => way.Place);
        // Advisers of one firm share its room, so a village of one is with the villages of the others.
        var villagesOf = ways.ToLookup(way => net.Places[way.Place].Firm, way => way.Village);
        var seen = new bool[villages.Length];
        for (var first = 0; first < villages.Length; first++)
        {
            if (!villages[first] || seen[first])
                continue;
            var part = new SortedSet<int>();
            var queue = new Queue<int>([first]);
            seen[first] = true;
            while (queue.TryDequeue(out var village))
            {
                part.Add(village);
                foreach (var other in placesOf[village].SelectMany(place => villagesOf[net.Places[place].Firm]))
                {
                    if (!seen[other])
                        queue.Enqueue(other);
                    seen[other] = true;
                }
            }

            yield return ([.. part], [.. part.SelectMany(village => placesOf[village]).Distinct().Order()]);
        }
    }
}
