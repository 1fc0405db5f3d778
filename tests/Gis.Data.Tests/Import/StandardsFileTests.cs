using System.Text;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Data.Import;

namespace Gis.Data.Tests.Import;

public sealed class StandardsFileTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "geodata", "standards.csv"));

    [Fact]
    public void A_centre_has_the_plans_six_windows_and_every_tier_its_name_and_sign()
    {
        var set = StandardsFile.Read();
        Assert.Equal(6, set.Of(Tier.Centre).Count(standard => standard.Topic == StandardTopic.Windows && standard.Must));
        Assert.All(Enum.GetValues<Tier>(), tier => Assert.Equal(
            [StandardTopic.Name, StandardTopic.Sign], set.Of(tier).Take(2).Select(standard => standard.Topic)));
    }

    [Fact]
    public void Every_line_cites_a_paragraph_and_has_its_words_in_both_languages() => Assert.All(StandardsFile.Read().All, standard =>
    {
        Assert.Matches(@"^[35]\(\d\)\S*(; [35]\(\d\)\S*)*$", standard.Paragraph);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", standard.Text);
        Assert.Matches("^[A-Z]", standard.EnglishText);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", standard.EnglishText);
    });

    [Fact]
    public void The_numbers_of_posts_are_those_of_the_plans_staffing() => Assert.All(Enum.GetValues<Tier>(), tier =>
    {
        var asked = StandardsFile.Read().Of(tier).Where(standard => standard is { Topic: StandardTopic.Numbers, Must: true }).ToList();
        Assert.Equal(PlanStaffing.Of(tier).Length, asked.Count);
        Assert.All(PlanStaffing.Of(tier).Zip(asked), pair => Assert.Matches(pair.First.Count == 1 ? "1|一名" : $"{pair.First.Count}", pair.Second.Text));
    });

    [Theory]
    [InlineData("tier", "hut", "line 3, column tier: found 'hut', should be one of centre, station, room")]
    [InlineData("group", "", "line 3, column group")]
    [InlineData("topic", "colour", "line 3, column topic: found 'colour', should be one of name, sign")]
    [InlineData("must", "yes", "line 3, column must: found 'yes', should be true or false")]
    [InlineData("weight", "0", "line 3, column weight: found '0', should be 1 to 100")]
    [InlineData("weight", "101", "line 3, column weight")]
    [InlineData("code", "C01", "line 3, column code: found 'C01', should be each only once")]
    [InlineData("zh", "", "line 3, column zh")]
    [InlineData("en", "", "line 3, column en")]
    [InlineData("paragraph", "", "line 3, column paragraph")]
    public void What_is_wrong_is_named_with_file_line_and_column(string column, string value, string words)
    {
        var cells = Lines[2].Split(',');
        cells[Array.IndexOf(Lines[0].Split(','), column)] = value;
        var wrong = Assert.Throws<TableException>(() => Read([Lines[0], Lines[1], string.Join(',', cells)]));
        Assert.StartsWith("mine.csv, " + words, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tier_that_is_asked_nothing_in_a_group_is_named()
    {
        var wrong = Assert.Throws<TableException>(() => Read([.. Lines.Where(line => !line.Contains(",station,staff,", StringComparison.Ordinal))]));
        Assert.Contains("Nothing is asked of a station under staff", wrong.Message, StringComparison.Ordinal);
    }

    private static StandardSet Read(string[] lines) => StandardsFile.Read("mine.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
