using System.Globalization;
using Gis.Core.Finder;
using Gis.Core.Network;

namespace Gis.Core.Tests.Finder;

public sealed class RegisterCodesTests
{
    private static readonly string[] Units =
        ["640104", "640122", "640104001", "640104201", "640122102", "640104001002", "640104001003", "640104201200", "640122102200", "640122102201"];

    private static readonly RegisterCodes Codes = new(Units.Select(AreaCode.Parse));

    [Theory]
    [InlineData("640104001002", "640104001002", CodeTrouble.None), InlineData("640104", "640104", CodeTrouble.None)]
    [InlineData("640104 001 002", "640104001002", CodeTrouble.Typed), InlineData("'640104001002", "640104001002", CodeTrouble.Typed)]
    [InlineData("６４０１０４００１００２", "640104001002", CodeTrouble.Typed), InlineData("640104001002.0", "640104001002", CodeTrouble.Typed), InlineData("640,104,001,002", "640104001002", CodeTrouble.Typed)]
    [InlineData("640104001000", "640104001", CodeTrouble.ZerosAfter), InlineData("640104000000", "640104", CodeTrouble.ZerosAfter), InlineData("640104000", "640104", CodeTrouble.ZerosAfter)]
    [InlineData("6.40104001002E+11", "640104001002", CodeTrouble.Scientific), InlineData("6.40104001E+08", "640104001", CodeTrouble.Scientific)]
    [InlineData("999999999999", "", CodeTrouble.Unknown), InlineData("640104009", "", CodeTrouble.Unknown), InlineData("村", "", CodeTrouble.Unreadable), InlineData("12", "", CodeTrouble.Unreadable)]
    [InlineData("6401040010020", "", CodeTrouble.Unreadable), InlineData("-640104", "640104", CodeTrouble.Typed), InlineData("", "", CodeTrouble.None), InlineData("6.4E+99", "", CodeTrouble.Scientific | CodeTrouble.Unreadable)]
    [InlineData("64010400100", "640104001002 640104001003", CodeTrouble.DigitsLost), InlineData("0104001002", "640104001002", CodeTrouble.DigitsLost), InlineData("122102200", "640122102200", CodeTrouble.DigitsLost)]
    [InlineData("6.401221E+11", "640122102 640122102200 640122102201", CodeTrouble.Scientific | CodeTrouble.DigitsLost), InlineData("6.4E+05", "640104 640122", CodeTrouble.Scientific | CodeTrouble.DigitsLost)]
    public void A_code_is_read_as_far_as_it_is_left(string written, string units, CodeTrouble trouble)
    {
        var read = Codes.Read(written);
        Assert.Equal(units, string.Join(' ', read.Units));
        Assert.Equal(trouble, read.Trouble);
        Assert.Equal(trouble == CodeTrouble.None, read.Words.Length == 0);
    }

    [Fact]
    public void A_code_shown_as_a_number_may_be_any_that_is_rounded_to_it()
    {
        foreach (var digits in Enumerable.Range(0, 11))
        {
            foreach (var unit in Units.Where(unit => unit.Length == 12))
            {
                var shown = decimal.Parse(unit, CultureInfo.InvariantCulture).ToString($"0.{new string('#', digits)}E+00", CultureInfo.InvariantCulture);
                Assert.Contains(AreaCode.Parse(unit), Codes.Read(shown).Units);
            }
        }
    }

    // 640104500000 is 6.40105E+11 to six digits, where half is rounded up; one less is 6.40104E+11.
    [Theory, InlineData("640104500000", "6.40105E+11", true), InlineData("640104500000", "6.40104E+11", false), InlineData("640104499999", "6.40104E+11", true), InlineData("640104499999", "6.40105E+11", false)]
    public void A_code_exactly_between_two_numbers_shown_is_rounded_up(string unit, string shown, bool isMeant) =>
        Assert.Equal(isMeant, new RegisterCodes([AreaCode.Parse(unit)]).Read(shown).Units.Length == 1);
}
