using System.Collections.Immutable;
using System.Globalization;
using Gis.Web.Layout;
using Gis.Web.Siting;

namespace Gis.Web.Charts;

/// <summary>Whom an order of building has brought within reach after each step, beside the most that as many points could.</summary>
public static class OrderChart
{
    public static Chart Draw(OrderJson order, string counted, Language language)
    {
        var most = order.Steps.Max(step => Math.Max(step.Covered, step.FreeOptimum)) - order.Standing;
        var up = Axis.Round(language[$"新够得着的{counted}", $"{char.ToUpperInvariant(counted[0])}{counted[1..]} newly within reach"], most);
        var across = Axis.Round(language["建到第几个", "Points built"], order.Steps.Count).EndingAt(order.Steps.Count);
        var last = order.Steps[^1];
        var plot = new Plot(across, up)
            .Draw("equal", Points(order, step => step.FreeOptimum))
            .Draw("line", Points(order, step => step.Covered));
        return new Chart(
            "order-curve",
            language["每建一个,多少人新够得着", "How many more are within reach after each step"],
            language["实线是这个次序;虚线是任选同样多个点最多能到的,谁也超不过。两线越近越好。", "The line is this order; the dashed line is the most that as many points could bring if chosen freely: nothing passes it. The closer the two, the better."],
            [plot.Picture(language[
                $"建完 {last.Step} 个,新够得着 {Written(last.Covered - order.Standing)};最多可能 {Written(last.FreeOptimum - order.Standing)}。",
                $"After {last.Step} points {Written(last.Covered - order.Standing)} are newly within reach; at most {Written(last.FreeOptimum - order.Standing)} could be."])],
            new ChartTable(
                [language["第几个", "Step"], language["新够得着", "Newly within reach"], language["最多可能", "At most possible"]],
                [.. order.Steps.Select(step => ImmutableArray.Create(
                    step.Step.ToString(CultureInfo.InvariantCulture), Written(step.Covered - order.Standing), Written(step.FreeOptimum - order.Standing)))]));
    }

    private static IEnumerable<(double Across, double Up)> Points(OrderJson order, Func<OrderRow, double> value) =>
        order.Steps.Select(step => ((double)step.Step, value(step) - order.Standing)).Prepend((0, 0));

    private static string Written(double value) => Wording.Number((long)Math.Round(value));
}
