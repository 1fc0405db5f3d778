using System.Collections.Immutable;
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
        (serving, candidate) = ((bool[])ground.Built.Clone(), [.. ground.Built.Select(built => !built)]);
        Take(question.With, true);
        Take(question.Without, false);
        open = (bool[])serving.Clone();
        Leave(question.Tiers);
        unlocated = [.. Enumerable.Range(0, open.Length).Where(point => open[point] && network.Points[point].Position is null)];
        anyOpen = open.Contains(true);
    }

    // What is asked about by name is no candidate any more, whichever way it is taken.
    private void Take(IEnumerable<PointId> points, bool serves)
    {
        foreach (var id in points)
        {
            if (ground.Find(id) is not (var point and >= 0))
                continue;
            serving[point] = serves;
            candidate[point] = false;
        }
    }

    private void Leave(ImmutableSortedSet<Tier> tiers)
    {
        var asked = Enum.GetValues<Tier>().Select(tiers.Contains).ToArray();
        for (var point = 0; point < open.Length; point++)
        {
            var counts = asked[(int)network.Points[point].Tier];
            open[point] &= counts;
            candidate[point] &= counts;
        }
    }

    internal Minutes Limit { get; }

    internal bool IsOpen(int point) => open[point];

    internal bool IsCandidate(int point) => candidate[point];

    /// <summary>Marks the villages that fare differently, or may, under another question of the same limit and tiers.</summary>
    /// <param name="other">What is open then.</param>
    /// <param name="judgements">How the villages fare now.</param>
    /// <param name="touched">Where to mark them.</param>
    internal void Touch(Openness other, VillageJudgements judgements, bool[] touched)
    {
        for (var point = 0; point < open.Length; point++)
        {
            if (open[point] == other.open[point] && serving[point] == other.serving[point] && candidate[point] == other.candidate[point])
                continue;
            var tier = network.Points[point].Tier;
            foreach (ref readonly var reach in ground.Column(point))
                touched[reach.Row] |= reach.Time <= Farthest(reach.Row) || IsAmongNearest(reach.Time, tier, judgements[reach.Row]);
            if (network.Points[point].Position is null)
                TouchUnlocated(network.Points[point].Area, touched);
        }

        if (anyOpen == other.anyOpen)
            return;
        foreach (var row in ground.UnlocatedVillages)
            touched[row] = true;
    }

    // A point farther than the limit with all doubt, and farther than the nearest and than the nearest of its tier, neither
    // makes a difference by coming nor by going.
    private static bool IsAmongNearest(Minutes time, Tier tier, in VillageJudgement now)
    {
        var (nearest, ofTier) = (now.Reach.Nearest, tier switch { Tier.Centre => now.Reach.Centre, Tier.Station => now.Reach.Station, _ => now.Reach.Room });
        return nearest is null || time <= nearest.Value.Time || ofTier is null || time <= ofTier.Value.Time;
    }

    // How long a trip from a village may seem to take and yet be within the limit.
    private Minutes Farthest(int row) => Limit + (ground.VillageDoubt[row] + ground.MostPointDoubt);

    private void TouchUnlocated(AreaCode area, bool[] touched)
    {
        for (var row = 0; row < touched.Length; row++)
            touched[row] |= network.Villages[row].Code.IsWithin(area);
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
    /// ends; or as if the village itself were in none.
    /// </summary>
    /// <remarks>
    /// A point in a village itself moves with it, so that trip is in no doubt. A village that is not located may be anywhere,
    /// and a point that is not located anywhere in the unit it serves.
    /// </remarks>
    internal (bool Certain, bool Possible) Doubt(int row, bool exactVillage = false)
    {
        var village = network.Villages[row];
        var atHome = exactVillage ? default : ground.VillageDoubt[row];
        var farthest = Limit + (atHome + ground.MostPointDoubt);
        var possible = village.Position is null && !exactVillage && anyOpen;
        foreach (ref readonly var reach in ground.Table.Row(row))
        {
            if (reach.Time > farthest)
                break;
            if (!open[reach.Point])
                continue;
            var doubt = ground.HomeOf[reach.Point] == row ? default : atHome + ground.PointDoubt[reach.Point];
            if (reach.Time + doubt <= Limit)
                return (true, true);
            possible |= reach.Time <= Limit + doubt;
        }

        return (false, possible || MayHoldUnlocated(village));
    }

    /// <summary>Between what the minutes of a village to its nearest open point lie; none if it reaches none.</summary>
    internal MinutesInterval? BoundMinutes(int row)
    {
        var (least, most) = (double.PositiveInfinity, double.PositiveInfinity);
        foreach (ref readonly var reach in ground.Table.Row(row))
        {
            if (reach.Time.Value - ground.VillageDoubt[row].Value - ground.MostPointDoubt.Value > most)
                break;
            if (!open[reach.Point])
                continue;
            var doubt = ground.HomeOf[reach.Point] == row ? 0 : ground.VillageDoubt[row].Value + ground.PointDoubt[reach.Point].Value;
            (least, most) = (Math.Min(least, Math.Max(0, reach.Time.Value - doubt)), Math.Min(most, reach.Time.Value + doubt));
        }

        return double.IsPositiveInfinity(most) ? null : new MinutesInterval(new Minutes(least), new Minutes(most));
    }

    /// <summary>The open points each of which, were it alone exact, would settle whether a village in doubt is covered.</summary>
    /// <remarks>
    /// One that is near enough for all but its own doubt makes the village certain. One that is too far but for its own doubt
    /// puts it out of the question, if no other leaves it possible. An unlocated point is taken to be found too far.
    /// </remarks>
    internal IEnumerable<int> ListSettling(int row)
    {
        var village = network.Villages[row];
        var (atHome, home) = (ground.VillageDoubt[row], ground.HomeOf);
        var near = ground.Table.Row(row).ToArray()
            .TakeWhile(reach => reach.Time <= Farthest(row))
            .Where(reach => open[reach.Point] && reach.Time <= Limit + (home[reach.Point] == row ? default : atHome + ground.PointDoubt[reach.Point]))
            .ToList();
        var lost = unlocated.Where(point => village.Code.IsWithin(network.Points[point].Area)).ToList();
        var only = near.Count + lost.Count == 1 && village.Position is not null;
        return near.Where(reach => home[reach.Point] != row && ground.PointDoubt[reach.Point].Value > 0)
            .Where(reach => reach.Time + atHome <= Limit || (only && !(reach.Time <= Limit + atHome)))
            .Select(reach => reach.Point)
            .Concat(only ? lost : []);
    }

    private bool MayHoldUnlocated(Village village)
    {
        foreach (var point in unlocated)
        {
            if (village.Code.IsWithin(network.Points[point].Area))
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
