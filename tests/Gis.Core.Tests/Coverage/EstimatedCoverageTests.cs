using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class EstimatedCoverageTests
{
    private static readonly Gen<TravelMode> Mode = Gen.Enum<TravelMode>();

    [Fact]
    public void The_count_is_that_of_the_whole_study()
    {
        Gen.Select(MadeUpNetworks.Network, Mode, Gen.Int[1, 60], Gen.Enum<Weighting>()).Sample((network, mode, minutes, weighting) =>
        {
            var question = CoverageQuestion.Of(mode, new Minutes(minutes)) with { Weighting = weighting };
            var studied = CoverageStudy.Measure(network, MadeUpNetworks.TableOf(network, mode), question).Total.Covered;
            Assert.Equal(studied, EstimatedCoverage.CountCovered(network, question, MadeUpNetworks.Pace(mode)));
        });
    }

    // The limit is the time of a trip that somebody has, over the bridge or not.
    [Fact]
    public void Whoever_is_exactly_at_the_limit_counts_and_a_hair_beyond_does_not()
    {
        Gen.Select(MadeUpNetworks.Network, Mode, Gen.Int[0, 100]).Sample((network, mode, pick) =>
        {
            var table = MadeUpNetworks.TableOf(network, mode);
            var times = Enumerable.Range(0, table.RowCount).SelectMany(row => table.Row(row).ToArray()).Select(reach => reach.Time.Value).Where(time => time > 0).ToList();
            if (times.Count == 0)
                return;
            foreach (var limit in new[] { times[pick % times.Count], Math.BitDecrement(times[pick % times.Count]) })
            {
                var question = CoverageQuestion.Of(mode, new Minutes(limit));
                Assert.Equal(CoverageStudy.Measure(network, table, question).Total.Covered, EstimatedCoverage.CountCovered(network, question, MadeUpNetworks.Pace(mode)));
            }
        });
    }

    [Fact]
    public void The_longest_line_within_a_limit_is_the_last_one_whose_trip_is()
    {
        Gen.Select(Mode, Gen.Double[0.1, 240]).Sample((mode, minutes) =>
        {
            var pace = ModePace.Defaults[mode];
            var line = pace.LongestLine(new Minutes(minutes));
            Assert.True(TravelEstimate.TripOver(line, pace).Time <= new Minutes(minutes));
            Assert.True(TravelEstimate.TripOver(new Metres(Math.BitIncrement(line.Value)), pace).Time > new Minutes(minutes));
        });
    }
}
