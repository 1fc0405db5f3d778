using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Coverage;

/// <summary>Two answers side by side: who is won, who is lost, and where.</summary>
[AllowAnonymous]
public sealed class CompareModel(CurrentNetwork current, Language language) : PageModel
{
    /// <summary>More changes than this are folded away: an order of building makes a hundred of them.</summary>
    public const int MostChangesShown = 8;

    private readonly Snapshot snapshot = current.Snapshot;

    public ComparedCoverage Compared { get; private set; } = null!;

    public FormFaults Faults { get; private set; } = new();

    public CoverageAnswer Before => Compared.Before.Answer;

    public CoverageAnswer After => Compared.After.Answer;

    public ServiceNetwork Network => snapshot.Network;

    public string Query => QueryOf(Before.Question, After.Question);

    public void OnGet()
    {
        Compared = ComparedCoverage.Read(Request.Query, snapshot, language, out var faults);
        Faults = faults;
        if (!faults.IsEmpty)
            Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    public static string QueryOf(CoverageQuestion a, CoverageQuestion b) =>
        $"a={Uri.EscapeDataString(a.ToString())}&b={Uri.EscapeDataString(b.ToString())}";

    public IEnumerable<NetworkChange> ChangesOf(CoverageAnswer answer) => NetworkChange.ListOf(answer.Question, Network, language);

    /// <summary>The figures of both answers, as they stand in a table.</summary>
    public IEnumerable<(string Name, string Before, string After, string? Change)> ListFigures()
    {
        var (before, after) = (Before, After);
        var who = language.Of(after.Question.Weighting);
        yield return (language["覆盖", "Covered"], Text(before.Total.Share), Text(after.Total.Share), Points(before.Total.Share, after.Total.Share));
        yield return (language["若有误差", "If positions are off"], Text(before.Interval), Text(after.Interval), null);
        yield return (language[$"够得着的{who}", $"{who} within reach"], Number(before.Total.Covered), Number(after.Total.Covered), Signed(after.Total.Covered.Count - before.Total.Covered.Count));
        yield return (language[$"够不着的{who}", $"{who} out of reach"], Number(before.Total.Gap), Number(after.Total.Gap), Signed(after.Total.Gap.Count - before.Total.Gap.Count));
        yield return (language["够不着的村(居)", "Villages out of reach"], Wording.Number(before.Gaps.Length), Wording.Number(after.Gaps.Length), Signed(after.Gaps.Length - before.Gaps.Length));
        yield return (language["一半人不超过(中位数)", "Half need at most (median)"], Text(before.Spread.Median), Text(after.Spread.Median), Minutes(before.Spread.Median, after.Spread.Median));
        yield return (language["平均", "Mean"], Text(before.Spread.Mean), Text(after.Spread.Mean), Minutes(before.Spread.Mean, after.Spread.Mean));
        yield return (language["最远的一成人平均", "Mean of the farthest tenth"], Text(before.Spread.WorstDecile), Text(after.Spread.WorstDecile), Minutes(before.Spread.WorstDecile, after.Spread.WorstDecile));
    }

    public string Points(Share? before, Share? after) => before is { } then && after is { } now
        ? CoverageWords.Difference(then, now) + language[" 个百分点", " points"]
        : "–";

    private static string Text(Share? share) => share?.ToString() ?? "–";

    private static string Text(ShareInterval? interval) => interval is { } known ? $"{known.Low} – {known.High}" : "–";

    private string Text(Minutes? minutes) => minutes is { } known ? language.Trip(known) : "–";

    private static string Number(Residents residents) => Wording.Number(residents.Count);

    private static string Signed(long difference) =>
        difference == 0 ? "0" : (difference > 0 ? "+" : "−") + Wording.Number(Math.Abs(difference));

    private string? Minutes(Minutes? before, Minutes? after)
    {
        if (before is not { } then || after is not { } now)
            return null;
        var difference = Math.Round(now.Value - then.Value, 1);
        return (difference > 0 ? "+" : difference < 0 ? "−" : "±")
            + Math.Abs(difference).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + language[" 分钟", " min"];
    }
}
