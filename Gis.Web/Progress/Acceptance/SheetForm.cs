using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Web.Layout;

namespace Gis.Web.Progress.Acceptance;

/// <summary>A sheet as it was filled in.</summary>
/// <param name="Verdicts">By the codes of standards, as written in the form; what has none is not there.</param>
/// <param name="Note">What the inspector adds.</param>
/// <param name="Due">By when it is to be put right.</param>
public sealed record SheetForm(ImmutableSortedDictionary<string, string> Verdicts, string Note, string Due)
{
    /// <summary>What stands before the code of a standard in the name of its field.</summary>
    public const string Field = "v.";

    public const int LongestNote = 1000;

    internal static SheetForm Of(Assessment sheet) => new(
        sheet.Verdicts.ToImmutableSortedDictionary(each => each.Key, each => each.Value.Written(), StringComparer.Ordinal), sheet.Note, sheet.Due is { } due ? Wording.Day(due) : "");

    internal static SheetForm Of(IFormCollection fields, ImmutableArray<Standard> asked) => new(
        asked.Select(standard => (standard.Code, Text: fields[Field + standard.Code].ToString().Trim())).Where(each => each.Text.Length > 0)
            .ToImmutableSortedDictionary(each => each.Code, each => each.Text, StringComparer.Ordinal),
        fields["note"].ToString().Trim(),
        fields["due"].ToString().Trim());

    /// <summary>The sheet as far as it can be read; the rest is told.</summary>
    /// <param name="begun">The sheet it goes on from.</param>
    /// <param name="asked">What is asked of the point's tier.</param>
    /// <param name="language">The language of the faults.</param>
    /// <param name="faults">Takes what is wrong.</param>
    internal Assessment Read(Assessment begun, ImmutableArray<Standard> asked, Language language, FormFaults faults)
    {
        var found = begun.Verdicts.Clear();
        foreach (var standard in asked.Where(standard => Verdicts.ContainsKey(standard.Code)))
        {
            if (!WrittenName.TryRead<Verdict>(Verdicts[standard.Code], out var verdict))
                faults.Add(standard.Code, Verdicts[standard.Code], language["应从列表中选", "choose one of the list"]);
            else if (standard.Must && verdict == Verdict.NotApplicable)
                faults.Add(standard.Code, language.Of(verdict), language["必达项没有“不适用”", "a must applies to every point"]);
            else
                found = found.Add(standard.Code, verdict);
        }

        if (Note.Length > LongestNote)
            faults.Add("note", Note, language[$"最多 {LongestNote} 个字", $"at most {LongestNote} characters"]);
        return begun with { Verdicts = found, Note = Note, Due = ReadDue(language, faults) };
    }

    private DateOnly? ReadDue(Language language, FormFaults faults)
    {
        if (Due.Length == 0)
            return null;
        if (DateOnly.TryParseExact(Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add("due", Due, language["应为日期,例如“2026-03-01”", "a date, as \"2026-03-01\""]);
        return null;
    }
}
