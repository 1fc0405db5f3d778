using Gis.Core.Coverage;

namespace Gis.Web.Network;

/// <summary>
/// Answers questions from states kept from questions before: someone at work on a plan asks nearly the same again and again.
/// Which state a question gets changes only how long the answer takes. Any number of threads may ask.
/// </summary>
/// <param name="scenarios">The network and the travel times a question asks of.</param>
internal sealed class LiveAnswers(Func<CoverageQuestion, Scenario> scenarios)
{
    // A state about a city takes some megabytes, most of them the table turned round.
    private const int MostKept = 4;

    private readonly Lock gate = new();

    // Those not at work, the one used last at the end.
    private readonly List<CoverageLive> idle = [];

    internal CoverageAnswer Answer(CoverageQuestion question)
    {
        var live = Take(question);
        // One that fails is not put back: who knows how far it got.
        var answer = live.MoveTo(question);
        PutBack(live);
        return answer;
    }

    private CoverageLive Take(CoverageQuestion question)
    {
        lock (gate)
        {
            var nearest = idle.LastOrDefault(live => live.Closeness(question) == 2) ?? idle.LastOrDefault(live => live.Closeness(question) == 1);
            if (nearest is null)
                return new CoverageLive(scenarios);
            idle.Remove(nearest);
            return nearest;
        }
    }

    private void PutBack(CoverageLive live)
    {
        lock (gate)
        {
            idle.Add(live);
            if (idle.Count > MostKept)
                idle.RemoveAt(0);
        }
    }
}
