using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Data.Import;

namespace Gis.Data.Tests.Import;

public sealed class CityNamesFileTests : IDisposable
{
    private static readonly City Yinchuan = new(AreaCode.Parse("640100"), "银川市", "Yinchuan");

    private static readonly City Wuzhong = new(AreaCode.Parse("640300"), "吴忠市", "Wuzhong");

    private readonly string folder = Directory.CreateTempSubdirectory("gis-names-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private CityNames Read(City city, string file, string content)
    {
        File.WriteAllText(Path.Combine(folder, file), content);
        return CityNamesFile.Read(city, folder);
    }

    [Fact]
    public void The_default_city_comes_with_its_own_names()
    {
        var names = CityNamesFile.Read(Yinchuan, folder);
        Assert.Contains(new OldName("灵武县", AreaCode.Parse("640181")), names.OtherNames);
        Assert.InRange(names.Landmarks.Length, 25, 40);
    }

    [Fact]
    public void Every_name_leads_to_a_unit_of_the_city()
    {
        var units = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan", "villages-2017.csv")).Skip(1).Select(line => line.Split(',')[0]).ToHashSet();
        units.UnionWith(units.Select(code => code[..9]).ToList());
        units.UnionWith(units.Select(code => code[..6]).ToList());
        var names = CityNamesFile.Read(Yinchuan, folder);
        Assert.All(names.OtherNames.Select(name => name.Unit).Concat(names.Landmarks.Select(landmark => landmark.Area)), code => Assert.Contains(code.Digits, units));
    }

    [Fact]
    public void Another_city_has_none_until_its_own_are_put_beside_its_store()
    {
        Assert.Empty(CityNamesFile.Read(Wuzhong, folder).Landmarks);
        var names = Read(Wuzhong, "landmarks.csv", "name,other_names,area,accuracy,source\n一百零八塔,108塔;百八塔,640381,approximate,general geography\n");
        Assert.Equal("108塔 百八塔", string.Join(' ', Assert.Single(names.Landmarks).OtherNames));
        Assert.Empty(names.OtherNames);
    }

    [Theory]
    [InlineData("landmarks.csv", "name,other_names,area,accuracy,source\n塔,,6403,approximate,x\n", "landmarks.csv, line 2, column area: found '6403', should be a division code")]
    [InlineData("landmarks.csv", "name,other_names,area,accuracy,source\n塔,,640381,10 m,x\n", "landmarks.csv, line 2, column accuracy: found '10 m', should be 'approximate'")]
    [InlineData("landmarks.csv", "name,area\n塔,640381\n", "a column other_names")]
    [InlineData("other-names.csv", "code,name,source\n640381,,x\n", "other-names.csv, line 2, column name")]
    public void A_wrong_cell_is_named_with_its_file_line_and_column(string file, string content, string words) =>
        Assert.Contains(words, Assert.Throws<TableException>(() => Read(Wuzhong, file, content)).Message, StringComparison.Ordinal);
}
