using System.Globalization;

namespace Gis.Web.Layout;

/// <summary>Reads the numbers of a form.</summary>
internal sealed class NumberFields(Language language, FormFaults faults)
{
    internal int Whole(string field, string text, int least, int most)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        faults.Add(field, text, language[$"应为 {least} 到 {most} 的整数", $"a whole number from {least} to {most}"]);
        return least;
    }

    internal double Number(string field, string text, double least, double most)
    {
        // Written as a pattern because every comparison with NaN is false.
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        faults.Add(field, text, language[$"应为 {least} 到 {most} 的数", $"a number from {least} to {most}"]);
        return least;
    }
}
