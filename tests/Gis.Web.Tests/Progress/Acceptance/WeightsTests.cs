using System.Net;
using Gis.Data.Store.History;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Progress.Acceptance;

/// <summary>What is refused changes nothing, so one program serves all but the test that sets weights.</summary>
public sealed class WeightsTests(GisApp shared) : IClassFixture<GisApp>
{
    private const string Page = "/plan/acceptance/standards";

    [Fact]
    public async Task A_planner_sets_the_weights_and_every_score_follows()
    {
        using var app = new GisApp();
        var (planner, officer) = (await Inspector.Of(app), await Inspector.Officer(app));
        var room = app.Snapshot.Network.Points.First(point => point.Id.ToString().StartsWith("room-640104", StringComparison.Ordinal) && point.IsOpen).Id.ToString();
        // Facilities 7 of 8, the rest all.
        await officer.Do(room, "save", "met", ("R08", "not-met"));
        Assert.Contains("95.8 %", await officer.Read("/plan/acceptance/" + room), StringComparison.Ordinal);
        Assert.Contains("本局还没有设定", await planner.Read(Page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await Set(planner, "1", "0", "0", "87.5")).StatusCode);
        var page = await officer.Read("/plan/acceptance/" + room);
        Assert.Contains("87.5 %", page, StringComparison.Ordinal);
        // Exactly at the mark.
        Assert.Contains("达标。", page, StringComparison.Ordinal);
        await Set(planner, "1", "0", "0", "87.6");
        Assert.Contains("没到合格线", await officer.Read("/plan/acceptance/" + room), StringComparison.Ordinal);
        Assert.Contains("本局设定的", await planner.Read(Page), StringComparison.Ordinal);
        var log = await app.Services.GetRequiredService<NetworkHistory>().ListAsync(new LogFilter());
        Assert.Equal(2, log.Count(line => line is { Command: "setting.change", Reason: "局务会定的" }));
    }

    [Theory]
    [InlineData("-1", "1", "1", "80", "facilities")]
    [InlineData("1", "101", "1", "80", "staff")]
    [InlineData("1", "1", "x", "80", "work")]
    [InlineData("0", "0", "0", "80", "facilities")]
    [InlineData("1", "1", "1", "100.1", "mark")]
    [InlineData("1", "1", "1", "80.05", "mark")]
    [InlineData("1", "1", "1", "", "mark")]
    public async Task Weights_out_of_range_are_named_and_not_set(string facilities, string staff, string work, string mark, string field)
    {
        var planner = await Inspector.Of(shared);
        var answer = await Set(planner, facilities, staff, work, mark);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await Inspector.Faults(answer), StringComparison.Ordinal);
        Assert.Contains("本局还没有设定", await planner.Read(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_reads_the_standards_and_an_officer_does_not_set_weights()
    {
        var nobody = new Inspector(shared.CreateClient());
        Assert.Null(Inspector.FormOf(await nobody.Read(Page), "weights-form"));
        Assert.Contains("三(一)2(3)", await nobody.Read(Page), StringComparison.Ordinal);
        Assert.Contains("§3(1)3(3), §3(3)", await nobody.Read("/en" + Page), StringComparison.Ordinal);
        var fields = await (await Inspector.Of(shared)).Open(Page, "weights-form");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Inspector.Officer(shared)).SendAsOwn(Page, fields)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Set(Inspector planner, string facilities, string staff, string work, string mark)
    {
        var fields = (await planner.Open(Page, "weights-form")).Where(each => each.Key.StartsWith('_'));
        return await planner.Post(Page, fields.Concat(new Dictionary<string, string> { ["facilities"] = facilities, ["staff"] = staff, ["work"] = work, ["mark"] = mark, ["reason"] = "局务会定的" }));
    }
}
