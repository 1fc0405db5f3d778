using System.Collections.Immutable;

namespace Gis.Core.Network.Hours;

/// <summary>Reads the days of a part of hours, as "周一至周五、周日" or "Mo-Fr,Su".</summary>
internal static class HoursDays
{
    private static readonly string[] English = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly Dictionary<string, ImmutableArray<int>> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["每天"] = [0, 1, 2, 3, 4, 5, 6],
        ["每日"] = [0, 1, 2, 3, 4, 5, 6],
        ["工作日"] = [0, 1, 2, 3, 4],
        ["周末"] = [5, 6],
        ["双休日"] = [5, 6],
        ["节假日"] = [HoursWeek.Holidays],
        ["法定节假日"] = [HoursWeek.Holidays],
        ["PH"] = [HoursWeek.Holidays],
    };

    /// <summary>The places of the days, each once, in their order.</summary>
    /// <exception cref="HoursFaultException">A word is no day.</exception>
    internal static ImmutableArray<int> Read(string text) =>
        [.. text.Split(HoursReader.Separators, StringSplitOptions.RemoveEmptyEntries).SelectMany(ReadSome).Distinct().Order()];

    private static IEnumerable<int> ReadSome(string word)
    {
        if (Groups.TryGetValue(word, out var group))
            return group;
        return word.Split('-') switch
        {
            [var day] => [ReadDay(day, word)],
            [var first, var last] => List(ReadDay(first, word), ReadDay(last, word)),
            _ => throw new HoursFaultException(HoursFaultKind.UnknownDay, word),
        };
    }

    // A range may go over the end of the week, as Saturday to Monday.
    private static IEnumerable<int> List(int first, int last) => Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(place => place % 7);

    private static int ReadDay(string day, string word)
    {
        var place = "一二三四五六日".IndexOf(day.TrimStart('周'), StringComparison.Ordinal);
        if (day.TrimStart('周').Length == 1 && place >= 0)
            return place;
        var english = Array.FindIndex(English, name => day.Length is 2 or 3 && name.StartsWith(day, StringComparison.OrdinalIgnoreCase) || name.Equals(day, StringComparison.OrdinalIgnoreCase));
        return english >= 0 ? english : throw new HoursFaultException(HoursFaultKind.UnknownDay, word);
    }
}
