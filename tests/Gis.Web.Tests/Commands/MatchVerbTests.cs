using System.Text.Json;

namespace Gis.Web.Tests.Commands;

/// <summary>
/// Two villages and two firms of one place each. v1 likes f1 best, v2 likes f2 best; f1 likes v2 best, f2 likes v1 best: whoever
/// proposes has their way, and both ways are stable. A third, v3, is refused by all.
/// </summary>
public sealed class MatchVerbTests : IDisposable
{
    private const string Villages = "id,wishes,group\nv1,f1 f2,east\nv2,f2 f1,west\nv3,f1,west\n";
    private const string Firms = "id,capacity,wishes\nf1,1,v2 v1\nf2,1,v1 v2\n";
    private const string Costs = "village,firm,cost\nv1,f1,9\nv1,f2,2\nv2,f1,3\nv2,f2,9\n";

    private readonly string folder = Directory.CreateTempSubdirectory("gis-match-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private Task<(int Exit, string Output, string Errors)> Match(string options, string villages = Villages, string firms = Firms, string costs = Costs) =>
        GisProcess.Run("", [
            "match", "--villages", File("v.csv", villages), "--firms", File("f.csv", firms), "--costs", File("c.csv", costs),
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    private static string Written(JsonElement pairs) =>
        string.Join(' ', pairs.EnumerateArray().Select(pair => $"{pair.GetProperty("village").GetString()}-{pair.GetProperty("firm").GetString()}"));

    [Theory]
    [InlineData("", "v1-f1 v2-f2", 18), InlineData("--prefer villages", "v1-f1 v2-f2", 18), InlineData("--prefer firms", "v1-f2 v2-f1", 5)]
    [InlineData("--prefer travel", "v1-f2 v2-f1", 5), InlineData("--prefer fair", "v1-f2 v2-f1", 5)]
    public async Task Every_preference_is_answered_as_a_child_can_check(string options, string pairs, double travel)
    {
        var (exit, output, _) = await Match($"{options} --json");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        var answer = json.RootElement;
        Assert.Equal(["status", "pairs", "unmatched", "blockingPairs", "travel", "seconds", "receipt"], answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal("optimal", answer.GetProperty("status").GetString());
        Assert.Equal(pairs, Written(answer.GetProperty("pairs")));
        Assert.Equal(["v3"], answer.GetProperty("unmatched").EnumerateArray().Select(id => id.GetString()));
        Assert.Empty(answer.GetProperty("blockingPairs").EnumerateArray());
        Assert.Equal(travel, answer.GetProperty("travel").GetDouble());
    }

    // v1 finds f1 and f2 alike: both would take it, and f2 is nearer.
    [Fact]
    public async Task Equals_stand_in_parentheses_and_the_shorter_way_parts_them()
    {
        var (_, output, _) = await Match("--json", villages: "id,wishes\nv1,(f1 f2)\n", firms: "id,capacity,wishes\nf1,1,v1\nf2,1,v1\n", costs: "village,firm,cost\nv1,f1,9\nv1,f2,2\n");
        using var json = JsonDocument.Parse(output);
        Assert.Equal("v1-f2", Written(json.RootElement.GetProperty("pairs")));
    }

    [Fact]
    public async Task That_everyone_refuses_everyone_is_an_empty_answer()
    {
        var (exit, output, _) = await Match("--prefer travel --json", villages: "id,wishes\nv1,\nv2,f1\n", firms: "id,capacity,wishes\nf1,2,\n", costs: "village,firm,cost\n");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(("optimal", 0, 2), (json.RootElement.GetProperty("status").GetString(), json.RootElement.GetProperty("pairs").GetArrayLength(), json.RootElement.GetProperty("unmatched").GetArrayLength()));
    }

    [Fact]
    public async Task Without_json_the_answer_is_a_table()
    {
        var (exit, output, _) = await Match("--prefer firms");
        Assert.Equal(0, exit);
        Assert.Contains("v1  f2", output, StringComparison.Ordinal);
        Assert.Contains("2 paired, 0 blocking, travel 5", output, StringComparison.Ordinal);
        Assert.Contains("without a firm: v3", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_tells_how_wishes_are_written()
    {
        var (exit, output, _) = await GisProcess.Run("", ["help", "match"]);
        Assert.Equal(0, exit);
        Assert.Contains("F3 (F1 F2) F7", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Travel_asked_for_without_costs_ends_with_2()
    {
        AssertRefused(await GisProcess.Run("", ["match", "--villages", File("v.csv", Villages), "--firms", File("f.csv", Firms), "--prefer", "travel"]), "--costs");
        AssertRefused(await Match("--prefer luck"), "--prefer");
    }

    [Theory]
    [InlineData("v.csv", "id\nv1\n", "column wishes"), InlineData("v.csv", "id,wishes\nv1,f1\nv1,f2\n", "line 3, column id"), InlineData("v.csv", "id,wishes\nv1,f1 f9\n", "line 2, column wishes")]
    [InlineData("v.csv", "id,wishes\nv1,f1\nv2,f2 (f1 f2)\n", "line 3, column wishes"), InlineData("v.csv", "id,wishes\nv1,(f1 f2\n", "line 2, column wishes"), InlineData("v.csv", "id,wishes\nv1,f1) f2\n", "line 2, column wishes")]
    [InlineData("v.csv", "id,wishes\nv1,() f2\n", "line 2, column wishes"), InlineData("v.csv", "", "empty file"), InlineData("f.csv", "id,wishes\nf1,v1\n", "column capacity")]
    [InlineData("f.csv", "id,capacity,wishes\nf2,1,v1\nf1,-1,v1\n", "line 3, column capacity"), InlineData("f.csv", "id,capacity,wishes\nf2,1,v1\nf1,1.5,v1\n", "line 3, column capacity")]
    [InlineData("f.csv", "id,capacity,wishes\nf1,1,v1\nf2,1,nobody\n", "line 3, column wishes"), InlineData("f.csv", "id,capacity,wishes\nf1,1,v1\nf2,1,v1\nf1,1,v1\n", "line 4, column id")]
    [InlineData("c.csv", "village,firm,cost\nv1,f1,-1\n", "line 2, column cost"), InlineData("c.csv", "village,firm,cost\nv1,f1,1\nv1,f1,2\n", "line 3, column firm"), InlineData("c.csv", "village,firm,cost\nv9,f1,1\n", "line 2, column village")]
    public async Task A_wrong_file_ends_with_2_and_says_file_line_and_column(string file, string text, string words)
    {
        var ending = await Match("--prefer travel", file == "v.csv" ? text : Villages, file == "f.csv" ? text : Firms, file == "c.csv" ? text : Costs);
        AssertRefused(ending, file);
        Assert.Contains(words, ending.Errors, StringComparison.Ordinal);
    }

    private static void AssertRefused((int Exit, string Output, string Errors) ending, string words)
    {
        Assert.Equal((2, ""), (ending.Exit, ending.Output));
        Assert.Contains(words, ending.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ending.Errors, StringComparison.Ordinal);
    }
}
