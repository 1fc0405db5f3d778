namespace Gis.Browser.Tests.Running;

/// <summary>The pages every reader must be able to use, in every view and both languages.</summary>
public static class SitePages
{
    // 木兰村's room is not built, 习岗镇's station is: one is opened and the other closed.
    private const string Changed = "with=room-640121104201&without=station-640122100&point=room-640121104201";

    public static readonly string[] Paths =
    [
        "/", "/plan", "/plan?limit=20&" + Changed, "/plan/compare?b=" + Uri.EscapeDataString("limit=20&" + Changed), "/plan/cases", "/plan/measures", "/plan/reports",
        "/plan/scenarios?limit=20&" + Changed, KnownScenario.Path, "/plan/schedule?limit=30", "/plan/inspections?from=2027-05-17&area=640181", "/find?q=立岗", "/areas/640122", "/sites/centre-640122", "/sites/centre-640122/voice", "/voice", "/advisers/640122102200", "/privacy", "/offline", "/help", "/accessibility", "/embed", "/embed/points?place=640122100", "/data", "/cities", "/ogc/collections/points/items?limit=20",
    ];

    /// <summary>Whether a page is one that people in need of help come to.</summary>
    public static bool IsPublic(string path) => !path.StartsWith("/plan", StringComparison.Ordinal);

    public static readonly string[] Views = ["standard", "elder", "contrast"];
    public static readonly string[] Languages = ["zh", "en"];
}
