using Gis.Core.Coverage;
using Gis.Core.Progress;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Gis.Web.Coverage;
using Gis.Web.History;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Progress;

namespace Gis.Web.Reports;

/// <summary>Finds what a bulletin tells of: the network as it was at the end of the month, and of the month before.</summary>
public sealed class BulletinDesk(GisStore store, CurrentNetwork current, PastNetworks past, NetworkHistory history, YearDesk desk, YearStore year)
{
    /// <summary>The day it is in China.</summary>
    public DateOnly Today => desk.Today;

    /// <summary>Reads and answers what a request asks for; null when a field is wrong, and then the faults say which.</summary>
    public async Task<(BulletinAnswer? Answer, FormFaults Faults)> AnswerAsync(BulletinForm form, Language language, CancellationToken cancel)
    {
        if (form.Read(current.Snapshot.Network, Today, language, out var faults) is not { } question)
            return (null, faults);
        // Asked first: what comes in meanwhile makes the mark too old, never too new.
        var entry = (await history.ListAsync(new LogFilter(), cancel)).Select(line => line.Sequence).FirstOrDefault();
        var versions = await store.ListVersionsAsync(cancel);
        if (await FindAsync(versions, question.Month, question.Coverage, cancel) is { } now)
        {
            var before = await FindAsync(versions, question.Month.Plus(-1), question.Coverage, cancel);
            var (ledger, calendar, asOf) = (await year.ReadAsync(cancel), await desk.ReadCalendar(cancel), question.AsOf(Today));
            return (new BulletinAnswer(question, asOf, now, before, new YearProgress(now.Ground, ledger, calendar, asOf), entry), faults);
        }

        faults.Add("month", form.Month, language["那时还没有数据,最早是 ", "there were no data then; the first month is "] + FirstMonth(versions));
        return (null, faults);
    }

    // The network as the last version saved before the month's end has it; null where there was none.
    private async Task<AskedCoverage?> FindAsync(IReadOnlyList<DataVersion> versions, Month month, CoverageQuestion question, CancellationToken cancel)
    {
        var end = new DateTimeOffset(month.LastDay.AddDays(1), default, ChinaTime.Offset);
        return versions.FirstOrDefault(version => version.Made < end) is { } last && await past.Find(last.Sequence, cancel) is { } snapshot
            ? AskedCoverage.Of(snapshot, question)
            : null;
    }

    private static Month FirstMonth(IReadOnlyList<DataVersion> versions)
    {
        var first = ChinaTime.DayOf(versions[^1].Made);
        return new Month(first.Year, first.Month);
    }
}

/// <summary>What a bulletin is written from.</summary>
/// <param name="Question">What was asked for.</param>
/// <param name="AsOf">The last day it tells of.</param>
/// <param name="Now">Who is within reach at the end of the month.</param>
/// <param name="Before">The same at the end of the month before; null where there are no data of it.</param>
/// <param name="Year">The year of building as it stands on that day.</param>
/// <param name="Entry">The last entry of the log that may have gone into it.</param>
public sealed record BulletinAnswer(BulletinQuestion Question, DateOnly AsOf, AskedCoverage Now, AskedCoverage? Before, YearProgress Year, long Entry);
