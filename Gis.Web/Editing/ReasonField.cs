using Gis.Web.Layout;

namespace Gis.Web.Editing;

/// <summary>Why somebody changes something: it stays in the log.</summary>
public static class ReasonField
{
    public const int Longest = 200;

    public static string Read(string? text, Language language, FormFaults faults)
    {
        var reason = (text ?? "").Trim();
        if (reason.Length is 0 or > Longest || reason.Any(char.IsControl))
            faults.Add("reason", reason, language[$"请写明为什么改,1 到 {Longest} 个字", $"say why, in 1 to {Longest} characters"]);
        return reason;
    }
}
