using CsCheck;
using Gis.Web.Maps;

namespace Gis.Web.Tests.Reports;

/// <summary>Words in lines, a Chinese letter two wide and any other one.</summary>
public sealed class LineBreakerTests
{
    private static readonly LineBreaker Breaker = new(text => text.Sum(letter => letter < 0x2E80 ? 1 : 2));

    [Theory]
    [InlineData("够得着的居民", 4, "够得|着的|居民")]
    [InlineData("够得,着", 4, "够|得,|着")]
    [InlineData("他说“好”。", 6, "他说|“好”。")]
    [InlineData("某村(居)委", 6, "某村|(居)委")]
    [InlineData("two words here", 9, "two words|here")]
    [InlineData("共 18 %,好", 6, "共|18 %,|好")]
    [InlineData("abcdefgh", 3, "abc|def|gh")]
    [InlineData("去 abcdefgh", 3, "去|abc|def|gh")]
    [InlineData("一\n二", 10, "一|二")]
    [InlineData("", 10, "")]
    public void Lines_break_where_Chinese_and_other_words_may(string text, int room, string lines) =>
        Assert.Equal(lines, string.Join('|', Breaker.Break(text, room)));

    [Fact]
    public void Nothing_is_lost_and_no_line_begins_with_a_mark_that_closes() =>
        Gen.Char["一二,。、)》(《 ab1%"].Array[0, 40].Select(letters => new string(letters)).Select(Gen.Int[8, 20]).Sample((text, room) =>
        {
            var lines = Breaker.Break(text, room);
            Assert.Equal(PdfText.Dense(text), PdfText.Dense(string.Concat(lines)));
            // A mark stands at the head of a line only where so many follow each other that they fill one.
            if (!LineBreaker.ListParts(text).Any(part => part.Sum(letter => letter < 0x2E80 ? 1 : 2) > room))
                Assert.DoesNotContain(lines.Skip(1), line => line.Length > 0 && ",。、)》%".Contains(line[0]));
        });
}
