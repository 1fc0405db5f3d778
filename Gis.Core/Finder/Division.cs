using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>A province, city or county of the country.</summary>
/// <param name="Code">Its code: 2 digits of a province, 4 of a city, 6 of a county.</param>
/// <param name="Name">Its name.</param>
public sealed record Division(string Code, string Name);

/// <summary>The provinces, cities and counties of the country, to tell who asks for a place elsewhere.</summary>
/// <remarks>Where they come from: geodata/README.md.</remarks>
internal static class Divisions
{
    private const int ProvinceDigits = 2;
    private const int CityDigits = 4;

    private static readonly ImmutableArray<string> Kinds = ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "地区", "省", "市", "县", "区", "盟", "旗"];

    private static readonly Lazy<ImmutableArray<Division>> Embedded = new(() =>
        [.. EmbeddedTable.ReadRows(EmbeddedTable.Read("divisions.csv")).Select(row => new Division(row.Cells[0], row.Cells[1]))]);

    /// <summary>What the places outside a city are called; a district far away is not told by its name, for many are called alike.</summary>
    internal static IEnumerable<(string Name, Division Division)> ListElsewhere(AreaCode city) => Embedded.Value
        .Where(division => !IsHome(division, city))
        .SelectMany(division => NamesOf(division, city).Select(name => (name, division)));

    /// <summary>The division of a code as this list writes it; null if there is none.</summary>
    internal static Division? Find(string code) => Embedded.Value.FirstOrDefault(division => division.Code == code);

    /// <summary>What the city and its province are called: to be written before a place, and to mean nothing more.</summary>
    internal static IEnumerable<string> ListHome(City city) => Embedded.Value
        .Where(division => division.Code.Length < city.Code.Digits.Length && IsHome(division, city.Code))
        .SelectMany(division => NamesOf(division, city.Code))
        .Concat([city.Name, StemOf(city.Name)]);

    private static bool IsHome(Division division, AreaCode city) => division.Code.Length <= CityDigits
        ? city.Digits.StartsWith(division.Code, StringComparison.Ordinal)
        : division.Code.StartsWith(city.Digits[..CityDigits], StringComparison.Ordinal);

    private static string[] NamesOf(Division division, AreaCode city)
    {
        var isNear = division.Code.StartsWith(city.Digits[..ProvinceDigits], StringComparison.Ordinal);
        if (isNear || division.Code.Length <= CityDigits)
            return [division.Name, StemOf(division.Name)];
        return division.Name.EndsWith('区') ? [] : [division.Name];
    }

    private static string StemOf(string name)
    {
        var kind = Kinds.FirstOrDefault(kind => name.Length >= kind.Length + 2 && name.EndsWith(kind, StringComparison.Ordinal));
        return kind is null ? name : name[..^kind.Length];
    }
}
