using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Units;

namespace Gis.Web.Charts;

/// <summary>A round step and a round end for an axis of minutes.</summary>
internal static class MinutesAxis
{
    private static readonly double[] Steps = [1, 2, 5, 10, 15, 30, 60];

    /// <summary>An axis that holds twice the limit, and the limits at which nine in ten are covered, with four to eight marks.</summary>
    internal static Axis For(string name, CoverageCurve curve, Minutes limit)
    {
        var most = Math.Min(Math.Max(limit.Value * 2, NinthDecile(curve)), CoverageQuestion.LongestLimit.Value);
        var step = Steps.First(each => most / each <= 8 || each == Steps[^1]);
        return Axis.Of(name, Math.Ceiling(most / step) * step, step, minutes => minutes.ToString("0.##", CultureInfo.InvariantCulture));
    }

    private static double NinthDecile(CoverageCurve curve) =>
        curve.Steps.FirstOrDefault(step => step.Covered.Count >= curve.All.Count * 0.9).Limit.Value;
}
