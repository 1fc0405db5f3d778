using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Web.Finder.Hours;
using Gis.Web.Layout;

namespace Gis.Web.Editing;

/// <summary>Days on which a point is closed or open otherwise, as they were filled in.</summary>
public sealed record SpecialHoursForm(string From, string To, string Hours, string Reason)
{
    public const int LongestReason = 40;

    /// <summary>The most days that one of them may hold: what is closed for longer is not open.</summary>
    public const int MostDays = 366;

    public static SpecialHoursForm Empty { get; } = new("", "", "", "");

    public static SpecialHoursForm Of(IFormCollection fields) => new(Text(fields, "from"), Text(fields, "to"), Text(fields, "special"), Text(fields, "why"));

    /// <summary>The special hours; null where a field is wrong, which the faults say.</summary>
    public SpecialHours? Read(PointId point, ServiceNetwork network, Language language, FormFaults faults)
    {
        var (from, to) = (ReadDay("from", From, language, faults), ReadDay("to", To, language, faults));
        if (to < from || to > from.AddDays(MostDays - 1))
            faults.Add("to", To, language[$"不早于第一天,最多 {MostDays} 天", $"not before the first day, and at most {MostDays} days"]);
        HoursFault? fault = null;
        var hours = Hours.Length == 0 ? null : WeeklyHours.TryParse(Hours, out fault);
        if (fault is not null)
            faults.Add("special", Hours, language.Of(fault));
        if (Reason.Length is 0 or > LongestReason || Reason.Any(char.IsControl))
            faults.Add("why", Reason, language[$"应为 1 到 {LongestReason} 个字,如“维修”", $"1 to {LongestReason} characters, as 维修"]);
        if (network.ListSpecialHoursOf(point).FirstOrDefault(other => other.From <= to && from <= other.To) is { } other)
            faults.Add("from", From, language[$"和已有的重叠:{Wording.Day(other.From)} 至 {Wording.Day(other.To)}", $"overlaps those from {Wording.Day(other.From)} to {Wording.Day(other.To)}"]);
        return faults.IsEmpty ? new SpecialHours(point, from, to, hours, Reason) : null;
    }

    private static DateOnly ReadDay(string field, string text, Language language, FormFaults faults)
    {
        // Far enough from the ends of the calendar to count days on.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100)
            return day;
        faults.Add(field, text, language["应为 2000 至 2100 年的日期,如 2026-12-01", "a day of the years 2000 to 2100, as 2026-12-01"]);
        return default;
    }

    private static string Text(IFormCollection fields, string name) => fields[name].ToString().Trim();
}
