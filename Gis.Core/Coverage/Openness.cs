using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Which points of a network count as open in one question, and what follows for a row of travel times.</summary>
internal sealed class Openness
{
    private readonly ServiceNetwork network;
    private readonly CoverageQuestion question;
    private readonly bool[] open;
    private readonly bool[] serving;
    private readonly bool[] candidate;

    internal Openness(ServiceNetwork network, CoverageQuestion question)
    {
        this.network = network;
        this.question = question;
        open = [.. network.Points.Select(question.IsOpen)];
        serving = [.. network.Points.Select((question with { Tiers = CoverageQuestion.AllTiers }).IsOpen)];
        candidate = [.. network.Points.Select(point => question.Tiers.Contains(point.Tier) && !point.IsOpen && !question.IsOpen(point) && !question.Without.Contains(point.Id))];
    }

    internal Minutes Limit => question.Limit;

    internal bool IsOpen(int point) => open[point];

    internal VillageReach Reach(ReadOnlySpan<Reach> row)
    {
        Reach? nearest = null, centre = null, station = null, room = null;
        foreach (var reach in row)
        {
            if (open[reach.Point])
                nearest ??= reach;
            if (!serving[reach.Point])
                continue;
            switch (network.Points[reach.Point].Tier)
            {
                case Tier.Centre: centre ??= reach; break;
                case Tier.Station: station ??= reach; break;
                default: room ??= reach; break;
            }

            if (nearest is not null && centre is not null && station is not null && room is not null)
                break;
        }

        return new VillageReach(nearest, centre, station, room);
    }

    internal ImmutableArray<Gap> ListGaps(TravelTable table, ImmutableArray<VillageReach> villages, bool[] covered)
    {
        var gaps = new List<Gap>();
        for (var row = 0; row < villages.Length; row++)
        {
            if (!covered[row] && network.Villages[row].Residents.Count > 0)
                gaps.Add(new Gap(network.Villages[row], villages[row].Nearest, FindRemedy(table.Row(row))));
        }

        return [.. gaps.OrderByDescending(gap => gap.Village.Residents).ThenBy(gap => gap.Village.Code)];
    }

    internal ImmutableArray<Candidate> RankCandidates(TravelTable table, bool[] covered)
    {
        var added = new Residents[network.Points.Length];
        var villages = new int[network.Points.Length];
        for (var row = 0; row < covered.Length; row++)
        {
            if (covered[row] || network.Villages[row].Residents.Count == 0)
                continue;
            foreach (var reach in table.Row(row))
            {
                if (reach.Time > question.Limit)
                    break;
                added[reach.Point] += network.Villages[row].Residents;
                villages[reach.Point]++;
            }
        }

        return
        [
            .. Enumerable.Range(0, added.Length)
                .Where(point => candidate[point] && villages[point] > 0)
                .Select(point => new Candidate(network.Points[point], added[point], villages[point]))
                .OrderByDescending(ranked => ranked.Added)
                .ThenBy(ranked => ranked.Point.Id),
        ];
    }

    private Reach? FindRemedy(ReadOnlySpan<Reach> row)
    {
        foreach (var reach in row)
        {
            if (reach.Time > question.Limit)
                break;
            if (candidate[reach.Point])
                return reach;
        }

        return null;
    }
}
