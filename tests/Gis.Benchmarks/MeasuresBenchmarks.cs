using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Illustration;

namespace Gis.Benchmarks;

/// <summary>All measures of the default network together, and the heavy ones alone.</summary>
internal static class MeasuresBenchmarks
{
    internal static void Run()
    {
        var network = new ServiceNetwork(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));
        foreach (var (mode, limit) in new[] { (TravelMode.Walk, 30), (TravelMode.EBike, 30), (TravelMode.Car, 60), (TravelMode.Car, 240) })
        {
            var table = TravelTable.Estimate(network, mode, ModePace.Defaults[mode]);
            Run($"{mode.Written()} {limit} min", network, table, CoverageQuestion.Of(mode, new Minutes(limit)));
        }
    }

    private static void Run(string name, ServiceNetwork network, TravelTable table, CoverageQuestion question)
    {
        var settings = MeasureSettings.Usual;
        var answer = CoverageStudy.Measure(network, table, question);
        var supply = HoursSupply.Measure(network, question, settings.Hours);
        Timing.Run($"{name}: all measures", 50, () => CoverageMeasures.Measure(new Scenario(network, table), question, settings));
        Timing.Run($"{name}: coverage answer alone", 50, () => CoverageStudy.Measure(network, table, question));
        Timing.Run($"{name}: curve, unevenness, backup", 50, () =>
        {
            CoverageCurve.Measure(network, answer);
            Unevenness.Measure(network, answer);
            Backup.Measure(network, table, question);
        });
        Timing.Run($"{name}: 2SFCA, E2SFCA, 3SFCA", 50, () =>
        {
            AccessRatio.TwoStep(network, table, supply, question.Limit);
            AccessRatio.EnhancedTwoStep(network, table, supply, settings.EnhancedZones);
            AccessRatio.ThreeStep(network, table, supply, settings.ThreeStepZones);
        });
        Timing.Run($"{name}: RAAM, {Raam.Measure(network, table, supply, settings.Raam).Ending}", 50, () => Raam.Measure(network, table, supply, settings.Raam));
        var capacities = CapacitySplit.CapacitiesOf(network, supply, settings.ResidentsPerHour);
        Timing.Run($"{name}: split by greatest flow", 50, () => CapacitySplit.Measure(network, table, answer, capacities));
        Timing.Run($"{name}: the three shortages", 50, () =>
        {
            PointShortage.Measure(network, question);
            StaffShortage.Measure(network);
        });
    }
}
