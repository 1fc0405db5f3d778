using System.Globalization;

namespace Gis.Web.Charts;

internal static class PercentAxis
{
    internal static Axis For(string name) => Axis.Of(name, 100, 25, percent => percent.ToString("0", CultureInfo.InvariantCulture));
}
