using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Every measure of one question together. Formulas, sources and edges: docs/methods/coverage.md.</summary>
public sealed record CoverageMeasures
{
    /// <summary>With what they were measured.</summary>
    public required MeasureSettings Settings { get; init; }

    /// <summary>Who is within reach.</summary>
    public required CoverageAnswer Coverage { get; init; }

    /// <summary>The covered residents at every limit.</summary>
    public required CoverageCurve Curve { get; init; }

    /// <summary>How unevenly the minutes are spread.</summary>
    public required Unevenness Unevenness { get; init; }

    /// <summary>Who reaches two points.</summary>
    public required Backup Backup { get; init; }

    /// <summary>The hours of advice, reported and assumed, on which the next five rest.</summary>
    public required HoursSupply Supply { get; init; }

    /// <summary>Hours for each resident by 2SFCA, with the question's limit as catchment.</summary>
    public required AccessRatio TwoStep { get; init; }

    /// <summary>Hours for each resident by E2SFCA.</summary>
    public required AccessRatio EnhancedTwoStep { get; init; }

    /// <summary>Hours for each resident by 3SFCA.</summary>
    public required AccessRatio ThreeStep { get; init; }

    /// <summary>The cost of trip and crowding by RAAM.</summary>
    public required Raam Raam { get; init; }

    /// <summary>Served, over capacity, out of reach.</summary>
    public required CapacitySplit Split { get; init; }

    /// <summary>实体网点不足.</summary>
    public required PointShortage Points { get; init; }

    /// <summary>服务人员缺乏.</summary>
    public required StaffShortage Staff { get; init; }

    /// <summary>资源分布不均.</summary>
    public required UnevenShortage Uneven { get; init; }

    /// <summary>Measures everything for a question. What it counts instead of residents, every measure counts.</summary>
    /// <param name="scenario">The network and its travel times, with the question's moves and additions already made.</param>
    /// <param name="question">The question.</param>
    /// <param name="settings">What the measures of hours need beside it.</param>
    /// <exception cref="ArgumentException">The table is of another mode or another network.</exception>
    public static CoverageMeasures Measure(Scenario scenario, CoverageQuestion question, MeasureSettings settings)
    {
        var (network, table) = (Weigh(scenario.Network, question.Weighting), scenario.Table);
        var answer = CoverageStudy.Measure(network, table, question, scenario.Snapped);
        var unevenness = Unevenness.Measure(network, answer);
        var supply = HoursSupply.Measure(network, question, settings.Hours);
        var enhanced = AccessRatio.EnhancedTwoStep(network, table, supply, settings.EnhancedZones);
        return new CoverageMeasures
        {
            Settings = settings,
            Coverage = answer,
            Curve = CoverageCurve.Measure(network, answer),
            Unevenness = unevenness,
            Backup = Backup.Measure(network, table, question),
            Supply = supply,
            TwoStep = AccessRatio.TwoStep(network, table, supply, question.Limit),
            EnhancedTwoStep = enhanced,
            ThreeStep = AccessRatio.ThreeStep(network, table, supply, settings.ThreeStepZones),
            Raam = Raam.Measure(network, table, supply, settings.Raam),
            Split = CapacitySplit.Measure(network, table, answer, CapacitySplit.CapacitiesOf(network, supply, settings.ResidentsPerHour)),
            Points = PointShortage.Measure(network, question),
            Staff = StaffShortage.Measure(network),
            Uneven = UnevenShortage.Of(answer, unevenness, enhanced),
        };
    }

    // Weighed once more, what is weighed stays as it is: the answer and the measures count the same.
    private static ServiceNetwork Weigh(ServiceNetwork network, Weighting weighting) => weighting == Weighting.Residents
        ? network
        : new ServiceNetwork(network.Parts with { Villages = [.. network.Villages.Select(village => village with { Residents = weighting.Of(village) })] });
}

/// <summary>What the measures of hours need beside a question; all of it is stated with the results.</summary>
/// <param name="Hours">The hours taken where none are reported.</param>
/// <param name="EnhancedZones">The zones of E2SFCA.</param>
/// <param name="ThreeStepZones">The zones of 3SFCA.</param>
/// <param name="Raam">How the balance of RAAM is looked for.</param>
/// <param name="ResidentsPerHour">How many residents one hour a month of advice serves.</param>
public sealed record MeasureSettings(
    AdviserHours Hours, DecayZones EnhancedZones, DecayZones ThreeStepZones, RaamSettings Raam, Residents ResidentsPerHour)
{
    /// <summary>
    /// The plan's least hours, the published zones, τ of 60 minutes, and 1,000 residents for each hour a month, which no source
    /// gives: it is a round number for a bureau to replace.
    /// </summary>
    public static MeasureSettings Usual { get; } = new(
        AdviserHours.OfPlan, DecayZones.LuoQi, DecayZones.WanZouSternberg, RaamSettings.Usual, new Residents(1000));
}
