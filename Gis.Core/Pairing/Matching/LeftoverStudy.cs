using System.Collections.Immutable;
using Gis.Core.Units;

namespace Gis.Core.Pairing.Matching;

/// <summary>Sees to the villages a round has left over, so that every village has somebody (plan, 实现一村一居一法律顾问: lawyers first, then other people of the law and volunteers).</summary>
public static class LeftoverStudy
{
    // Of each shortage so many places are told that could take more.
    private const int MostPlacesTold = 3;

    /// <summary>
    /// Places the villages left over with advisers that have room left and with helpers, as many as can be and then with the least
    /// travel. Vetoes and conflicts still hold; a village or firm that was merely not wished for does not matter any more.
    /// </summary>
    /// <param name="instance">The round.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="helpers">Who can help beside the firms.</param>
    /// <param name="limit">The longest way allowed, exactly as long is; none: any that is known.</param>
    /// <exception cref="PairingException">A helper is there twice, names a village that is not there or twice, or has a negative capacity.</exception>
    public static LeftoverPlan Place(PairingInstance instance, PairingResult result, ImmutableArray<PairingHelper> helpers, Minutes? limit)
    {
        var net = LeftoverReader.Read(instance, result, helpers);
        var within = limit?.Value ?? double.PositiveInfinity;
        var (placeOf, travel) = net.Serve(within);
        var order = Enumerable.Range(0, net.Villages.Length).OrderBy(i => instance.Names.FindVillage(net.Villages[i])).ToList();
        return new LeftoverPlan(
            [.. order.Where(i => placeOf[i] >= 0).Select(i => Write(net, i, placeOf[i]))],
            [.. order.Where(i => placeOf[i] < 0).Select(i => net.Villages[i])],
            travel,
            [.. ListShortages(net, limit, within)],
            FindRaised(net, within));
    }

    private static PlacedVillage Write(LeftoverNet net, int village, int place) => new(
        net.Villages[village], net.Places[place].Id, net.Places[place].Kind,
        new Minutes(net.Ways.First(way => way.Village == village && way.Place == place).Minutes));

    private static IEnumerable<LeftoverShortage> ListShortages(LeftoverNet net, Minutes? limit, double within)
    {
        var (served, villages) = net.Measure(within);
        foreach (var part in LeftoverParts.Split(net, within, villages))
        {
            var alone = Only(net, part.Villages);
            var room = alone.Measure(within).Served;
            if (room == part.Villages.Length)
                continue;
            yield return new LeftoverShortage(
                [.. part.Villages.Select(village => net.Villages[village])],
                [.. part.Places.Select(place => net.Places[place].Id).Order(StringComparer.Ordinal)],
                room, limit, [.. ListRemedies(net, within, served, part.Villages.Length - room, part)]);
        }
    }

    private static IEnumerable<MorePlaces> ListRemedies(LeftoverNet net, double within, int served, int missing, (int[] Villages, int[] Places) part) => part.Places
        .Select(place => (place, served: net.Measure(within, place, missing).Served - served))
        .Where(each => each.served > 0)
        .Select(each => new MorePlaces(net.Places[each.place].Id, each.served, each.served, net.Serve(within, each.place, each.served).Travel))
        .OrderByDescending(remedy => remedy.Served).ThenBy(remedy => remedy.Travel).ThenBy(remedy => remedy.Place, StringComparer.Ordinal)
        .Take(MostPlacesTold);

    // Any way may matter: a longer one of a village that is served can free a place for another.
    private static RaisedLimit? FindRaised(LeftoverNet net, double within)
    {
        var served = net.Measure(within).Served;
        double[] longer = [.. net.Ways.Where(way => way.Minutes > within).Select(way => way.Minutes).Distinct().Order()];
        if (longer.Length == 0 || net.Measure(longer[^1]).Served == served)
            return null;
        // More is served the higher the limit.
        var raised = longer[Halving.FindFirst(longer.Length, limit => net.Measure(longer[limit - 1]).Served > served) - 1];
        return new RaisedLimit(new Minutes(raised), net.Measure(raised).Served - served);
    }

    private static LeftoverNet Only(LeftoverNet net, int[] villages)
    {
        var number = villages.Select((village, i) => (village, i)).ToDictionary(each => each.village, each => each.i);
        return new LeftoverNet
        {
            Villages = [.. villages.Select(village => net.Villages[village])],
            Places = net.Places,
            FirmRoom = net.FirmRoom,
            Ways = [.. net.Ways.Where(way => number.ContainsKey(way.Village)).Select(way => (number[way.Village], way.Place, way.Minutes))],
        };
    }
}
