using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Matching;

/// <summary>Writes a pairing with its ids, and reckons from the round what it means.</summary>
internal static class PairingWriter
{
    internal static PairingResult Write(PairingInstance instance, int[] pairOf)
    {
        var (pairs, unmatched) = (ImmutableArray.CreateBuilder<PairedVillage>(), ImmutableArray.CreateBuilder<string>());
        var (count, travel, unknown) = (new int[instance.Firms], new double[instance.Firms], 0);
        for (var village = 0; village < instance.Villages; village++)
        {
            var id = instance.Task.Villages[village].Id;
            if (AdviserOf(instance, pairOf, village) is not (>= 0 and var adviser))
            {
                unmatched.Add(id);
                continue;
            }

            pairs.Add(new PairedVillage(id, instance.Names.AdviserIds[adviser]));
            var firm = instance.FirmOf[adviser];
            count[firm]++;
            if (instance.WayOf(village, firm) is { } way)
                travel[firm] += way.Value;
            else
                unknown++;
        }

        return new PairingResult(
            pairs.ToImmutable(), unmatched.ToImmutable(), ListBlocking(instance, pairOf), new Minutes(travel.Sum()), unknown,
            [.. instance.Task.Firms.Select((firm, i) => new FirmLoad(firm.Id, count[i], new Minutes(travel[i]), new Minutes(travel[i] / firm.Weight)))]);
    }

    /// <summary>The adviser a village has, confirmed or found, or -1.</summary>
    internal static int AdviserOf(PairingInstance instance, int[] pairOf, int village) =>
        pairOf[village] >= 0 ? instance.Pairs[pairOf[village]].Adviser : instance.Confirmed[village];

    /// <summary>The pair of each village in a pairing that is written out; confirmed ones are left to the round.</summary>
    internal static int[] Read(PairingInstance instance, IEnumerable<PairedVillage> pairs)
    {
        var pairOf = new int[instance.Villages];
        Array.Fill(pairOf, -1);
        foreach (var pair in pairs)
        {
            if (instance.Names.FindVillage(pair.Village) is >= 0 and var village && instance.Names.FindAdviser(pair.Adviser) is >= 0 and var adviser)
                pairOf[village] = instance.FindPair(village, adviser);
        }

        return pairOf;
    }

    private static ImmutableArray<BlockingPair> ListBlocking(PairingInstance instance, int[] pairOf) =>
    [
        .. BlockingPairs.Find(instance, pairOf).Select(found => new BlockingPair(
            instance.Task.Villages[instance.Pairs[found.Pair].Village].Id,
            instance.Names.AdviserIds[instance.Pairs[found.Pair].Adviser],
            instance.Task.Firms[instance.FirmOf[instance.Pairs[found.Pair].Adviser]].Id,
            found.Case)),
    ];
}
