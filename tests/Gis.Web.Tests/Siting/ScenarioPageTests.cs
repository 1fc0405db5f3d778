using System.Net;
using System.Text.Json;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;

namespace Gis.Web.Tests.Siting;

public sealed class ScenarioPageTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly ScenarioVisitor visitor = new(app);

    [Fact]
    public async Task What_an_order_covers_after_a_step_is_what_the_plan_says_of_the_same_points_built()
    {
        var scenario = await visitor.Make(then: "compute");
        var job = await visitor.WaitForEnd(scenario);

        var order = await visitor.Ask($"/api/jobs/{job}/order");
        Assert.Equal("optimal", order.GetProperty("status").GetString());
        var steps = order.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(5, steps.Length);
        foreach (var step in steps)
        {
            var built = steps.TakeWhile(each => each.GetProperty("step").GetInt32() <= step.GetProperty("step").GetInt32()).Select(each => each.GetProperty("site").GetString());
            var coverage = await visitor.Ask($"/api/coverage?mode=walk&limit=30&with={string.Join(',', built)}");
            Assert.Equal(coverage.GetProperty("covered").GetInt64(), step.GetProperty("covered").GetDouble());
        }
    }

    [Fact]
    public async Task The_villages_of_an_order_add_up_to_what_each_step_covers()
    {
        var job = await visitor.WaitForEnd(await visitor.Make(then: "compute"));
        var order = await visitor.Ask($"/api/jobs/{job}/order");
        var residents = app.Snapshot.Network.Villages.ToDictionary(village => village.Code.Digits, village => village.Residents.Count);
        var first = order.GetProperty("villages").EnumerateObject().ToDictionary(village => village.Name, village => village.Value.GetInt32());

        Assert.Equal(order.GetProperty("standing").GetDouble(), first.Where(village => village.Value == 0).Sum(village => residents[village.Key]));
        foreach (var step in order.GetProperty("steps").EnumerateArray())
            Assert.Equal(step.GetProperty("covered").GetDouble(), first.Where(village => village.Value <= step.GetProperty("step").GetInt32()).Sum(village => residents[village.Key]));
    }

    [Fact]
    public async Task The_events_of_a_job_end_with_how_it_ended()
    {
        var scenario = await visitor.Make(then: "compute");
        var job = await visitor.FindJob(scenario);

        using var reader = new StreamReader(await visitor.Open($"/api/jobs/{job}/events"));
        var told = (await reader.ReadToEndAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(news => JsonDocument.Parse(news.Replace("data: ", "", StringComparison.Ordinal)).RootElement.GetProperty("state").GetString());

        Assert.Equal("done", told.Last());
        Assert.Equal("done", (await visitor.Ask($"/api/jobs/{job}")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_scenario_that_is_done_cannot_be_changed_but_renamed_and_copied()
    {
        var scenario = await visitor.Make(then: "compute");
        await visitor.WaitForEnd(scenario);
        var page = $"/plan/scenarios/{scenario}";

        var changed = await visitor.Post($"{page}?handler=Save", [.. ScenarioVisitor.Settings("6"), new("name", "别的"), new("question", "limit=20"), new("edit", "1")]);
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Contains("已算完", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await visitor.Post($"{page}?handler=Rename", [new("name", "新名字"), new("edit", "1")])).StatusCode);
        Assert.Contains("新名字", await visitor.Read(page), StringComparison.Ordinal);

        var copy = (await visitor.Post($"{page}?handler=Copy")).Headers.Location!.ToString();
        Assert.NotEqual(page, copy);
        Assert.Contains("id=\"save\"", await visitor.Read(copy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_overwrites_what_somebody_else_changed()
    {
        var page = $"/plan/scenarios/{await visitor.Make()}";
        Task<HttpResponseMessage> Save(string name) => visitor.Post(
            $"{page}?handler=Save", [.. ScenarioVisitor.Settings(), new("name", name), new("question", "limit=20"), new("edit", "1")]);

        Assert.Equal(HttpStatusCode.Found, (await Save("第一")).StatusCode);
        var late = await Save("第二");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("别人刚改过", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("第一", await visitor.Read(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "", "name")]
    [InlineData("steps", "0", "steps")]
    [InlineData("steps", "112", "steps")]
    [InlineData("steps", "多", "steps")]
    [InlineData("aim", "fast", "aim")]
    [InlineData("floor", "100.1", "floor")]
    [InlineData("floor", "NaN", "floor")]
    [InlineData("rate", "3", "months")]
    [InlineData("months", "0", "months")]
    [InlineData("seconds", "601", "seconds")]
    [InlineData("question", "limit=-1", "limit")]
    [InlineData("question", "with=room-0", "with")]
    public async Task A_wrong_field_is_named_and_nothing_is_saved(string field, string value, string named)
    {
        var fields = new Dictionary<string, string>(ScenarioVisitor.Settings()) { ["name"] = "错的情景", ["question"] = "limit=30", [field] = value };

        var answer = await visitor.Post("/plan/scenarios?handler=Make", fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"<li>{named}: ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("错的情景</a>", await visitor.Read("/plan/scenarios"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_points_there_are_may_be_asked_for_and_a_floor_of_everybody_too()
    {
        var fields = new Dictionary<string, string>(ScenarioVisitor.Settings("111")) { ["floor"] = "100" };
        await visitor.Make(settings: fields);
    }

    [Fact]
    public async Task A_floor_that_cannot_be_kept_is_told_with_its_reason()
    {
        var fields = new Dictionary<string, string>(ScenarioVisitor.Settings()) { ["floor"] = "100" };
        var scenario = await visitor.Make(then: "compute", settings: fields);
        await visitor.WaitForEnd(scenario);

        var page = await visitor.Read($"/plan/scenarios/{scenario}");
        Assert.Contains("data-status=\"infeasible\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"reason\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_floor_costs_stands_beside_the_order_that_keeps_it()
    {
        // 灵武 has 72.6 % today: three quarters by the tenth step costs others something.
        var fields = new Dictionary<string, string>(ScenarioVisitor.Settings("10")) { ["floor"] = "76" };
        var scenario = await visitor.Make(then: "compute", settings: fields);
        var order = await visitor.Ask($"/api/jobs/{await visitor.WaitForEnd(scenario)}/order");

        var cost = order.GetProperty("floorCost");
        Assert.True(cost.GetProperty("objective").GetDouble() > order.GetProperty("objective").GetDouble(), "A floor that nobody keeps of himself costs something");
        Assert.Contains("id=\"floor-cost\"", await visitor.Read($"/plan/scenarios/{scenario}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_waits_can_be_stopped_and_asked_for_again()
    {
        // Those before it keep the program busy; asked for past the pages, which are slower than the program computes.
        var others = await visitor.KeepBusy(runs: 200);
        var scenario = await visitor.Make("排队的", then: "compute");
        var job = await visitor.FindJob(scenario);

        await visitor.Post($"/plan/scenarios/{scenario}?handler=Cancel", new KeyValuePair<string, string>("run", job));
        await visitor.WaitForEnd(scenario);
        Assert.Equal("cancelled", await visitor.StateOf(scenario));

        await visitor.Stop(others);
        await visitor.Post($"/plan/scenarios/{scenario}?handler=Save", [
            .. ScenarioVisitor.Settings(), new("name", "排队的"), new("question", "limit=30"), new("edit", "1"), new("then", "compute")]);
        await visitor.WaitForEnd(scenario);
        Assert.Equal("done", await visitor.StateOf(scenario));
    }

    [Fact]
    public async Task What_is_taken_off_the_list_keeps_its_link_and_can_be_put_back()
    {
        var scenario = await visitor.Make("要移去的");
        var page = $"/plan/scenarios/{scenario}";
        await visitor.Post($"{page}?handler=Delete");
        Assert.DoesNotContain("要移去的", await visitor.Read("/plan/scenarios"), StringComparison.Ordinal);
        Assert.Contains("id=\"deleted\"", await visitor.Read(page), StringComparison.Ordinal);

        await visitor.Post($"{page}?handler=Delete", new KeyValuePair<string, string>("restore", "true"));
        Assert.Contains("要移去的", await visitor.Read("/plan/scenarios"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plan/scenarios/nothing")]
    [InlineData("/api/jobs/nothing")]
    [InlineData("/api/jobs/nothing/events")]
    [InlineData("/api/jobs/nothing/order")]
    [InlineData("/api/jobs/nothing/order.csv")]
    [InlineData("/api/jobs/nothing/order.xlsx")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(address)).StatusCode);

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = await app.SignInAs(AccountRole.Planner);
        var answer = await client.PostAsync("/plan/scenarios?handler=Make", new FormUrlEncodedContent([new("name", "外来的"), new("question", "limit=30")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_order_can_be_taken_along_as_a_table_and_a_workbook()
    {
        var job = await visitor.WaitForEnd(await visitor.Make(then: "compute"));
        var table = await visitor.Read($"/api/jobs/{job}/order.csv");
        Assert.Equal(6, table.TrimEnd().Split("\r\n").Length);
        Assert.StartsWith("step,site,name,", table.TrimStart('\uFEFF'), StringComparison.Ordinal);

        var book = await visitor.Get($"/api/jobs/{job}/order.xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.Content.Headers.ContentType?.MediaType);
        Assert.Equal("PK", (await book.Content.ReadAsStringAsync())[..2]);
    }
}
