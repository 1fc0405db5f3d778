using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>
/// A question's answer while it can still be changed into the next one's: opening or closing points touches only the villages
/// in reach of them. Whatever way led here, the answer is the one a fresh state gives, bit for bit: what is judged is judged
/// by the same code, counts are whole numbers, and sums of minutes are always taken in the same order.
/// </summary>
internal sealed class CoverageState
{
    private readonly CoverageGround ground;
    private readonly Residents[] weights;
    private readonly VillageJudgements judgements;
    private readonly SortedMinutes minutes;
    private readonly CandidateGains gains;
    private readonly AreaTally city;
    private readonly AreaTally counties;
    private readonly AreaTally townships;
    private readonly bool[] touched;
    private Openness openness;
    private CoverageQuestion question;

    internal CoverageState(CoverageGround ground, CoverageQuestion question)
    {
        if (ground.Table.Mode != question.Mode)
            throw new ArgumentException($"The table is for {ground.Table.Mode}, the question for {question.Mode}.", nameof(question));
        var network = ground.Network;
        (this.ground, this.question) = (ground, question);
        weights = [.. network.Villages.Select(village => question.Weighting.Of(village))];
        openness = new Openness(ground, question);
        judgements = new VillageJudgements(weights.Length);
        minutes = new SortedMinutes(weights.Length);
        gains = new CandidateGains(ground, question.Limit, weights);
        city = new AreaTally([null], new int[weights.Length], weights);
        counties = new AreaTally(network.Counties.Select(county => (AreaCode?)county.Code), ground.CountyOf, weights);
        townships = new AreaTally(network.Townships.Select(township => (AreaCode?)township.Code), ground.TownshipOf, weights);
        touched = new bool[weights.Length];
        for (var row = 0; row < weights.Length; row++)
            Enter(row, openness.Judge(row));
        minutes.Settle();
    }

    /// <summary>Whether a question asks of the same travel times, limit, tiers and weights, so that only points open and close.</summary>
    internal bool Leads(CoverageQuestion next) =>
        next.Mode == question.Mode && next.Limit == question.Limit && next.Weighting == question.Weighting && next.Tiers.SetEquals(question.Tiers);

    /// <summary>Changes the state to that of another question.</summary>
    /// <exception cref="ArgumentException">More changes than points opening and closing.</exception>
    internal void MoveTo(CoverageQuestion next)
    {
        if (!Leads(next))
            throw new ArgumentException("The question changes more than which points are open.", nameof(next));
        var before = openness;
        (question, openness) = (next, new Openness(ground, next));
        before.Touch(openness, judgements, touched);
        for (var row = 0; row < touched.Length; row++)
        {
            if (!touched[row])
                continue;
            touched[row] = false;
            Replace(row, openness.Judge(row));
        }

        minutes.Settle();
    }

    /// <summary>The answer as things stand; later changes do not reach it.</summary>
    internal CoverageAnswer Answer() => new(ground, openness, question, gains.Rank(openness))
    {
        Total = city.List()[0],
        Counties = counties.List(),
        Townships = townships.List(),
        Spread = MinutesSpread.OfSorted(minutes.All, minutes.Unreached),
        Villages = judgements.HandOut(),
    };

    private void Replace(int row, in VillageJudgement after)
    {
        var before = judgements[row];
        if (before == after)
            return;
        Count(row, before, -1);
        if (!before.Covered && after.Covered)
            gains.Count(row, -1);
        minutes.Leave(row, weights[row], before.Reach.Nearest?.Time);
        Count(row, after, 1);
        if (before.Covered && !after.Covered)
            gains.Count(row, 1);
        minutes.Enter(row, weights[row], after.Reach.Nearest?.Time);
        judgements.Set(row, after);
    }

    private void Enter(int row, in VillageJudgement judgement)
    {
        Count(row, judgement, 1);
        if (!judgement.Covered)
            gains.Count(row, 1);
        minutes.Enter(row, weights[row], judgement.Reach.Nearest?.Time);
        judgements.Set(row, judgement);
    }

    private void Count(int row, in VillageJudgement judgement, int sign)
    {
        city.Count(row, judgement, sign);
        counties.Count(row, judgement, sign);
        townships.Count(row, judgement, sign);
    }
}
