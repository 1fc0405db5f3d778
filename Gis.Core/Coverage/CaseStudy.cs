using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Measures who is within reach in several cases at once: seasons, days, modes.</summary>
public static class CaseStudy
{
    /// <summary>Answers a question for several cases together.</summary>
    /// <param name="question">The question; each case has its own mode and takes away tiers that do not serve then.</param>
    /// <param name="cases">The cases; at least one. Equal ones count as often as they are given.</param>
    /// <param name="need">The share of the cases in which a village must be covered; above 0.</param>
    /// <param name="scenarios">The network and travel times of a case, the question's moves and additions made. The villages are the same in all.</param>
    /// <exception cref="ArgumentException">There is no case, or no share is needed.</exception>
    public static CaseAnswer Measure(
        CoverageQuestion question, ImmutableArray<TravelCase> cases, Share need, Func<TravelCase, Scenario> scenarios)
    {
        if (cases.IsEmpty)
            throw new ArgumentException("There is no case.", nameof(cases));
        if (need.Value == 0)
            throw new ArgumentException("Everybody is covered in at least none of the cases.", nameof(need));

        var usual = cases.Select(each => each.Mode).Distinct().ToDictionary(mode => mode, mode => Answer(TravelCase.Usual(mode)).Answer);
        var answers = cases.Select(each => (Case: each, Measured: Answer(each))).ToList();
        var network = usual.Values.First().Network;
        var counts = CountCases(network, [.. answers.Select(each => each.Measured.Answer)]);
        return Join(question, network, need, counts, answers.Count) with
        {
            Cases = [.. answers.Select(each => Describe(each.Case, each.Measured.Answer, each.Measured.Travel, usual[each.Case.Mode]))],
        };

        (CoverageAnswer Answer, string Travel) Answer(TravelCase each)
        {
            var day = scenarios(each);
            return (CoverageStudy.Measure(day.Network, day.Table, each.Ask(question), day.Snapped), day.Table.Version);
        }
    }

    private static CaseAnswer Join(CoverageQuestion question, ServiceNetwork network, Share need, ImmutableArray<int> counts, int cases)
    {
        // Both sides are rounded the same way, so that exactly three of five is enough for 0.6.
        bool Suffices(int row) => (double)counts[row] / cases >= need.Value;
        var rows = OrderOf(network, question);
        return new CaseAnswer
        {
            Question = question,
            Need = need,
            Cases = [],
            CasesCovering = counts,
            Total = Count(null, rows, Suffices),
            InAll = Count(null, rows, row => counts[row] == cases),
            InAny = Count(null, rows, row => counts[row] > 0),
            Counties = [.. network.Counties.Select(county => Count(county.Code, [.. rows.Where(row => network.Villages[row].Code.County == county.Code)], Suffices))],
            Gaps = [.. rows.Where(row => Weigh(row).Count > 0 && !Suffices(row)).Select(row => new CaseGap(network.Villages[row], counts[row]))],
        };

        Residents Weigh(int row) => question.Weighting.Of(network.Villages[row]);

        AreaCoverage Count(AreaCode? area, ImmutableArray<int> among, Func<int, bool> covered) =>
            new(area, among.Sum(Weigh), among.Where(covered).Sum(Weigh));
    }

    private static CaseCoverage Describe(TravelCase each, CoverageAnswer answer, string travel, CoverageAnswer usual) => new(
        each,
        answer.Total,
        answer.Counties,
        travel,
        [
            .. OrderOf(answer.Network, answer.Question)
                .Where(row => usual.IsCovered(row) && !answer.IsCovered(row))
                .Select(row => answer.Network.Villages[row])
                .Where(village => answer.Question.Weighting.Of(village).Count > 0),
        ]);

    private static ImmutableArray<int> CountCases(ServiceNetwork network, ImmutableArray<CoverageAnswer> answers) =>
        [.. Enumerable.Range(0, network.Villages.Length).Select(row => answers.Count(answer => answer.IsCovered(row)))];

    private static ImmutableArray<int> OrderOf(ServiceNetwork network, CoverageQuestion question) =>
    [
        .. Enumerable.Range(0, network.Villages.Length)
            .OrderByDescending(row => question.Weighting.Of(network.Villages[row]))
            .ThenByDescending(row => network.Villages[row].Residents),
    ];
}
