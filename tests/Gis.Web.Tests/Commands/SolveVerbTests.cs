using System.Text.Json;

namespace Gis.Web.Tests.Commands;

/// <summary>
/// Three villages in a row, 0, 1 and 2, with 10, 20 and 40 people; a site in each, ten minutes from one to the next; the site
/// in village 0 stands.
/// </summary>
public sealed class SolveVerbTests : IDisposable
{
    private const string Demand = "id,weight\nv0,10\nv1,20\nv2,40\n";
    private const string Sites = "id,role,cost\ns0,existing,\ns1,,3\ns2,candidate,5\n";
    private const string Costs = "demand,site,cost\nv0,s0,0\nv0,s1,10\nv0,s2,20\nv1,s0,10\nv1,s1,0\nv1,s2,10\nv2,s0,20\nv2,s1,10\nv2,s2,0\n";

    private readonly string folder = Directory.CreateTempSubdirectory("gis-solve-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private Task<(int Exit, string Output, string Errors)> Solve(string question, string demand = Demand, string sites = Sites, string costs = Costs) =>
        GisProcess.Run("", [
            "solve", .. question.Split(' '),
            "--demand", File("d.csv", demand), "--sites", File("s.csv", sites), "--costs", File("c.csv", costs), "--json"]);

    // lscp within 9: s0 serves v0 alone, so v1 and v2 need one each. mclp within 5: s2 brings 40. pscp for 6/7 = 60 of 70 within 10:
    // s0 has 30, s1 brings 40 more for 3. p-median with s2: 0·10 + 10·20 + 0·40. p-center of none: v2 goes 20; of both: nobody goes.
    // order within 5: 10+40, then 10+40+20. backup within 10 of two: s1 gives v0 and v1 a second one.
    [Theory]
    [InlineData("lscp --limit 9", 2, "s1 s2"), InlineData("mclp --limit 5 --build 1", 50, "s2"), InlineData("pscp --limit 10 --target 0.857142857142857", 3, "s1")]
    [InlineData("p-median --build 1", 200, "s2"), InlineData("p-center --build 0", 20, ""), InlineData("p-center --build 2", 0, "s1 s2"), InlineData("capacitated-p-median --build 1", 200, "s2")]
    [InlineData("order --limit 5 --build 2", 120, "s2 s1"), InlineData("backup --limit 10 --build 1 --k 2", 30, "s1"), InlineData("mclp --limit 5 --build 2 --budget 4", 30, "s1")]
    public async Task Every_problem_is_answered_as_a_child_can_count(string question, double objective, string built)
    {
        var (exit, output, _) = await Solve(question);
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        var answer = json.RootElement;
        Assert.Equal(question.Split(' ')[0], answer.GetProperty("problem").GetString());
        Assert.Equal("optimal", answer.GetProperty("status").GetString());
        Assert.Equal((objective, objective, 0), (answer.GetProperty("objective").GetDouble(), answer.GetProperty("bound").GetDouble(), answer.GetProperty("gap").GetDouble()));
        Assert.Equal(built, string.Join(' ', answer.GetProperty("built").EnumerateArray().Select(id => id.GetString())));
        Assert.Contains("s0", answer.GetProperty("open").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task An_order_gives_every_step_with_what_a_free_choice_could_cover()
    {
        var (_, output, _) = await Solve("order --limit 5 --build 2");
        using var json = JsonDocument.Parse(output);
        var steps = json.RootElement.GetProperty("steps").EnumerateArray().Select(step => (
            step.GetProperty("step").GetInt32(), step.GetProperty("site").GetString(), step.GetProperty("covered").GetDouble(),
            step.GetProperty("added").GetDouble(), step.GetProperty("freeOptimum").GetDouble()));
        Assert.Equal([(1, "s2", 50, 40, 50), (2, "s1", 70, 20, 70)], steps);
    }

    [Theory]
    [InlineData("lscp --limit 9", "v3", "Demand v3"), InlineData("mclp --limit 9 --build 3", "", "only 2 candidates"), InlineData("p-median --build 1", "v3", "Demand v3")]
    public async Task That_nothing_is_possible_is_an_answer_with_its_reason(string question, string stranger, string reason)
    {
        var (exit, output, _) = await Solve(question, stranger == "" ? Demand : Demand + stranger + ",1\n");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("infeasible", json.RootElement.GetProperty("status").GetString());
        Assert.Contains(reason, json.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance --build 1", "PROBLEM"), InlineData("mclp --build 1", "--limit"), InlineData("mclp --limit x --build 1", "--limit"), InlineData("lscp --limit -1", "--limit")]
    [InlineData("p-median --build 1.5", "--build"), InlineData("pscp --limit 1 --target 1.1", "--target"), InlineData("backup --limit 1 --build 1 --k 0", "--k")]
    [InlineData("p-median --build 1 --budget -2", "--budget"), InlineData("p-median --build 1 --time-limit 0", "--time-limit")]
    public async Task A_wrong_option_ends_with_2_and_names_it(string question, string option) => AssertRefused(await Solve(question), option);

    [Theory]
    [InlineData("d.csv", "id\nv0\n", "column weight"), InlineData("d.csv", "id,weight\nv0,-1\n", "line 2, column weight"), InlineData("d.csv", "id,weight\nv0,1\nv0,1\n", "line 3, column id")]
    [InlineData("d.csv", "id,weight\nv0,many\n", "line 2, column weight"), InlineData("s.csv", "id,role\ns0,maybe\n", "line 2, column role"), InlineData("s.csv", "id,cost\ns0,-3\n", "line 2, column cost")]
    [InlineData("s.csv", "id,capacity\ns0,x\n", "line 2, column capacity"), InlineData("s.csv", "name\ns0\n", "column id"), InlineData("s.csv", "id\ns0\ns0\n", "line 3, column id")]
    [InlineData("c.csv", "demand,site,cost\nnobody,s0,1\n", "line 2, column demand"), InlineData("c.csv", "demand,site,cost\nv0,nowhere,1\n", "line 2, column site")]
    [InlineData("c.csv", "demand,site,cost\nv0,s0,-1\n", "line 2, column cost"), InlineData("c.csv", "demand,site,cost\nv0,s0,1\nv0,s0,2\n", "line 3, column site"), InlineData("c.csv", "", "empty file")]
    public async Task A_wrong_file_ends_with_2_and_says_file_line_and_column(string file, string text, string words)
    {
        var ending = await Solve(
            "p-median --build 1", file == "d.csv" ? text : Demand, file == "s.csv" ? text : Sites, file == "c.csv" ? text : Costs);
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
