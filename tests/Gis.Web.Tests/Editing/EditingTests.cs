using System.Net;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Microsoft.Extensions.DependencyInjection;
using ServicePoint = Gis.Core.Network.ServicePoint;

namespace Gis.Web.Tests.Editing;

public sealed class EditingTests : IDisposable
{
    private readonly GisApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_change_is_served_at_once_and_everywhere()
    {
        var editor = await Editor.Of(app);
        var before = app.Snapshot;
        await editor.Save(Editor.Room, ("name", "改名后的工作室"), ("stage", "planned"), ("stage-source", "现场看过"));
        Assert.Equal("改名后的工作室", Room.Name);
        Assert.Equal((Stage.Planned, new Provenance(Basis.Fact, "现场看过")), (Room.Stage, Room.StageProvenance));
        Assert.Contains("改名后的工作室", await editor.Read("/sites/room-640104100201"), StringComparison.Ordinal);
        Assert.NotEqual(before.Network.Version, app.Snapshot.Network.Version);
    }

    [Fact]
    public async Task The_list_of_records_goes_on_to_its_second_page()
    {
        var editor = await Editor.Of(app);
        var (first, second) = (await editor.Read("/plan/network"), await editor.Read("/plan/network?page=2"));
        Assert.Contains("第 2 页", second, StringComparison.Ordinal);
        Assert.Contains("/plan/network/point/centre-640104", first, StringComparison.Ordinal);
        Assert.DoesNotContain("/plan/network/point/centre-640104", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_as_it_was_shown_changes_nothing()
    {
        var editor = await Editor.Of(app);
        foreach (var address in new[] { Editor.Room, "/plan/network/village/640104100201", $"/plan/network/firm/{app.Snapshot.Network.Firms[0].Id}" })
        {
            var fields = await editor.Open(address);
            fields["reason"] = "看看";
            var answer = await editor.Post(address + "?handler=Save", fields);
            Assert.Contains("id=\"unchanged\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(1, app.Services.GetRequiredService<Gis.Web.Network.CurrentNetwork>().Version);
    }

    [Fact]
    public async Task A_form_that_shows_what_is_no_longer_so_is_answered_412_with_both_versions()
    {
        var (one, other) = (await Editor.Of(app), await Editor.Of(app));
        var stale = await one.Open(Editor.Room);
        await other.Save(Editor.Room, ("name", "别人改的"));
        stale["name"] = "我改的";
        stale["reason"] = "晚了";
        var answer = await one.Post(Editor.Room + "?handler=Save", stale);
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        var conflict = await Editor.Faults(answer);
        Assert.Contains("别人改的", conflict, StringComparison.Ordinal);
        Assert.Contains("我改的", conflict, StringComparison.Ordinal);
        Assert.Equal("别人改的", Room.Name);
    }

    [Fact]
    public async Task Many_who_edit_at_once_lose_nothing()
    {
        var editors = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Editor.Of(app)));
        await Task.WhenAll(editors.Select(async (editor, index) =>
        {
            for (var done = 0; done < 5;)
            {
                var fields = await editor.Open(Editor.Room);
                fields["name"] += $"·{index}";
                fields["reason"] = "并发";
                done += (await editor.Post(Editor.Room + "?handler=Save", fields)).StatusCode == HttpStatusCode.Found ? 1 : 0;
            }
        }));
        Assert.Equal(Enumerable.Range(0, 8).SelectMany(index => Enumerable.Repeat($"{index}", 5)), Room.Name.Split('·').Skip(1).Order());
        Assert.Equal(41, app.Services.GetRequiredService<Gis.Web.Network.CurrentNetwork>().Version);
    }

    [Theory]
    [InlineData("0.01")]
    [InlineData("50000")]
    public async Task The_least_and_the_greatest_accuracy_count(string accuracy)
    {
        var editor = await Editor.Of(app);
        await editor.Save(Editor.Room, ("at", "106.3, 38.4"), ("accuracy", accuracy), ("position-source", "测量"), ("placement", "surveyed"));
        Assert.Equal(LonLat.Of(106.3, 38.4), Room.Position!.At);
    }

    [Fact]
    public async Task Coordinates_from_a_shifted_map_are_put_right()
    {
        var editor = await Editor.Of(app);
        await editor.Save(Editor.Room, ("at", "106.3, 38.4"), ("datum", "gcj02"), ("accuracy", "20"), ("position-source", "高德地图"), ("placement", "approximate"));
        Assert.InRange(Geodesic.Distance(Room.Position!.At, LonLat.Of(106.3, 38.4)).Value, 100, 1000);
    }

    [Fact]
    public async Task A_point_may_be_removed_and_brought_back_and_added()
    {
        var editor = await Editor.Of(app);
        var room = Room;
        var fields = await editor.Open(Editor.Room, "remove");
        fields["reason"] = "并入邻村";
        var removed = await editor.Post(Editor.Room + "?handler=Remove", fields);
        Assert.Equal(HttpStatusCode.Found, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Get("/sites/room-640104100201")).StatusCode);

        var entry = removed.Headers.Location!.ToString();
        var undo = await editor.Open(entry, "undo");
        undo["reason"] = "弄错了";
        Assert.Equal(HttpStatusCode.Found, (await editor.Post(entry + "?handler=Undo", undo)).StatusCode);
        Assert.Equal(room, Room);

        var add = await editor.Open("/plan/network/add?area=640104100201");
        (add["reason"], add["stage-source"]) = ("再建一个", "2026 年计划");
        var added = await editor.Post("/plan/network/add?area=640104100201", add);
        Assert.StartsWith("/plan/network/point/room-640104100201-2?saved=", added.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_what_was_changed_again_since_shows_both()
    {
        var editor = await Editor.Of(app);
        var first = await editor.Save(Editor.Room, ("name", "第一次"));
        await editor.Save(Editor.Room, ("name", "第二次"));
        var undo = await editor.Open($"/plan/history/{first}", "undo");
        undo["reason"] = "撤";
        var answer = await editor.Post($"/plan/history/{first}?handler=Undo", undo);
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Contains("第二次", await Editor.Faults(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_version_is_seen_compared_and_exported()
    {
        var editor = await Editor.Of(app);
        var name = Room.Name;
        await editor.Save(Editor.Room, ("name", "新名字"));
        var page = await editor.Read("/plan/history/versions/1");
        Assert.Contains("1 条记录不同", page, StringComparison.Ordinal);
        Assert.Contains("新名字", page, StringComparison.Ordinal);
        Assert.Contains(name, page, StringComparison.Ordinal);
        Assert.Contains("一模一样", await editor.Read("/plan/history/versions/1?with=1"), StringComparison.Ordinal);
        Assert.Contains(name, await editor.Read("/api/versions/1/points.csv"), StringComparison.Ordinal);
        Assert.Contains("新名字", await editor.Read("/api/versions/2/points.csv"), StringComparison.Ordinal);
        Assert.Equal("image/png", (await editor.Get("/maps/versions/1.png")).Content.Headers.ContentType!.MediaType);
        Assert.Equal("SQLite"u8.ToArray(), (await (await editor.Get("/api/versions/1/network.gpkg")).Content.ReadAsByteArrayAsync())[..6]);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Get("/plan/history/versions/3")).StatusCode);
    }

    [Fact]
    public async Task A_member_of_a_firm_changes_the_own_firm_and_no_other()
    {
        var firms = app.Snapshot.Network.Firms;
        var editor = await Editor.Of(app, AccountRole.FirmMember, firms[1].Id);
        await editor.Save($"/plan/network/firm/{firms[1].Id}", ("lawyers", "17"));
        Assert.Equal(17, app.Snapshot.Network.Firms[1].Lawyers);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Get($"/plan/network/firm/{firms[0].Id}")).StatusCode);
    }

    [Fact]
    public async Task An_officer_undoes_only_what_lies_in_the_own_county()
    {
        var planner = await Editor.Of(app);
        var entry = await planner.Save(Editor.Room, ("name", "新"));
        var undo = await planner.Open($"/plan/history/{entry}", "undo");
        undo["reason"] = "越权";
        var officer = await Editor.Of(app, AccountRole.CountyOfficer, "640105");
        Assert.DoesNotContain("id=\"undo\"", await officer.Read($"/plan/history/{entry}"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Found, (await officer.Post($"/plan/history/{entry}?handler=Undo", undo)).StatusCode);
        Assert.Equal("新", Room.Name);
    }

    [Fact]
    public async Task The_list_holds_what_the_reader_may_change()
    {
        Assert.Contains("共 1 条", await (await Editor.Of(app, AccountRole.FirmMember)).Read("/plan/network"), StringComparison.Ordinal);
        Assert.Contains("共 2 条", await (await Editor.Of(app, AccountRole.VillageClerk, "640104100201")).Read("/plan/network"), StringComparison.Ordinal);
        var page = await (await Editor.Of(app)).Read("/plan/network?q=room-640104100201");
        Assert.Contains("共 1 条", page, StringComparison.Ordinal);
        Assert.Contains("没有这样的记录", await (await Editor.Of(app)).Read("/plan/network?q=nothing-like-it"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_auditor_reads_the_log_and_checks_it()
    {
        var editor = await Editor.Of(app);
        await editor.Save(Editor.Room, ("name", "新"));
        var auditor = await Editor.Of(app, AccountRole.Auditor);
        Assert.Contains("因为测试", await auditor.Read("/admin/log"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await editor.Get("/admin/log")).StatusCode);
    }

    [Fact]
    public async Task What_another_program_saves_is_served_within_seconds()
    {
        _ = app.Snapshot;
        using var other = await GisStore.OpenAsync(app.DataFolder);
        var network = (await other.LoadAsync())!;
        var room = network.FindPoint(Room.Id)!;
        await other.EditAsync(new("point.change", "elsewhere", [new RecordChange(room, room with { Name = "别处改的" })]), DateTimeOffset.UtcNow);
        for (var waits = 0; Room.Name != "别处改的"; waits++)
        {
            Assert.True(waits < 300, "It was not taken up in 30 s.");
            await Task.Delay(100);
        }
    }

    private ServicePoint Room => app.Snapshot.Network.FindPoint(PointId.Parse("room-640104100201"))!;
}
