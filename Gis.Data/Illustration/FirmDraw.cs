using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;

namespace Gis.Data.Illustration;

/// <summary>Stands in for the city's law firms: their number and their lawyers together are facts, the rest a written rule.</summary>
internal static class FirmDraw
{
    private static readonly Provenance Provenance = new(Basis.Illustrative, "示意:律所数与律师总数属实,名称、规模、地点按规则示意");

    // The bands of firm size in the facts file; the last has no upper end.
    private static readonly (int Low, int High)[] Bands = [(1, 10), (11, 30), (31, 50), (51, 100), (101, int.MaxValue)];

    internal static ImmutableArray<Firm> Draw(CityFacts facts)
    {
        var sizes = DrawSizes(facts.Legal);
        var seats = facts.Counties.OrderBy(county => county.Code).ToList();
        var perCounty = Apportion.Split(sizes.Count, [.. seats.Select(Weigh)]);
        // Counties take turns, so that large firms do not all stand in one.
        var turns = seats.Zip(perCounty)
            .SelectMany((county, order) => Enumerable.Range(0, (int)county.Second)
                .Select(turn => (county.First, At: (turn + 0.5) / county.Second, order)))
            .OrderBy(turn => turn.At).ThenBy(turn => turn.order)
            .Select(turn => turn.First);
        return [.. sizes.Zip(turns).Select((firm, index) => Make(index + 1, firm.First, firm.Second))];
    }

    private static Firm Make(int number, int lawyers, County county) => new(
        string.Create(CultureInfo.InvariantCulture, $"firm-{number:000}"),
        string.Create(CultureInfo.InvariantCulture, $"示意律所{number:00}"),
        county.Seat! with { Placement = Placement.Illustrative, Source = "示意:放在县(市)区驻地" },
        county.Code,
        lawyers,
        Provenance);

    // An urban district draws three times as many firms a resident as a county does.
    private static double Weigh(County county) =>
        county.Census.Count * (county.Name.EndsWith('区') ? 3.0 : 1.0);

    private static List<int> DrawSizes(LegalFacts legal)
    {
        var counts = Apportion.Split(legal.Firms, [.. legal.FirmsByBand.Select(count => (double)count)]);
        var closed = Bands.SkipLast(1).SelectMany((band, index) => Enumerable.Range(0, (int)counts[index])
            .Select(firm => band.Low + (int)((band.High - band.Low) * (firm + 0.5) / counts[index]))).ToList();
        var rest = Apportion.Split(legal.Lawyers - closed.Sum(), [.. Enumerable.Repeat(1.0, (int)counts[^1])]).Select(size => (int)size);
        return [.. closed.Concat(rest).OrderDescending()];
    }
}
