using System.Text;
using CsCheck;
using Gis.Core.Finder;

namespace Gis.Core.Tests.Finder;

public sealed class ReadingsTests
{
    private static readonly Readings Mandarin = Readings.Mandarin;

    // Characters whose readings meet, at random: a table small enough for every pair of names to be tried by hand.
    private static readonly Readings Small = Readings.Parse("character,readings\n甲,a b\n乙,b c\n丙,c\n丁,d da\n");

    private static SpokenLikeness? Compare(string name, string typed) => Mandarin.Speak(name).Compare(typed);

    [Theory, InlineData('立', "li"), InlineData('长', "chang zhang"), InlineData('吕', "lv"), InlineData('略', "lve"), InlineData('堡', "bao bu pu"), InlineData('〇', "ling"), InlineData('琇', "xiu"), InlineData('Q', "q")]
    public void A_character_has_its_readings_the_most_common_first(char character, string readings) => Assert.Equal(readings, string.Join(' ', Mandarin.Of(character)));

    [Theory, InlineData('１'), InlineData(' '), InlineData('€')]
    public void What_nobody_reads_has_no_reading(char character) => Assert.Empty(Mandarin.Of(character));

    [Fact]
    public void Every_character_of_GB_2312_has_a_reading_in_plain_letters()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb2312 = Encoding.GetEncoding("GB2312");
        var characters = Enumerable.Range(0xB0, 0xF8 - 0xB0)
            .SelectMany(row => Enumerable.Range(0xA1, row == 0xD7 ? 89 : 94).Select(cell => gb2312.GetString([(byte)row, (byte)cell])))
            .ToList();
        Assert.Equal(6763, characters.Count);
        Assert.All(characters, character =>
        {
            var readings = Mandarin.Of(Assert.Single(character));
            Assert.NotEmpty(readings);
            Assert.Equal(readings.Distinct(), readings);
            Assert.All(readings, reading => Assert.Matches("^[a-z]{1,6}$", reading));
        });
    }

    [Theory]
    [InlineData("立岗村", "ligang", SpokenLikeness.Start), InlineData("立岗村", "ligangcun", SpokenLikeness.Whole), InlineData("立岗", "ligang", SpokenLikeness.Whole), InlineData("立岗村", "ligangcu", SpokenLikeness.Start)]
    [InlineData("立岗村", "ligangc", SpokenLikeness.Start), InlineData("立岗村", "lig", SpokenLikeness.Start), InlineData("立岗村", "li", SpokenLikeness.Start), InlineData("立岗村", "lgc", SpokenLikeness.Initials)]
    [InlineData("立岗村", "lg", SpokenLikeness.StartOfInitials), InlineData("立岗村", "l", SpokenLikeness.StartOfInitials), InlineData("立岗村", "lgcun", SpokenLikeness.Initials), InlineData("立岗村", "lgangc", SpokenLikeness.Initials)]
    [InlineData("长沙", "changsha", SpokenLikeness.Whole), InlineData("长沙", "zhangsha", SpokenLikeness.Whole), InlineData("长沙", "zhsh", SpokenLikeness.Initials), InlineData("长沙", "cs", SpokenLikeness.Initials)]
    [InlineData("西安", "xian", SpokenLikeness.Whole), InlineData("先", "xian", SpokenLikeness.Whole), InlineData("吕", "lv", SpokenLikeness.Whole), InlineData("吕", "lu", SpokenLikeness.Whole), InlineData("略阳", "lueyang", SpokenLikeness.Whole)]
    [InlineData("立岗村", "gang", null), InlineData("立岗村", "ligangcunx", null), InlineData("立岗村", "lx", null), InlineData("立岗村", "", null), InlineData("", "a", null), InlineData("😀", "a", null)]
    public void Typed_pinyin_is_like_a_name_by_its_syllables_or_their_first_letters(string name, string typed, SpokenLikeness? expected) =>
        Assert.Equal(expected, Compare(name, typed));

    [Fact]
    public void What_is_longer_than_any_name_is_like_none_and_sixty_three_letters_are_compared()
    {
        var name = new string('啊', 64);
        Assert.Equal(SpokenLikeness.Start, Compare(name, new string('a', 63)));
        Assert.Null(Compare(name, new string('a', 64)));
    }

    [Theory, InlineData("Lì gāng", "ligang"), InlineData("LIGANG", "ligang"), InlineData("li'gang", "ligang"), InlineData("lǘ", "lv"), InlineData("lü", "lv"), InlineData("ｌｉ", "li"), InlineData("立岗", null), InlineData("", null), InlineData("li4", null), InlineData(" ", null)]
    public void Typed_pinyin_is_made_plain(string typed, string? plain) => Assert.Equal(plain, Readings.Plain(typed));

    [Fact]
    public void A_name_of_polyphones_is_read_in_all_ways_the_most_common_first()
    {
        Assert.Equal<string>(["changle", "changyue", "changyao", "changlao", "zhangle", "zhangyue", "zhangyao", "zhanglao"], Mandarin.Speak("长乐").FullForms);
        Assert.Equal<string>(["cl", "cy", "zl", "zy"], Mandarin.Speak("长乐").Initials);
        Assert.Equal(["ligang"], Mandarin.Speak("立岗").FullForms.AsEnumerable());
    }

    [Theory, InlineData(3, 8), InlineData(6, 64), InlineData(7, 64), InlineData(40, 64)]
    public void At_most_sixty_four_ways_are_listed(int characters, int forms)
    {
        var name = Mandarin.Speak(new string('长', characters));
        Assert.Equal(forms, name.FullForms.Length);
        Assert.Equal(forms, name.FullForms.Distinct().Count());
    }

    [Theory, InlineData("立刚", "立岗", true), InlineData("立岗", "立岗", true), InlineData("长沙", "常沙", true), InlineData("长沙", "张沙", true), InlineData("立岗", "立刚村", false), InlineData("立岗", "立港", true), InlineData("立岗", "里岗", true), InlineData("立岗", "立网", false), InlineData("", "", true)]
    public void Two_names_sound_alike_if_each_character_has_a_reading_in_common(string left, string right, bool expected) =>
        Assert.Equal(expected, Mandarin.Speak(left).SoundsLike(Mandarin.Speak(right)));

    [Fact]
    public void Names_sound_alike_exactly_if_they_have_a_full_form_in_common_syllable_by_syllable_and_both_ways()
    {
        foreach (var left in Words(3))
        {
            foreach (var right in Words(3).Where(right => right.Length == left.Length))
            {
                var expected = Spellings(left).Intersect(Spellings(right)).Any();
                Assert.Equal(expected, Small.Speak(left).SoundsLike(Small.Speak(right)));
                Assert.Equal(expected, Small.Speak(right).SoundsLike(Small.Speak(left)));
            }
        }
    }

    [Fact]
    public void What_is_typed_is_compared_as_trying_every_spelling_would()
    {
        var typed = Words(4, "abcd").Where(text => text.Length > 0).ToList();
        foreach (var name in Words(3).Where(name => name.Length > 0))
        {
            var whole = Spellings(name).Select(spelling => spelling.Replace("|", "", StringComparison.Ordinal)).ToHashSet();
            foreach (var text in typed)
                Assert.Equal(whole.Contains(text), Small.Speak(name).Compare(text) == SpokenLikeness.Whole);
        }
    }

    [Fact]
    public void A_name_is_like_all_its_own_forms() =>
        Gen.String[Gen.Char["立岗长乐堡吕略重行大西安渠车"], 1, 6].Sample(name =>
        {
            var spoken = Mandarin.Speak(name);
            return spoken.FullForms.All(form => spoken.Compare(form) == SpokenLikeness.Whole)
                && spoken.Initials.All(form => spoken.Compare(form) <= SpokenLikeness.Initials);
        }, iter: 2000);

    [Theory, InlineData("character,readings\n甲a"), InlineData("character,readings\n甲,"), InlineData("character,readings\n立岗,ligang")]
    public void A_table_that_is_none_is_refused_by_its_line(string table) =>
        Assert.Contains("Line 2", Assert.Throws<FormatException>(() => Readings.Parse(table)).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Words(int longest, string characters = "甲乙丙丁") => longest == 0
        ? [""]
        : Words(longest - 1, characters).SelectMany(word => word.Length == longest - 1 ? characters.Select(character => word + character).Prepend(word) : [word]);

    private static IEnumerable<string> Spellings(string name) =>
        name.Aggregate((IEnumerable<string>)[""], (spellings, character) => spellings.SelectMany(spelling => Small.Of(character).Select(reading => spelling + reading + "|")));
}
