using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Which points of a network count as open in one question, and what follows for one village. Never changes.</summary>
internal sealed class Openness
{
    private readonly CoverageGround ground;
    private readonly ServiceNetwork network;
    private readonly bool[] open;
    private readonly bool[] serving;
    private readonly bool[] candidate;
    private readonly int[] unlocated;
    private readonly bool anyOpen;

    internal Openness(CoverageGround ground, CoverageQuestion question)
    {
        this.ground = ground;
        network = ground.Network;
        Limit = question.Limit;
        open = [.. network.Points.Select(question.IsOpen)];
        serving = [.. network.Points.Select((question with { Tiers = CoverageQuestion.AllTiers }).IsOpen)];
        candidate = [.. network.Points.Select(point => question.Tiers.Contains(point.Tier) && !point.IsOpen && !question.IsOpen(point) && !question.Without.Contains(point.Id))];
        unlocated = [.. Enumerable.Range(0, open.Length).Where(point => open[point] && network.Points[point].Position is null)];
        anyOpen = open.Contains(true);
    }

    internal Minutes Limit { get; }

    internal bool IsOpen(int point) => open[point];

    internal bool IsCandidate(int point) => candidate[point];

    /// <summary>The villages that may fare differently under another question of the same limit and tiers.</summary>
    internal IEnumerable<int> RowsTouched(Openness other)
    {
        for (var point = 0; point < open.Length; point++)
        {
            if (open[point] == other.open[point] && serving[point] == other.serving[point] && candidate[point] == other.candidate[point])
                continue;
            foreach (var row in ground.RowsOf(point))
                yield return row;
        }

        if (anyOpen == other.anyOpen)
            yield break;
        foreach (var row in ground.UnlocatedVillages)
            yield return row;
    }

    internal VillageJudgement Judge(int village)
    {
        var row = ground.Table.Row(village);
        var reach = FindReach(row);
        var covered = reach.Nearest is { } nearest && nearest.Time <= Limit;
        var (certain, possible) = Doubt(village);
        return new VillageJudgement(reach, covered ? null : FindRemedy(row), covered, certain, possible);
    }

    /// <summary>
    /// Whether a village is covered if every trip is longer, and if every trip is shorter, by the time of the doubt at both
    /// ends; as if a point, or the village itself, were in none.
    /// </summary>
    /// <remarks>
    /// A point in a village itself moves with it, so that trip is in no doubt. A village that is not located may be anywhere,
    /// and a point that is not located anywhere in the unit it serves.
    /// </remarks>
    internal (bool Certain, bool Possible) Doubt(int row, int exactPoint = -1, bool exactVillage = false)
    {
        var village = network.Villages[row];
        var atHome = exactVillage ? default : ground.VillageDoubt[row];
        var farthest = Limit + atHome + ground.MostPointDoubt;
        var possible = village.Position is null && !exactVillage && anyOpen;
        foreach (ref readonly var reach in ground.Table.Row(row))
        {
            if (reach.Time > farthest)
                break;
            if (!open[reach.Point])
                continue;
            var doubt = ground.HomeOf[reach.Point] == row ? default
                : reach.Point == exactPoint ? atHome
                : atHome + ground.PointDoubt[reach.Point];
            if (reach.Time + doubt <= Limit)
                return (true, true);
            possible |= reach.Time <= Limit + doubt;
        }

        return (false, possible || MayHoldUnlocated(village, exactPoint));
    }

    /// <summary>The open points whose doubt can make a difference to a village: those near enough, and those not located that may be near.</summary>
    internal IEnumerable<int> ListDoubtfulPoints(int row)
    {
        var farthest = Limit + ground.VillageDoubt[row] + ground.MostPointDoubt;
        return ground.Table.Row(row).ToArray()
            .TakeWhile(reach => reach.Time <= farthest)
            .Select(reach => reach.Point)
            .Where(point => open[point] && ground.PointDoubt[point].Value > 0)
            .Union(unlocated.Where(point => network.Villages[row].Code.IsWithin(network.Points[point].Area)));
    }

    private bool MayHoldUnlocated(Village village, int exactPoint)
    {
        foreach (var point in unlocated)
        {
            if (point != exactPoint && village.Code.IsWithin(network.Points[point].Area))
                return true;
        }

        return false;
    }

    private VillageReach FindReach(ReadOnlySpan<Reach> row)
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

    private Reach? FindRemedy(ReadOnlySpan<Reach> row)
    {
        foreach (var reach in row)
        {
            if (reach.Time > Limit)
                break;
            if (candidate[reach.Point])
                return reach;
        }

        return null;
    }
}
