using System.Collections.Concurrent;
using Gis.Core.Progress.Inspection;
using Gis.Core.Units;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Progress.Inspection;

/// <summary>An inspection that was asked for in an address, answered.</summary>
/// <param name="Form">What was asked for, as it was written.</param>
/// <param name="Answer">The answer; none where a field is wrong, and then the faults say which.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record AskedInspection(InspectionForm Form, InspectionJson? Answer, FormFaults Faults);

/// <summary>Answers inspections that are asked for in addresses, the same one once.</summary>
public sealed class InspectionAnswers(CurrentNetwork current, CurrentCalendar calendar, YearDesk year)
{
    // Somebody waits for the page. The effort is over sooner on any machine of today; where it is not, the best found is told.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private const int MostKept = 16;

    private readonly ConcurrentDictionary<(Snapshot Of, WorkCalendar Days, string Link, DateOnly PlanBy), Lazy<InspectionJson>> answers = [];

    /// <summary>Reads and answers the inspection of a request.</summary>
    public async Task<AskedInspection> Answer(IQueryCollection query, Language language, CancellationToken cancel)
    {
        var (snapshot, set) = (current.Snapshot, await year.ReadCalendar(cancel));
        var form = InspectionForm.Of(query, year.Today, set);
        return form.Read(snapshot.Network, calendar.Calendar, language, out var faults) is { } question
            ? new AskedInspection(form, Recall(snapshot, question, question.Kind.LastDay(set.In(question.Clock.From.Year))), faults)
            : new AskedInspection(form, null, faults);
    }

    private InspectionJson Recall(Snapshot snapshot, InspectionQuestion question, DateOnly planBy)
    {
        if (answers.Count >= MostKept)
            answers.Clear();
        return answers.GetOrAdd((snapshot, question.Clock.Calendar, question.Written, planBy), _ => new Lazy<InspectionJson>(() =>
        {
            using var deadline = new CancellationTokenSource(Patience);
            return InspectionRun.Plan(snapshot, question, planBy, new InspectionWatch(deadline.Token, CancellationToken.None));
        })).Value;
    }
}
