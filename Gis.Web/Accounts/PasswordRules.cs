using Gis.Data.Store.Accounts;
using Gis.Web.Layout;

namespace Gis.Web.Accounts;

/// <summary>
/// What a password must be: long enough and none that everybody tries first. It need not mix kinds of characters, which makes
/// people choose predictable ones (NIST SP 800-63B, 3.1.1.2).
/// </summary>
public static class PasswordRules
{
    public const int Shortest = AccountSetup.ShortestPassword;

    /// <summary>Longer ones are not hashed: it would cost time that whoever sends them decides on.</summary>
    public const int Longest = 128;

    // The fewest different characters of one that is not "aaaaaaaaaa" or "1212121212".
    private const int FewestDifferent = 4;

    // Of at least ten characters, those at the head of every published list, and what people here would think of.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "0123456789", "0987654321", "9876543210", "12345678910", "123456789a", "a123456789", "123456789q", "123456789abc", "1234567890a",
        "abc1234567", "abcd123456", "abcde12345", "abcdefghij", "abcdefghijk", "1q2w3e4r5t", "1q2w3e4r5t6y", "q1w2e3r4t5", "q1w2e3r4t5y6", "qwertyuiop",
        "qwertyuiop123", "qwerty1234", "qwerty12345", "qwerty123456", "1qaz2wsx3edc", "1qazxsw23edc", "asdfghjkl123", "zxcvbnm123", "qazwsxedc123",
        "password12", "password123", "password1234", "passw0rd123", "p@ssw0rd123", "administrator", "admin12345", "admin123456", "admin1234567", "adminadmin",
        "welcome123", "welcome1234", "letmein123", "iloveyou123", "iloveyou1314", "woaini1314", "woaini1314520", "woaini520520", "5201314520", "1314520520",
        "changeme123", "football123", "sunshine123", "superman123", "princess123", "baseball123", "dragon12345", "monkey12345", "michael123", "computer123",
        "yinchuan123", "yinchuan123456", "yinchuan12348", "ningxia123", "ningxia123456", "sifaju12348", "falvfuwu123", "falvyuanzhu", "gonggongfalv", "sifaju123456",
        "zhongguo123", "woshinidie", "caonima123", "lawyer12345", "lawyer123456", "12348123481234", "1234812348",
    };

    public static string InWords(Language language) => language[
        $"至少 {Shortest} 个字符,不要用大家都用的,也不要用登录名。可以是一句好记的话,不必掺大小写和符号。",
        $"At least {Shortest} characters, none of those everybody uses, and not your sign-in name. A sentence you remember is good; no need to mix in capitals and symbols."];

    /// <summary>Says what is wrong with a password and its repetition, if anything.</summary>
    public static void Check(string password, string again, string signInName, Language language, FormFaults faults)
    {
        if (password.Length is < Shortest or > Longest)
            AddFault(faults, "password", language[$"密码应为 {Shortest} 到 {Longest} 个字符", $"a password has {Shortest} to {Longest} characters"]);
        else if (Common.Contains(password) || password.Distinct().Count() < FewestDifferent)
            AddFault(faults, "password", language["这个密码太常见,换一个", "this password is too common; choose another"]);
        else if (signInName.Length > 0 && password.Contains(signInName, StringComparison.OrdinalIgnoreCase))
            AddFault(faults, "password", language["密码里不要有登录名", "a password must not contain the sign-in name"]);
        if (password != again)
            AddFault(faults, "again", language["两次输入的密码不一样", "the two passwords differ"]);
    }

    // What was entered is never repeated on the page.
    private static void AddFault(FormFaults faults, string field, string right) => faults.Add(field, "…", right);
}
