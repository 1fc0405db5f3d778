using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Import;

namespace Gis.Data.Illustration.Nation;

/// <summary>What a made-up nation keeps of the real one, read from geodata/nation; geodata/README.md says where each column comes from.</summary>
public sealed record NationFacts(ImmutableArray<ProvinceFacts> Provinces, ImmutableArray<CityName> Cities, ImmutableArray<CountyCounts> Counties)
{
    /// <summary>Reads the folder.</summary>
    /// <exception cref="TableException">A file is missing or wrong; the message names file, line and column.</exception>
    public static NationFacts Read(string folder)
    {
        var provinces = Table("provinces.csv", "code", "name", "population_2020", "lon", "lat", "radius_km").ReadUnique("code", ProvinceFacts.Read, province => province.Code);
        var cities = Table("cities.csv", "code", "name")
            .ReadUnique("code", row => CityName.Read(row, provinces), city => city.Code);
        var counties = Table("counties.csv", "code", "name", "townships", "villages")
            .ReadUnique("code", row => CountyCounts.Read(row, cities), county => county.Code);
        return new NationFacts([.. provinces], [.. cities], [.. counties]);

        CsvTable Table(string file, params string[] columns) => CsvTable.Read(Path.Combine(folder, file), columns);
    }

    /// <summary>The same of some provinces only.</summary>
    /// <param name="codes">Their two-digit codes.</param>
    /// <exception cref="ArgumentException">A code is of none of them.</exception>
    public NationFacts Only(IReadOnlyCollection<string> codes)
    {
        if (codes.Except(Provinces.Select(province => province.Code)).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"'{unknown}' is the code of no province here; these are: {string.Join(' ', Provinces.Select(province => province.Code))}", nameof(codes));
        return new NationFacts(
            [.. Provinces.Where(province => codes.Contains(province.Code))],
            [.. Cities.Where(city => codes.Contains(city.Code.Digits[..2]))],
            [.. Counties.Where(county => codes.Contains(county.Code.Digits[..2]))]);
    }
}

/// <summary>A province: its census, and a round ground about where it lies.</summary>
/// <param name="Code">Its two-digit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Census">Its residents in 2020.</param>
/// <param name="Middle">About the middle of it.</param>
/// <param name="Radius">How far the ground goes.</param>
public sealed record ProvinceFacts(string Code, string Name, Residents Census, LonLat Middle, Metres Radius)
{
    internal static ProvinceFacts Read(CsvRow row) => new(
        row.Text("code"), row.Text("name"), new Residents(row.WholeNumber("population_2020")), row.LonLat(), new Metres(row.Number("radius_km") * 1000));
}

/// <summary>A city of the register.</summary>
public sealed record CityName(AreaCode Code, string Name)
{
    internal static CityName Read(CsvRow row, IReadOnlyList<ProvinceFacts> provinces)
    {
        var code = row.Code("code", AreaLevel.County);
        return code.IsCity && provinces.Any(province => province.Code == code.Digits[..2])
            ? new CityName(code, row.Text("name"))
            : throw row.Wrong("code", "the code of a city, ending in 00, in a province of provinces.csv");
    }
}

/// <summary>How many units the register has in a county.</summary>
public sealed record CountyCounts(AreaCode Code, string Name, int Townships, int Villages)
{
    internal static CountyCounts Read(CsvRow row, IReadOnlyList<CityName> cities)
    {
        var code = row.Code("code", AreaLevel.County);
        if (cities.All(city => city.Code.Digits[..4] != code.Digits[..4]))
            throw row.Wrong("code", "the code of a county in a city of cities.csv");
        return new CountyCounts(code, row.Text("name"), (int)row.WholeNumber("townships"), (int)row.WholeNumber("villages"));
    }
}
