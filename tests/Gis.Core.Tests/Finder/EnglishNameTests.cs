using Gis.Core.Finder;

namespace Gis.Core.Tests.Finder;

public sealed class EnglishNameTests
{
    [Theory]
    [InlineData("银川市", "Yinchuan"), InlineData("石嘴山市", "Shizuishan"), InlineData("吴忠市", "Wuzhong"), InlineData("西安市", "Xi'an")]
    [InlineData("延安市", "Yan'an"), InlineData("吕梁市", "Lüliang"), InlineData("临夏回族自治州", "Linxia"), InlineData("湘西土家族苗族自治州", "Xiangxi")]
    [InlineData("大兴安岭地区", "Daxing'anling"), InlineData("兴安盟", "Xing'an"), InlineData("市", "Shi")]
    public void A_city_is_called_by_its_pinyin_without_the_word_for_what_it_is(string name, string english) =>
        Assert.Equal(english, EnglishName.OfCity(name, Readings.Mandarin));
}
