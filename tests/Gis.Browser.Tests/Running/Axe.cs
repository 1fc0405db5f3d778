using Deque.AxeCore.Commons;

namespace Gis.Browser.Tests.Running;

/// <summary>
/// The rules of axe, tried within the page. All are tried, but only of those that are broken is anything told: to list what
/// keeps them, and to take it out of the page, takes ten times as long.
/// </summary>
public static class Axe
{
    private const string Broken =
        "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
        + ".map(rule => `${rule.id}: ${rule.help}\\n` + rule.nodes.slice(0, 5).map(node => `  ${node.target} ${node.html}`).join('\\n'))";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rules that the page breaks, each with the first places where.</summary>
    public static async Task<string[]> FindBroken(Visit visit)
    {
        await visit.Page.EvaluateAsync(Script);
        return await visit.Ask<string[]>(Broken);
    }
}
