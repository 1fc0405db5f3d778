namespace Gis.Core.Coverage;

/// <summary>
/// Answers one question after another, as someone opens and closes points: each from the one before where that is less work.
/// The answers are those of <see cref="CoverageStudy.Measure"/>, bit for bit. For one thread at a time.
/// </summary>
/// <param name="scenarios">The network and the travel times a question asks of, its moves and additions made.</param>
public sealed class CoverageLive(Func<CoverageQuestion, Scenario> scenarios)
{
    private CoverageGround? ground;
    private CoverageState? state;

    // What the ground is of: the same text, the same network and travel times.
    private string scenario = "";

    /// <summary>Answers a question.</summary>
    public CoverageAnswer MoveTo(CoverageQuestion question)
    {
        var asked = ScenarioOf(question);
        if (ground is null || asked != scenario)
        {
            var found = scenarios(question);
            (ground, state, scenario) = (new CoverageGround(found.Network, found.Table, found.Snapped), null, asked);
        }

        if (state is not null && state.Leads(question))
            state.MoveTo(question);
        else
            state = new CoverageState(ground, question);
        return state.Answer();
    }

    /// <summary>How near a question is to the one answered last: 2 if only points open and close, 1 if the travel times are the same, else 0.</summary>
    public int Closeness(CoverageQuestion question) =>
        ScenarioOf(question) != scenario ? 0 : state is not null && state.Leads(question) ? 2 : 1;

    private static string ScenarioOf(CoverageQuestion question) => question.Mode + question.Changes;
}
