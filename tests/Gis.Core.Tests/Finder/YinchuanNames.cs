using Gis.Core.Finder;
using Gis.Core.Network;

namespace Gis.Core.Tests.Finder;

/// <summary>The other names and landmarks of Yinchuan, read without the program's own reader.</summary>
internal static class YinchuanNames
{
    internal static CityNames All { get; } = new(
        [.. YinchuanRegister.ReadRows("other-names.csv").Select(cells => new OldName(cells[1], AreaCode.Parse(cells[0])))],
        [.. YinchuanRegister.ReadRows("landmarks.csv").Select(cells => new Landmark(cells[0], [.. cells[1].Split(';', StringSplitOptions.RemoveEmptyEntries)], AreaCode.Parse(cells[2])))]);

    internal static Search Search { get; } = new(YinchuanRegister.WithPoints, All);
}
