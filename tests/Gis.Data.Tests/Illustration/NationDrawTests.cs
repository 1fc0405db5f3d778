using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Illustration.Nation;
using Gis.Data.Import;

namespace Gis.Data.Tests.Illustration;

public sealed class NationDrawTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "geodata", "nation");
    private static readonly NationFacts Facts = NationFacts.Read(Folder);

    [Fact]
    public void The_facts_are_the_registers_of_2022_and_the_census_of_2020()
    {
        Assert.Equal((31, 342, 2978), (Facts.Provinces.Length, Facts.Cities.Length, Facts.Counties.Length));
        Assert.Equal((41_352, 620_573), (Facts.Counties.Sum(county => county.Townships), Facts.Counties.Sum(county => county.Villages)));
        // The bulletin's total of the 31 provinces.
        Assert.Equal(1_409_778_724, Facts.Provinces.Sum(province => province.Census.Count));
    }

    [Fact]
    public void A_province_has_the_units_and_the_people_that_it_has()
    {
        var province = Facts.Only(["64"]);
        var cities = NationDraw.DrawCities(province).Select(parts => new ServiceNetwork(parts)).ToList();

        Assert.Equal(province.Cities.Select(city => (city.Code, city.Name)), cities.Select(city => (city.City.Code, city.City.Name)));
        Assert.Equal(
            province.Counties.Select(county => (county.Code, county.Name, county.Townships, county.Villages)),
            cities.SelectMany(city => city.Counties.Select(county => (
                county.Code, county.Name, city.Townships.Count(each => each.Code.County == county.Code), city.Villages.Count(each => each.Code.County == county.Code)))));
        Assert.Equal(7_202_654, cities.Sum(city => city.Residents.Count));
        Assert.All(cities.SelectMany(city => city.Counties.Select(county => (city, county))), each => Assert.Equal(
            each.county.Census, each.city.Villages.Where(village => village.Code.County == each.county.Code).Sum(village => village.Residents)));
        Assert.Equal(province.Counties.Length, cities.Sum(city => city.Count(Tier.Centre).Built));
        Assert.Equal(province.Counties.Sum(county => county.Townships), cities.Sum(city => city.Count(Tier.Station).All));
    }

    [Fact]
    public void Nothing_of_it_passes_for_a_fact() => Assert.All(
        NationDraw.DrawCities(Facts.Only(["64"])).Select(parts => new ServiceNetwork(parts)),
        city =>
        {
            Assert.Equal(city.Counties.Select(county => county.Code), city.IllustrativeCounties.Select(county => county.Code));
            Assert.All(city.Points, point => Assert.True(point.IsIllustrative));
            Assert.All(city.Villages, village => Assert.Equal(Placement.Illustrative, village.Position!.Placement));
        });

    [Fact]
    public void The_same_seed_draws_the_same_and_another_draws_otherwise()
    {
        string[] Versions(ulong seed) => [.. NationDraw.DrawCities(Facts.Only(["46"]), seed).Select(parts => parts.Version)];
        Assert.Equal(Versions(7), Versions(7));
        Assert.All(Versions(7).Zip(Versions(8)), pair => Assert.NotEqual(pair.First, pair.Second));
        // A province is the same whatever others are drawn with it.
        Assert.Equal(Versions(7), NationDraw.DrawCities(Facts.Only(["46", "64"]), 7).Where(parts => parts.City.Code.Digits.StartsWith("46", StringComparison.Ordinal)).Select(parts => parts.Version));
    }

    [Fact]
    public void Everything_stands_on_the_round_ground_of_its_province()
    {
        var province = Facts.Provinces.Single(each => each.Code == "64");
        Assert.All(NationDraw.DrawCities(Facts.Only(["64"])).SelectMany(city => city.Villages), village =>
            Assert.True(Geodesic.Distance(province.Middle, village.Position!.At) <= province.Radius * 2));
    }

    [Theory]
    [InlineData("provinces.csv", "11,北京市,21893095,116.4,40.1,60", "11,北京市,many,116.4,40.1,60", "population_2020")]
    [InlineData("cities.csv", "640100,银川市", "990100,银川市", "code")]
    [InlineData("counties.csv", "640104,", "990104,", "code")]
    [InlineData("counties.csv", "640105,", "640104,", "code")]
    public void A_wrong_line_is_told_with_its_file_and_column(string file, string right, string wrong, string column)
    {
        var copy = Directory.CreateTempSubdirectory("gis-nation-").FullName;
        foreach (var each in Directory.GetFiles(Folder))
            File.WriteAllText(Path.Combine(copy, Path.GetFileName(each)), File.ReadAllText(each).Replace(Path.GetFileName(each) == file ? "\n" + right : "\0", "\n" + wrong, StringComparison.Ordinal));
        var fault = Assert.Throws<TableException>(() => NationFacts.Read(copy));
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
        Assert.Contains(column, fault.Message, StringComparison.Ordinal);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public void A_province_that_is_none_is_told_with_those_there_are() =>
        Assert.Contains("'99' is the code of no province here", Assert.Throws<ArgumentException>(() => Facts.Only(["64", "99"])).Message, StringComparison.Ordinal);
}
