using System.Diagnostics;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Siting;
using Xunit.Abstractions;

namespace Gis.Web.Tests.Siting;

/// <summary>The schedule of the default network: 111 rooms from March to September.</summary>
public sealed class ScheduleRunTests(GisApp app, ITestOutputHelper output) : IClassFixture<GisApp>
{
    private static readonly CoverageQuestion Question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));

    private ScheduleJson Run(string query, SitingStop stop)
    {
        var read = ScheduleForm.Parse(query, 2027).Read(app.Snapshot.Network, Question, Language.English, out var faults);
        Assert.Empty(faults.Sentences);
        return ScheduleRun.Solve(app.Snapshot, Question, read!, stop);
    }

    [Fact]
    public void All_111_are_built_by_September_and_it_is_proven_that_no_schedule_serves_more()
    {
        Run("", SitingStop.Never);
        var told = new Clock();
        var answer = Run("", SitingStop.Never with { Progress = told });
        output.WriteLine($"instance {told.Begun.TotalMilliseconds:0} ms, first answer {told.First.TotalMilliseconds:0} ms, proof {told.Elapsed.TotalMilliseconds:0} ms: {answer.PersonMonths}");

        Assert.Equal(("optimal", 0.0), (answer.Status, answer.Gap));
        Assert.Equal(111, answer.Months.Sum(month => month.Rooms.Length));
        Assert.Equal("2027-09", answer.Months.Last(month => month.Rooms.Length > 0).Month);
        Assert.Equal(answer.PersonMonths, answer.Months.Sum(month => month.Covered));
        Assert.Equal(app.Snapshot.Measure(Question).Total.Covered.Count, answer.Months[0].Covered);
        var all = Question with { With = [.. answer.Months.SelectMany(month => month.Rooms).Select(room => PointId.Parse(room.Id))] };
        Assert.Equal(app.Snapshot.Measure(all).Total.Covered.Count, answer.Months[^1].Covered);
        Assert.All(answer.Counties.SelectMany(county => county.Months), month => Assert.True(month.Rooms <= month.Crews));
    }

    [Fact]
    public void A_slip_is_mended_with_few_moves_and_the_loss_is_told()
    {
        var made = Run("", SitingStop.Never);
        var was = string.Join(',', made.Months.SelectMany(month => month.Rooms.Select(room => $"{room.Id}:{month.Month}")));
        var slipped = made.Months[1].Rooms[0];
        var mended = Run($"now=2027-04&slips={slipped.Id}:2027-07&was={was}", SitingStop.Never);

        Assert.Equal("optimal", mended.Status);
        // The crews of July are taken or not; nobody else need move more than once.
        Assert.InRange(mended.Change!.Moves.Length, 1, 2);
        Assert.Equal(mended.Change.Fewest, mended.Change.Moves.Length);
        Assert.Contains(mended.Change.Moves, move => move.Id == slipped.Id && move.From == "2027-04" && string.CompareOrdinal(move.To, "2027-07") >= 0);
        Assert.Equal(made.PersonMonths, mended.Change.Before);
        Assert.True(mended.PersonMonths <= made.PersonMonths);
        Assert.Equal(made.Months[0].Rooms.Select(room => room.Id), mended.Months[0].Rooms.Select(room => room.Id));
    }

    [Fact]
    public void Crews_too_few_for_a_county_are_named_with_the_numbers()
    {
        var answer = Run("crews=1", SitingStop.Never);
        Assert.Equal(("infeasible", "crews", 7m), (answer.Status, answer.Fault!.Rule, answer.Fault.Given));
        Assert.Contains(answer.Fault.CountyName, new ScheduleWords(answer, Language.English).Fault(answer.Fault), StringComparison.Ordinal);
    }

    private sealed class Clock : IProgress<SitingProgress>
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();

        internal TimeSpan Begun { get; private set; }

        internal TimeSpan First { get; private set; }

        internal TimeSpan Elapsed => watch.Elapsed;

        public void Report(SitingProgress value)
        {
            if (Begun == TimeSpan.Zero)
                Begun = watch.Elapsed;
            if (First == TimeSpan.Zero && value.Objective is not null)
                First = watch.Elapsed;
        }
    }
}
