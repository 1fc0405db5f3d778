namespace Gis.Data.Import.Files;

/// <summary>Finds what separates the cells of a text: what its first lines hold most evenly.</summary>
internal static class Separators
{
    private const int LinesLookedAt = 30;

    private static readonly char[] Known = [',', ';', '\t'];

    internal static char Find(ReadOnlySpan<char> sample)
    {
        var best = (Separator: Known[0], Even: 0, Each: 0);
        foreach (var separator in Known)
        {
            var counts = CountByLine(sample, separator);
            var usual = counts.Where(count => count > 0).GroupBy(count => count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
            var found = (separator, Even: usual?.Count() ?? 0, Each: usual?.Key ?? 0);
            // Of two as even, the one that makes more cells: numbers may have commas within.
            if ((found.Even, found.Each).CompareTo((best.Even, best.Each)) > 0)
                best = found;
        }

        return best.Separator;
    }

    private static List<int> CountByLine(ReadOnlySpan<char> sample, char separator)
    {
        var (counts, count, isQuoted) = (new List<int>(), 0, false);
        foreach (var letter in sample)
        {
            isQuoted ^= letter == '"';
            if (letter == separator && !isQuoted)
                count++;
            if (letter != '\n' || isQuoted)
                continue;
            counts.Add(count);
            count = 0;
            if (counts.Count == LinesLookedAt)
                return counts;
        }

        counts.Add(count);
        return counts;
    }
}
