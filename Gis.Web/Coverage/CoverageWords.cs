using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Coverage;

/// <summary>The sentences of the workbench.</summary>
public static class CoverageWords
{
    /// <summary>What is said where no village is out of reach: one whose residents are not known is neither within nor out of it.</summary>
    public static string NoGaps(Language language, ServiceNetwork network) => DataGaps.Of(network) switch
    {
        { WithoutResidents: 0 } => language["所有的村(居)都够得着。", "Every village is within reach."],
        var gaps when gaps.WithoutResidents == gaps.Villages => language["没有一个村(居)有人口数,说不出谁够不着。", "No village has residents given, so nobody can be said to be out of reach."],
        var gaps => language[$"有人口数的村(居)都够得着,另有 {gaps.WithoutResidents} 个没有人口数。", $"Every village with residents given is within reach; {gaps.WithoutResidents} have none given."],
    };

    /// <summary>How many, of what is counted.</summary>
    public static string Count(this Language language, Residents counted, Weighting weighting) => weighting == Weighting.Villages
        ? Wording.Number(counted.Count) + language[" 个村(居)", counted.Count == 1 ? " village" : " villages"]
        : language.Of(counted);

    /// <summary>The difference of two shares in points of a hundred, with its sign; rounded as shares are.</summary>
    public static string Difference(Share before, Share after)
    {
        var points = Math.Round((after.Value - before.Value) * 100, 1);
        return (points > 0 ? "+" : points < 0 ? "−" : "±") + Math.Abs(points).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static string Of(this Language language, ChangeKind kind) => kind switch
    {
        ChangeKind.Opened => language["假设建成", "Taken as built"],
        ChangeKind.Closed => language["假设关闭", "Taken as closed"],
        ChangeKind.Moved => language["移动", "Moved"],
        _ => language["新增", "Added"],
    };

    public static string Of(this Language language, ReachChange change) => change switch
    {
        ReachChange.Gained => language["新够得着", "comes within reach"],
        ReachChange.Sooner => language["更快", "sooner"],
        ReachChange.Unchanged => language["不变", "unchanged"],
        ReachChange.Later => language["更慢", "later"],
        _ => language["不再够得着", "falls out of reach"],
    };

    /// <summary>A question in a line: how, how long, what counts and how much is supposed.</summary>
    public static string State(Language language, CoverageQuestion question)
    {
        var changes = question.With.Count + question.Without.Count + question.Moves.Count + question.Additions.Length;
        string?[] parts =
        [
            language.Of(question.Mode),
            language[$"{language.Of(question.Limit)}内", $"within {language.Of(question.Limit)}"],
            question.Tiers.Count == CoverageQuestion.AllTiers.Count ? null : string.Join(language["、", ", "], question.Tiers.Select(tier => language.Of(tier))),
            question.Weighting == Weighting.Residents ? null : language[$"按{language.Of(question.Weighting)}算", $"counting {language.Of(question.Weighting).ToLowerInvariant()}"],
            changes == 0 ? language["现状网络", "the network as it is"] : language[$"假设改动 {changes} 处", $"{changes} supposed {(changes == 1 ? "change" : "changes")}"],
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>Who is won and who is lost.</summary>
    public static string Effect(Language language, CoverageComparison change, Weighting weighting) => language[
        $"新够得着 {language.Count(change.WonTotal, weighting)},不再够得着 {language.Count(change.LostTotal, weighting)}",
        $"won {language.Count(change.WonTotal, weighting)}, lost {language.Count(change.LostTotal, weighting)}"];

    /// <summary>What is in doubt about a record, with the minutes a trip may be off for it.</summary>
    public static string Of(this Language language, DoubtKind kind, Minutes time) => kind switch
    {
        DoubtKind.Unlocated => language["没有位置", "no position"],
        DoubtKind.FarFromRoads => language["离路远,差 ", "far from roads, off by "] + language.Trip(time),
        _ => language["位置精度,差 ", "accuracy, off by "] + language.Trip(time),
    };

    /// <summary>What a change does beyond its kind: how far a point is moved, near which village one is added.</summary>
    public static string? Detail(this Language language, NetworkChange change, ServiceNetwork network) => change switch
    {
        { Kind: ChangeKind.Moved, From: { } from, At: { } at } =>
            language[$"挪动 {language.Of(Geodesic.Distance(from, at))}", $"by {language.Of(Geodesic.Distance(from, at))}"],
        { Kind: ChangeKind.Added, At: { } at } => Near(language, network, at),
        _ => null,
    };

    private static string? Near(Language language, ServiceNetwork network, LonLat at) => network.Villages
        .Where(village => village.Position is not null)
        .MinBy(village => Geodesic.Distance(village.Position!.At, at)) is { } nearest
            ? language[$"在{nearest.Name}附近", nearest.Name]
            : null;
}
