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
        output.WriteLine($"first {told.First.TotalMilliseconds:0} ms, proof {told.Elapsed.TotalMilliseconds:0} ms: {answer.PersonMonths}, told {string.Join("; ", told.Told)}");

        Assert.Equal(("optimal", 0.0), (answer.Status, answer.Gap));
        Assert.Equal(111, answer.Months.Sum(month => month.Rooms.Length));
        Assert.Equal("2027-09", answer.Months.Last(month => month.Rooms.Length > 0).Month);
        Assert.Equal(answer.PersonMonths, answer.Months.Sum(month => month.Covered));
        Assert.Equal(app.Snapshot.Measure(Question).Total.Covered.Count, answer.Months[0].Covered);
        var all = Question with { With = [.. answer.Months.SelectMany(month => month.Rooms).Select(room => PointId.Parse(room.Id))] };
        Assert.Equal(app.Snapshot.Measure(all).Total.Covered.Count, answer.Months[^1].Covered);
        Assert.All(answer.Counties.SelectMany(county => county.Months), month => Assert.True(month.Rooms <= month.Crews));
    }

    private sealed class Clock : IProgress<SitingProgress>
    {
        private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();

        internal TimeSpan First { get; private set; }

        internal TimeSpan Elapsed => watch.Elapsed;

        internal List<string> Told { get; } = [];

        public void Report(SitingProgress value)
        {
            Told.Add($"{watch.ElapsedMilliseconds} {value}");
            if (First == TimeSpan.Zero && value.Objective is not null)
                First = watch.Elapsed;
        }
    }
}
