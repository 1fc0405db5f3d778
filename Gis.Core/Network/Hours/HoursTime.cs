using System.Text.RegularExpressions;
using Gis.Core.Units;

namespace Gis.Core.Network.Hours;

/// <summary>Reads one time of a day, as "8:30-12:00" or "下午2:30-6:00".</summary>
internal static partial class HoursTime
{
    internal const string PartsOfDay = "上午|早上|中午|下午|晚上";

    private const int Noon = 12;

    /// <exception cref="HoursFaultException">It is none.</exception>
    internal static OpenSpan Read(string text)
    {
        var match = Span().Match(text);
        if (!match.Success)
            throw new HoursFaultException(HoursFaultKind.BadTime, text);
        var (first, second) = (match.Groups["first"].Value, match.Groups["second"] is { Length: > 0 } said ? said.Value : match.Groups["first"].Value);
        var time = new OpenSpan(ReadTime(first, match.Groups["from"].Value, text), ReadTime(second, match.Groups["to"].Value, text));
        return time.From < time.To ? time : throw new HoursFaultException(HoursFaultKind.EndNotAfterStart, text);
    }

    private static ClockTime ReadTime(string partOfDay, string digits, string text)
    {
        if (!ClockTime.TryParse(digits, out var time))
            throw new HoursFaultException(HoursFaultKind.BadTime, text);
        return partOfDay is "下午" or "晚上" && time.Hour < Noon ? new ClockTime(time.Hour + Noon, time.Minute) : time;
    }

    [GeneratedRegex($@"^(?<first>{PartsOfDay})?(?<from>\d{{1,2}}:\d{{2}})-(?<second>{PartsOfDay})?(?<to>\d{{1,2}}:\d{{2}})$")]
    private static partial Regex Span();
}
