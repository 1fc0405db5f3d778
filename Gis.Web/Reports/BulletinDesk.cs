using Gis.Core.Coverage;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Web.Coverage;
using Gis.Web.History;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Reports;

/// <summary>Finds what a bulletin tells of: the network as it was at the end of the month, and of the month before.</summary>
public sealed class BulletinDesk(GisStore store, CurrentNetwork current, PastNetworks past, TimeProvider clock)
{
    /// <summary>The day it is in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Wording.Beijing).Date);

    /// <summary>Reads and answers what a request asks for; null when a field is wrong, and then the faults say which.</summary>
    public async Task<(BulletinAnswer? Answer, FormFaults Faults)> AnswerAsync(BulletinForm form, Language language, CancellationToken cancel)
    {
        if (form.Read(current.Snapshot.Network, Today, language, out var faults) is not { } question)
            return (null, faults);
        var versions = await store.ListVersionsAsync(cancel);
        if (await FindAsync(versions, question.Month, question.Coverage, cancel) is { } now)
        {
            var before = await FindAsync(versions, question.Month.Plus(-1), question.Coverage, cancel);
            return (new BulletinAnswer(question, question.AsOf(Today), now, before), faults);
        }

        faults.Add("month", form.Month, language["那时还没有数据,最早是 ", "there were no data then; the first month is "] + FirstMonth(versions));
        return (null, faults);
    }

    // The network as the last version saved before the month's end has it; null where there was none.
    private async Task<AskedCoverage?> FindAsync(IReadOnlyList<DataVersion> versions, Month month, CoverageQuestion question, CancellationToken cancel)
    {
        var end = new DateTimeOffset(month.LastDay.AddDays(1), default, Wording.Beijing);
        return versions.FirstOrDefault(version => version.Made < end) is { } last && await past.Find(last.Sequence, cancel) is { } snapshot
            ? AskedCoverage.Of(snapshot, question)
            : null;
    }

    private static Month FirstMonth(IReadOnlyList<DataVersion> versions)
    {
        var first = versions[^1].Made.ToOffset(Wording.Beijing);
        return new Month(first.Year, first.Month);
    }
}

/// <summary>What a bulletin is written from.</summary>
/// <param name="Question">What was asked for.</param>
/// <param name="AsOf">The last day it tells of.</param>
/// <param name="Now">Who is within reach at the end of the month.</param>
/// <param name="Before">The same at the end of the month before; null where there are no data of it.</param>
public sealed record BulletinAnswer(BulletinQuestion Question, DateOnly AsOf, AskedCoverage Now, AskedCoverage? Before);
