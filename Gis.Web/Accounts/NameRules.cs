using Gis.Web.Layout;

namespace Gis.Web.Accounts;

/// <summary>What people may call themselves.</summary>
public static class NameRules
{
    public const int Longest = 64;
    private const int ShortestSignIn = 3;

    /// <summary>Reads what colleagues call somebody.</summary>
    public static string ReadPerson(string? text, Language language, FormFaults faults)
    {
        var name = (text ?? "").Trim();
        if (name.Length is 0 or > Longest || name.Any(char.IsControl))
            faults.Add("person", name, language[$"应为 1 到 {Longest} 个字", $"1 to {Longest} characters"]);
        return name;
    }

    /// <summary>Reads the name somebody signs in with, which may be an e-mail address.</summary>
    public static string ReadSignIn(string? text, Language language, FormFaults faults)
    {
        var name = (text ?? "").Trim();
        if (name.Length is < ShortestSignIn or > Longest || name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
            faults.Add("name", name, language[$"应为 {ShortestSignIn} 到 {Longest} 个字,中间没有空格", $"{ShortestSignIn} to {Longest} characters without spaces"]);
        return name;
    }
}
