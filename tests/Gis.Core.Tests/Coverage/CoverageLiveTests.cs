using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

/// <summary>Whatever way led to a question, its answer is the one that comes of measuring it from nothing.</summary>
public sealed class CoverageLiveTests
{
    private static CoverageLive LiveOver(ServiceNetwork network) => new(question => MadeUpNetworks.ScenarioOf(network, question));

    // Edits as people make them: open, close, put back, another limit, mode, tiers, weights, a point moved or added.
    private static Gen<CoverageQuestion[]> Edits(ServiceNetwork network) =>
        from start in MadeUpNetworks.Question(network)
        from others in MadeUpNetworks.Question(network).Array[1, 8]
        from kinds in Gen.Int[0, 9].Array[others.Length]
        select others.Zip(kinds).Aggregate(new List<CoverageQuestion> { start }, (questions, edit) =>
        {
            questions.Add(Edit(questions[^1], edit.First, edit.Second));
            return questions;
        }).ToArray();

    private static CoverageQuestion Edit(CoverageQuestion before, CoverageQuestion other, int kind) => kind switch
    {
        0 => before with { Limit = other.Limit },
        1 => before with { Mode = other.Mode },
        2 => before with { Tiers = other.Tiers },
        3 => before with { Weighting = other.Weighting },
        4 => before with { Moves = other.Moves, Additions = other.Additions },
        5 or 6 => before with { Without = other.Without },
        _ => before with { With = other.With },
    };

    [Fact]
    public void After_any_edits_and_after_undoing_them_all_the_answer_is_the_one_from_nothing() => (
        from network in MadeUpNetworks.Network
        from edits in Edits(network)
        select (network, edits)).Sample(made =>
    {
        var live = LiveOver(made.network);
        foreach (var question in made.edits.Concat(made.edits.Reverse().Skip(1)))
            Answers.AssertSame(MadeUpNetworks.Measure(made.network, question), live.MoveTo(question));
    }, iter: 500);

    [Fact]
    public void An_answer_given_out_stays_as_it_was_through_later_edits() => (
        from network in MadeUpNetworks.Network
        from edits in Edits(network)
        select (network, edits)).Sample(made =>
    {
        var live = LiveOver(made.network);
        var given = made.edits.Select(live.MoveTo).ToList();
        Assert.All(made.edits.Zip(given), pair => Answers.AssertSame(MadeUpNetworks.Measure(made.network, pair.First), pair.Second));
    });

    // Counted another way, straight from the definitions, over all pairs.
    [Fact]
    public void The_answer_is_what_the_definitions_say() => (
        from network in MadeUpNetworks.Network
        from edits in Edits(network)
        select (network, edits)).Sample(made =>
    {
        var live = LiveOver(made.network);
        foreach (var question in made.edits)
            NaiveCoverage.AssertAgrees(MadeUpNetworks.ScenarioOf(made.network, question), question, live.MoveTo(question));
    }, iter: 300);

    // More villages than one block of the answer holds, each toggle touching some of them.
    [Fact]
    public void Large_towns_are_answered_alike_block_by_block()
    {
        var residents = Enumerable.Range(0, 300).Select(number => (long)(number * 7 % 50)).ToArray();
        var network = Town.Network(Town.Row(residents), [.. Enumerable.Range(0, 300).Where(number => number % 10 == 0).Select(number => Town.Room(number, number % 20 == 0 ? Stage.Built : Stage.Planned))]);
        var table = Town.TenMinutesABlock(network);
        var live = new CoverageLive(_ => new Scenario(network, table));
        var plain = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));
        foreach (var number in new[] { 10, 20, 290, 130, 10 })
        {
            foreach (var question in new[] { plain with { With = [Town.RoomId(number)] }, plain with { Without = [Town.RoomId(number)] }, plain })
                Answers.AssertSame(CoverageStudy.Measure(network, table, question), live.MoveTo(question));
        }
    }
}
