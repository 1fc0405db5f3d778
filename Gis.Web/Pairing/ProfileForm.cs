using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Pairing;

/// <summary>What one side tells of itself, as it was filled in.</summary>
/// <param name="Fields">The fields of law ticked.</param>
/// <param name="MarketDays">The days of the month with a market, as they were written.</param>
/// <param name="Hours">The hours a month, as they were written.</param>
/// <param name="GroupLink">The address of the village's WeChat group.</param>
/// <param name="Note">More about it.</param>
public sealed record ProfileForm(ImmutableArray<string> Fields, string MarketDays, string Hours, string GroupLink, string Note)
{
    private const int LongestLink = 200;

    public const int LongestNote = 300;

    private const int MostHours = 2000;

    private static readonly char[] Partings = [' ', ',', '、', ',', ';'];

    public static ProfileForm Of(PairingProfile profile) => new(
        [.. profile.Fields.Select(field => field.Written())],
        string.Join(' ', profile.MarketDays),
        profile.Hours?.Value.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
        profile.GroupLink,
        profile.Note);

    public static ProfileForm Of(IFormCollection form) => new(
        [.. form["field"].OfType<string>()], form["markets"].ToString().Trim(), form["hours"].ToString().Trim(), form["group"].ToString().Trim(), form["note"].ToString().Trim());

    public PairingProfile Read(PairingSide side, string owner, Language language, FormFaults faults)
    {
        if (Note.Length > LongestNote)
            faults.Add("note", Note, language[$"最多 {LongestNote} 个字", $"at most {LongestNote} characters"]);
        if (GroupLink.Length > LongestLink || (GroupLink.Length > 0 && !(Uri.TryCreate(GroupLink, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps)))
            faults.Add("group", GroupLink, language["应为 https:// 开头的网址,或留空", "an address that begins with https://, or nothing"]);
        return new PairingProfile(side, owner, ReadFields(language, faults), ReadDays(language, faults), ReadHours(language, faults), Note) { GroupLink = GroupLink };
    }

    private ImmutableSortedSet<LegalField> ReadFields(Language language, FormFaults faults)
    {
        var fields = ImmutableSortedSet.CreateBuilder<LegalField>();
        foreach (var text in Fields)
        {
            if (WrittenName.TryRead<LegalField>(text, out var field))
                fields.Add(field);
            else
                faults.Add("field", text, language["没有这个领域", "there is no such field"]);
        }

        return fields.ToImmutable();
    }

    private ImmutableSortedSet<int> ReadDays(Language language, FormFaults faults)
    {
        var days = ImmutableSortedSet.CreateBuilder<int>();
        foreach (var text in MarketDays.Split(Partings, StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31)
                days.Add(day);
            else
                faults.Add("markets", text, language["应为每月几号,1 到 31,用空格分开", "days of the month, 1 to 31, parted by spaces"]);
        }

        return days.ToImmutable();
    }

    private MonthlyHours? ReadHours(Language language, FormFaults faults)
    {
        if (Hours.Length == 0)
            return null;
        if (double.TryParse(Hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is >= 0 and <= MostHours)
            return new MonthlyHours(hours);
        faults.Add("hours", Hours, language[$"应为每月几小时,0 到 {MostHours},或留空", $"hours a month, 0 to {MostHours}, or nothing"]);
        return null;
    }
}
