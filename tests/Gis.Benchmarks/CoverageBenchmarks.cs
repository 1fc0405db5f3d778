using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Illustration;

namespace Gis.Benchmarks;

internal static class CoverageBenchmarks
{
    internal static void Run()
    {
        var facts = CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"));
        Timing.Run("draw the default network", 20, () => DefaultNetwork.Draw(facts));
        var network = new ServiceNetwork(DefaultNetwork.Draw(facts));
        var pace = ModePace.Defaults[TravelMode.Walk];
        Timing.Run("estimate a travel table, 555 villages x 579 points", 20, () => TravelTable.Estimate(network, TravelMode.Walk, pace));
        Timing.Run("the tables of all four modes", 10, () =>
        {
            var lines = TravelLines.Measure(network);
            foreach (var (mode, each) in ModePace.Defaults)
                TravelTable.Estimate(lines, mode, each);
        });
        var table = TravelTable.Estimate(network, TravelMode.Walk, pace);
        foreach (var limit in new[] { 10, 30, 60 })
        {
            var question = CoverageQuestion.Of(TravelMode.Walk, new Minutes(limit));
            Timing.Run($"one coverage answer, on foot within {limit} minutes", 200, () => CoverageStudy.Measure(network, table, question));
        }
    }
}
