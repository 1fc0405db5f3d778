using System.Collections.Concurrent;
using Gis.Core.Coverage;
using Gis.Core.Siting;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Siting;

/// <summary>A schedule that was asked for in an address, answered.</summary>
/// <param name="Question">Which points count, how far is near, who is counted; the default where a field of it is wrong.</param>
/// <param name="Form">What was asked for, as it was written.</param>
/// <param name="Answer">The answer; none where a field is wrong, and then the faults say which.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record AskedSchedule(CoverageQuestion Question, ScheduleForm Form, ScheduleJson? Answer, FormFaults Faults)
{
    /// <summary>The question and the schedule as they stand in a link.</summary>
    public string Link => $"{Question}&{Form}";
}

/// <summary>Answers schedules that are asked for in addresses, the same one once.</summary>
public sealed class ScheduleAnswers(CurrentNetwork current, TimeProvider clock)
{
    // Somebody waits for the page; what is not proven by then says how far it may be from the best.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int MostKept = 16;

    private readonly ConcurrentDictionary<(Snapshot Of, string Link), Lazy<ScheduleJson>> answers = [];

    /// <summary>Reads and answers the schedule of a request. What the fields leave open is as usual in the year to come.</summary>
    public AskedSchedule Answer(IQueryCollection query, Language language)
    {
        var snapshot = current.Snapshot;
        var question = CoverageForm.Of(query).Read(snapshot.Network, language, out var faults);
        var form = ScheduleForm.Of(query, clock.GetLocalNow().Year + 1);
        if (question is null)
            return new AskedSchedule(new CoverageForm().Read(snapshot.Network, language, out _)!, form, null, faults);
        return form.Read(snapshot.Network, question, language, out faults) is { } schedule
            ? new AskedSchedule(question, form, Recall(snapshot, question, schedule), faults)
            : new AskedSchedule(question, form, null, faults);
    }

    private ScheduleJson Recall(Snapshot snapshot, CoverageQuestion question, ScheduleQuestion schedule)
    {
        if (answers.Count >= MostKept)
            answers.Clear();
        return answers.GetOrAdd((snapshot, $"{question}&{schedule.Written}"), _ => new Lazy<ScheduleJson>(() => Solve(snapshot, question, schedule))).Value;
    }

    private static ScheduleJson Solve(Snapshot snapshot, CoverageQuestion question, ScheduleQuestion schedule)
    {
        using var deadline = new CancellationTokenSource(Patience);
        return ScheduleRun.Solve(snapshot, question, schedule, new SitingStop(deadline.Token, CancellationToken.None));
    }
}
