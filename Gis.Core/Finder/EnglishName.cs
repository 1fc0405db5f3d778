using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Gis.Core.Finder;

/// <summary>The name of a city in English: its pinyin, without the word for what it is.</summary>
public static class EnglishName
{
    private static readonly ImmutableArray<string> Words = ["自治州", "地区", "市", "盟"];

    // The peoples an autonomous prefecture is called after (民族自治地方名称): they are no part of its name in English.
    private static readonly ImmutableArray<string> Peoples =
    [
        "哈尼族", "土家族", "布依族", "景颇族", "傈僳族", "朝鲜族", "蒙古族", "柯尔克孜", "哈萨克", "回族", "藏族", "羌族", "彝族", "苗族",
        "侗族", "壮族", "傣族", "白族", "蒙古",
    ];

    /// <summary>
    /// The name of a city, as Shizuishan for 石嘴山市, Xi'an for 西安市, Linxia for 临夏回族自治州. A character of several readings is
    /// read as it most often is, which is not always right in a name; one without a reading is left as it is.
    /// </summary>
    /// <param name="name">The name in Chinese.</param>
    /// <param name="readings">How characters are read.</param>
    public static string OfCity(string name, Readings readings)
    {
        var english = new StringBuilder();
        foreach (var character in StemOf(name))
        {
            var syllable = readings.Of(character) is [var first, ..] ? first.Replace('v', 'ü') : character.ToString();
            // The rule of pinyin (GB/T 16159): an apostrophe before a syllable that begins with a, o or e.
            if (english.Length > 0 && syllable[0] is 'a' or 'o' or 'e')
                english.Append('\'');
            english.Append(syllable);
        }

        return english.Length == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(english[0])}{english.ToString(1, english.Length - 1)}");
    }

    private static string StemOf(string name)
    {
        var stem = Cut(name, Words);
        for (var shorter = Cut(stem, Peoples); stem != name && shorter != stem; shorter = Cut(stem, Peoples))
            stem = shorter;
        return stem;
    }

    private static string Cut(string name, ImmutableArray<string> endings)
    {
        var ending = endings.FirstOrDefault(each => name.Length > each.Length && name.EndsWith(each, StringComparison.Ordinal));
        return ending is null ? name : name[..^ending.Length];
    }
}
