using System.Globalization;
using Gis.Web.Commands;

namespace Gis.Web.Layout;

/// <summary>Settings that are whole numbers.</summary>
internal static class NumberSetting
{
    /// <exception cref="WrongInputException">It is no such number.</exception>
    internal static int Read(IConfiguration settings, string name, int usual, int least, int most) => settings[name] switch
    {
        null => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw new WrongInputException($"The setting {name}: found '{text}', should be a whole number from {least} to {most}"),
    };
}
