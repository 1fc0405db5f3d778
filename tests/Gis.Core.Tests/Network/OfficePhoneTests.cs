using Gis.Core.Network;

namespace Gis.Core.Tests.Network;

public sealed class OfficePhoneTests
{
    [Theory, InlineData("0951-1234567"), InlineData("(0951) 123 4567"), InlineData("12348"), InlineData("+86 951 1234567"), InlineData("0951-1234567转8012")]
    public void Numbers_of_offices_are_taken(string number)
    {
        Assert.True(OfficePhone.IsNumber(number));
        Assert.False(OfficePhone.IsMobile(number));
    }

    [Theory, InlineData("13000000000"), InlineData("199 0000 0000"), InlineData("+86 138-0000-0000"), InlineData("013800000000"), InlineData("008613800000000"), InlineData("１３８００００００００")]
    public void Mobile_numbers_are_known_however_they_are_written(string number) => Assert.True(OfficePhone.IsMobile(number));

    // 12 begins no mobile number; and ten or twelve digits are none.
    [Theory, InlineData("12800000000"), InlineData("1380000000"), InlineData("138000000000")]
    public void What_is_nearly_one_is_none(string number) => Assert.False(OfficePhone.IsMobile(number));

    [Theory, InlineData(""), InlineData("1234"), InlineData("办公室"), InlineData("0951-1234567/7654321"), InlineData("0951-1234567转"), InlineData("123456789012345678901")]
    public void Other_texts_are_no_number(string text) => Assert.False(OfficePhone.IsNumber(text));
}
