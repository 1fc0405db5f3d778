using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Data.Store;
using Gis.Web.Layout;

namespace Gis.Web.Siting;

/// <summary>Scenarios, orders and runs in words.</summary>
internal static class OrderWords
{
    internal static string Of(this Language language, OrderAim aim) => aim switch
    {
        OrderAim.OnTheWay => language["一路上都好", "Best on the way"],
        _ => language["建完时最好", "Best at the end"],
    };

    internal static string Of(this Language language, FloorAmong among) => among switch
    {
        FloorAmong.Counties => language["每个县(市)区", "every county"],
        _ => language["现在最远的一成人", "the tenth who have it farthest today"],
    };

    internal static string Of(this Language language, RunState state) => state switch
    {
        RunState.Waiting => language["排队中", "Waiting"],
        RunState.Running => language["计算中", "Being computed"],
        RunState.Done => language["已算完", "Done"],
        RunState.Cancelled => language["已停止", "Stopped"],
        _ => language["没算成", "Failed"],
    };

    internal static string Of(this Language language, SitingPhase phase) => phase switch
    {
        SitingPhase.Reducing => language["整理数据", "sorting the data"],
        SitingPhase.Searching => language["找更好的次序", "looking for better orders"],
        SitingPhase.Bounding => language["算最多能好到哪里", "working out how good it can be at most"],
        _ => language["证明没有更好的", "proving that none is better"],
    };

    /// <summary>How the search ended, in a sentence.</summary>
    internal static string Ending(Language language, OrderJson order) => order.Status switch
    {
        "optimal" => language["已证明:没有更好的次序。", "Proven: no order is better."],
        "feasible" => language[$"时间到。目前最好;最多还能好 {Percent(order.Gap)}。", $"Time is up. The best found; no order is better by more than {Percent(order.Gap)}."],
        "cancelled" => language[$"已停止。停止前最好的;最多还能好 {Percent(order.Gap)}。", $"Stopped. The best until then; no order is better by more than {Percent(order.Gap)}."],
        "found" => language[$"还在算。目前最好的;最多还能好 {Percent(GapOf(order))}。", $"Still computing. The best so far; no order is better by more than {Percent(GapOf(order))}."],
        _ => language["没有一种次序能满足下限。", "No order keeps the floor."],
    };

    /// <summary>Why there is no order, a sentence for each floor that cannot be kept; the names of counties are Chinese in every language.</summary>
    internal static IEnumerable<string> Reasons(Language language, OrderJson order, ServiceNetwork network)
    {
        if (order.Broken is not { Count: > 0 } broken)
            return order.Reason is { } reason ? [reason] : [];
        var together = broken.Count > 1 ? language["这几条放在一起做不到:", "These cannot hold together: "] : "";
        return broken.Select((floor, index) => (index == 0 ? together : "") + Reason(language, floor, network));
    }

    /// <summary>A gap in percent, rounded up: what is not proven never reads as proven.</summary>
    internal static string Percent(double? gap) => gap is { } known
        ? (Math.Ceiling(known * 100_000) / 1000).ToString("0.###", CultureInfo.InvariantCulture) + " %"
        : "?";

    /// <summary>The settings in a sentence or two.</summary>
    internal static string Settings(Language language, OrderSettings settings)
    {
        string?[] parts =
        [
            language[$"排 {settings.Steps} 个", $"{settings.Steps} points in order"],
            language.Of(settings.Aim),
            settings.Floor is { } floor ? language[
                $"建到第 {floor.FromStep} 个起,{language.Of(floor.Among)}至少 {floor.Share.Value * 100:0.###} % 够得着",
                $"from step {floor.FromStep} on at least {floor.Share.Value * 100:0.###} % of {language.Of(floor.Among)} within reach"] : null,
            settings.Pace is { } pace ? language[
                $"每月建 {pace.PointsAMonth} 个,算 {pace.Months} 个月的人月",
                $"{pace.PointsAMonth} a month, counted in person-months over {pace.Months} months"] : null,
            language[$"最多算 {settings.Patience.TotalSeconds:0} 秒", $"at most {settings.Patience.TotalSeconds:0} s of computing"],
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string Reason(Language language, BrokenFloorJson floor, ServiceNetwork network)
    {
        var whom = floor.Name == OrderFloor.WorstTenth ? language.Of(FloorAmong.WorstTenth) : network.FindAreaName(AreaCode.Parse(floor.Name));
        var asked = language[
            $"{whom}:要求第 {floor.FromStep} 个起 {floor.Share * 100:0.#} % 够得着",
            $"{whom}: {floor.Share * 100:0.#} % asked for from step {floor.FromStep} on"];
        // Rounded down: what is not enough never reads as enough.
        return asked + (floor.Most is { } most
            ? language[$",那时最多只能到 {Math.Floor(most * 1000) / 10:0.0} %。", $", but by then at most {Math.Floor(most * 1000) / 10:0.0} % can be."]
            : language["。", "."]);
    }

    private static double? GapOf(OrderJson order) => order is { Objective: { } objective and > 0, Bound: { } bound } ? (bound - objective) / objective : null;
}
