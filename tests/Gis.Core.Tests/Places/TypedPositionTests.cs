using System.Globalization;
using CsCheck;
using Gis.Core.Places;

namespace Gis.Core.Tests.Places;

public sealed class TypedPositionTests
{
    private const double Degree = 106 + (16 / 60.0) + (41.5 / 3600);

    private static readonly string[] Forms = ["{0}°{1}′{2}″E", "{0} {1} {2}", "E{0}度{1}分{2}秒", "{0}:{1}:{2}"];

    private static XY Pair(string cell) => Assert.IsType<PositionReading.Read>(TypedPosition.ReadPair(cell)).Pair;

    private static XY Pair(string x, string y) => Assert.IsType<PositionReading.Read>(TypedPosition.Read(x, y)).Pair;

    private static PositionFault Fault(PositionReading reading) => Assert.IsType<PositionReading.Unreadable>(reading).Fault;

    [Theory]
    [InlineData("106.2782", 106.2782), InlineData(" 106.2782 ", 106.2782), InlineData("１０６．２７８２", 106.2782), InlineData("106。2782", 106.2782)]
    [InlineData("E106.2782", 106.2782), InlineData("106.2782E", 106.2782), InlineData("e 106.2782°", 106.2782), InlineData("东经106.2782度", 106.2782)]
    [InlineData("106°16′41.5″E", Degree), InlineData("106°16'41.5\"", Degree), InlineData("106°16’41.5”", Degree), InlineData("106°16''41.5", null)]
    [InlineData("106度16分41.5秒", Degree), InlineData("１０６°１６′４１．５″", Degree), InlineData("106 16 41.5", Degree), InlineData("106:16:41.5", Degree)]
    [InlineData("106 16.69", 106 + (16.69 / 60)), InlineData("106°16.69′", 106 + (16.69 / 60)), InlineData("经度：106.2782", 106.2782)]
    [InlineData("W75.5", -75.5), InlineData("-75.5", -75.5), InlineData("75°30′W", -75.5), InlineData("1.062782E+02", 106.2782)]
    [InlineData("35607391.25", 35607391.25), InlineData("607,391.25", 607391.25), InlineData("35,607,391", 35607391.0)]
    public void A_coordinate_is_read_in_any_of_its_forms(string typed, double? expected)
    {
        if (expected is { } value)
            Assert.Equal(value, Pair(typed, "38").X, 1e-9);
        else
            Assert.Equal(PositionFault.NoNumber, Fault(TypedPosition.Read(typed, "38")));
    }

    [Fact]
    public void Degrees_and_minutes_typed_as_a_decimal_are_not_guessed() => Assert.Equal(106.1641, Pair("106.1641", "38.2914").X);

    [Theory]
    [InlineData("106.27,38.48"), InlineData("106.27，38.48"), InlineData("106.27 38.48"), InlineData("106.27、38.48"), InlineData("106.27；38.48"), InlineData("(106.27, 38.48)")]
    [InlineData("E106.27 N38.48"), InlineData("N38.48 E106.27"), InlineData("106.27E38.48N"), InlineData("38.48N106.27E"), InlineData("北纬38.48，东经106.27"), InlineData("POINT (106.27 38.48)")]
    [InlineData("106°16.2′ 38°28.8′"), InlineData("106°16.2′38°28.8′"), InlineData("106 16.2 38 28.8"), InlineData("106 16 12 38 28 48"), InlineData("38°28′48″N 106.27°E")]
    [InlineData("106.27° 38°28.8′"), InlineData("106.27_38.48"), InlineData("１０６．２７，３８．４８"), InlineData("经度:106.27 纬度:38.48")]
    public void Both_coordinates_may_stand_in_one_cell(string cell)
    {
        var pair = Pair(cell);
        Assert.Equal(106.27, pair.X, 1e-9);
        Assert.Equal(38.48, pair.Y, 1e-9);
    }

    [Theory, InlineData("N38.48", "E106.27"), InlineData("38.48", "东经106.27"), InlineData("北纬38.48", "106.27")]
    public void Letters_decide_which_coordinate_is_which(string x, string y) => Assert.Equal(new XY(106.27, 38.48), Pair(x, y));

    [Theory, InlineData(null, null), InlineData("", " "), InlineData("无", "-"), InlineData("——", "/"), InlineData("n/a", "暂无"), InlineData("　", "null")]
    public void Nothing_typed_is_not_located(string? x, string? y)
    {
        Assert.IsType<PositionReading.Blank>(TypedPosition.Read(x, y));
        Assert.IsType<PositionReading.Blank>(TypedPosition.ReadPair(x));
    }

    [Theory]
    [InlineData("106.27", "", PositionFault.OneOfTwo), InlineData("", "38.48", PositionFault.OneOfTwo), InlineData("村口", "38.48", PositionFault.NoNumber)]
    [InlineData("106.27", "NaN", PositionFault.NoNumber), InlineData("1E+400", "38", PositionFault.NoNumber), InlineData("106°16″", "38", PositionFault.NoNumber)]
    [InlineData("106°60′", "38", PositionFault.SixtyOrMore), InlineData("106 16 60", "38", PositionFault.SixtyOrMore), InlineData("106.5°16′", "38", PositionFault.BrokenUnit)]
    [InlineData("106°16.5′3″", "38", PositionFault.BrokenUnit), InlineData("E-106.2", "38", PositionFault.SignAndLetter), InlineData("E106", "E38", PositionFault.SameAxis)]
    [InlineData("106,278", "38,487", PositionFault.Comma), InlineData("106,27", "38,48", PositionFault.Comma), InlineData("106.2.7", "38", PositionFault.NoNumber)]
    public void What_is_no_position_is_refused_by_its_fault(string x, string y, PositionFault fault)
    {
        var reading = TypedPosition.Read(x, y);
        Assert.Equal(fault, Fault(reading));
        Assert.Contains("'", Assert.IsType<PositionReading.Unreadable>(reading).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("106.27", PositionFault.OneOfTwo), InlineData("106 27 38", PositionFault.OneOfTwo), InlineData("1,2,3", PositionFault.Comma), InlineData("A B", PositionFault.NoNumber)]
    [InlineData("N38 N106", PositionFault.SameAxis)]
    public void A_cell_that_holds_no_two_coordinates_is_refused(string cell, PositionFault fault) => Assert.Equal(fault, Fault(TypedPosition.ReadPair(cell)));

    [Fact]
    public void Fifty_nine_minutes_and_all_but_sixty_seconds_are_read() => Assert.Equal(107, Pair("106 59 59.9999", "38").X, 1e-6);

    [Fact]
    public void Ten_thousand_characters_are_refused_and_harm_nothing() => Assert.Equal(PositionFault.NoNumber, Fault(TypedPosition.ReadPair(new string('1', 10_000))));

    [Fact]
    public void Degrees_minutes_and_seconds_written_out_are_read_back() =>
        Gen.Select(Gen.Int[0, 179], Gen.Int[0, 59], Gen.Int[0, 59_999], Gen.Int[0, 3].Select(form => Forms[form])).Sample(
            (degrees, minutes, thousandths, form) =>
            {
                var seconds = (thousandths / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
                var typed = string.Format(CultureInfo.InvariantCulture, form, degrees, minutes, seconds);
                Assert.Equal(degrees + (minutes / 60.0) + (thousandths / 3_600_000.0), Pair(typed, "38").X, 1e-9);
            }, iter: 2000);
}
