using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress;

/// <summary>Which stage may follow which, and whose move it is (plan, §4(3), §4(4)).</summary>
public static class StageSteps
{
    /// <summary>The stages a year is steered by, in order: what a curve may count.</summary>
    public static ImmutableArray<Stage> Targets { get; } = [Stage.Built, Stage.Declared, Stage.CityAccepted, Stage.ProvinceAccepted];

    /// <summary>Whether a point of a stage has come as far as a target; one sent back stands, and must be declared again.</summary>
    /// <param name="stage">The point's stage.</param>
    /// <param name="target">One of <see cref="Targets"/>.</param>
    public static bool HasReached(this Stage stage, Stage target) => stage == Stage.Returned ? target <= Stage.Built : stage >= target;

    /// <summary>What a county may report of the building itself: begun, finished, or, where it was reported wrongly, not so.</summary>
    public static ImmutableArray<Stage> Reportable(Stage stage) => stage switch
    {
        Stage.Planned => [Stage.Building, Stage.Built],
        Stage.Building => [Stage.Built, Stage.Planned],
        Stage.Built => [Stage.Building],
        _ => [],
    };

    /// <summary>Who has to act next for a point to come further; nobody where it has come to the end.</summary>
    public static Mover? WaitsFor(Stage stage) => stage switch
    {
        Stage.Declared => Mover.City,
        Stage.CityAccepted => Mover.Region,
        Stage.ProvinceAccepted => null,
        _ => Mover.County,
    };
}

/// <summary>Who has to act.</summary>
public enum Mover
{
    /// <summary>The bureau of the county, which builds, declares and puts right.</summary>
    County,

    /// <summary>The bureau of the city, which inspects in November.</summary>
    City,

    /// <summary>The department of the autonomous region, which inspects in December.</summary>
    Region,
}
