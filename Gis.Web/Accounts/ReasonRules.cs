using Gis.Web.Layout;

namespace Gis.Web.Accounts;

/// <summary>Why something is done: every command of an administrator says it.</summary>
public static class ReasonRules
{
    public const int Longest = 200;

    public static string Read(string? text, Language language, FormFaults faults)
    {
        var reason = (text ?? "").Trim();
        if (reason.Length is 0 or > Longest)
            faults.Add("reason", reason, language[$"应为 1 到 {Longest} 个字", $"1 to {Longest} characters"]);
        return reason;
    }
}
