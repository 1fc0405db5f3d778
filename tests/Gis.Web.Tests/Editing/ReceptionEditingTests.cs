using System.Net;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using ServicePoint = Gis.Core.Network.ServicePoint;

namespace Gis.Web.Tests.Editing;

public sealed class ReceptionEditingTests(GisApp app) : IClassFixture<GisApp>
{
    private const string Page = "/plan/network/point/station-640104100";

    private ServicePoint Station => app.Snapshot.Network.FindPoint(PointId.Parse("station-640104100"))!;

    [Fact]
    public async Task What_visitors_must_know_is_edited_with_its_source()
    {
        var editor = await Editor.Of(app, AccountRole.CountyOfficer, "640104");
        await editor.Save(Page, ("address", "掌政镇 1 号"), ("phone", "0951-1234567"), ("way-ramp", "yes"), ("way-lift", ""), ("languages", "手语,银川话"), ("checked", "2026-04-01"), ("reception-source", "现场核对"));
        var reception = Station.Reception!;
        Assert.Equal(("掌政镇 1 号", "0951-1234567", new DateOnly(2026, 4, 1)), (reception.Address, reception.Phone, reception.Checked));
        Assert.Equal((WayIn[])[WayIn.Ramp], reception.WaysIn);
        Assert.Equal((string[])["手语", "银川话"], reception.Languages);
        Assert.Equal(new Provenance(Basis.Fact, "现场核对"), reception.Provenance);
        // The hours were left alone.
        Assert.True(reception.Hours!.Provenance.IsIllustrative);

        await editor.Save(Page, ("hours", "Mo-Fr 09:00-12:00"), ("hours-source", "电话核对"));
        Assert.Equal(("周一至周五 9:00-12:00", new Provenance(Basis.Fact, "电话核对")), (Station.Reception!.Hours!.Weekly.ToString(), Station.Reception.Hours.Provenance));

        await editor.Save(Page, ("hours", ""), ("address", ""), ("phone", ""), ("way-ramp", ""), ("languages", ""), ("checked", ""));
        Assert.Null(Station.Reception);
        await editor.Save(Page, ("hours", "周一 9:00-10:00"), ("hours-source", "电话核对"));
    }

    [Theory]
    [InlineData("phone", "13800000000", "phone: '13800000000' – 是手机号")]
    [InlineData("phone", "abc", "phone: 'abc'")]
    [InlineData("hours", "周一 25:00-26:00", "“25:00-26:00”不是时间")]
    [InlineData("checked", "昨天", "checked: '昨天'")]
    [InlineData("languages", "一种很长很长很长很长很长很长很长很长的语言", "languages: ")]
    [InlineData("address", "某路", "reception-source: ''")]
    public async Task A_field_that_is_wrong_is_named_with_what_would_be_right(string field, string value, string fault)
    {
        var editor = await Editor.Of(app);
        var fields = await editor.Open("/plan/network/point/centre-640104");
        (fields[field], fields["reason"]) = (value, "测试");
        var answer = await editor.Post("/plan/network/point/centre-640104?handler=Save", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(fault, await Editor.Faults(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_hours_do_not_keep_the_source_of_what_stood_in_for_them()
    {
        var editor = await Editor.Of(app);
        var fields = await editor.Open("/plan/network/point/centre-640104");
        (fields["hours"], fields["reason"]) = ("周一 9:00-10:00", "测试");
        Assert.Contains("hours-source", await Editor.Faults(await editor.Post("/plan/network/point/centre-640104?handler=Save", fields)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-20", "2026-12-01", "", "施工", "to: ")]
    [InlineData("2026-12-01", "2027-12-02", "", "施工", "to: ")]
    [InlineData("x", "2026-12-01", "", "施工", "from: ")]
    [InlineData("2026-12-01", "2026-12-20", "一直", "施工", "special: ")]
    [InlineData("2026-12-01", "2026-12-20", "", "", "why: ")]
    public async Task Special_hours_that_cannot_be_are_named(string from, string to, string hours, string why, string fault)
    {
        var answer = await Give(await Editor.Of(app), "/plan/network/point/centre-640104", from, to, hours, why);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(fault, await Editor.Faults(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Special_hours_may_hold_for_a_year_and_not_overlap_and_go_with_their_point()
    {
        const string Address = "/plan/network/point/room-640121104201";
        var editor = await Editor.Of(app, AccountRole.CountyOfficer, "640121");
        Assert.Equal(HttpStatusCode.Redirect, (await Give(editor, Address, "2026-12-01", "2027-12-01", "每天 9:00-11:00", "农忙")).StatusCode);
        var overlap = await Give(editor, Address, "2027-12-01", "2027-12-02", "", "施工");
        Assert.Contains("from: ", await Editor.Faults(overlap), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Give(editor, Address, "2027-12-02", "2027-12-02", "", "施工")).StatusCode);
        Assert.Contains("登记临时开放时间", await editor.Read("/plan/history"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Editor.Of(app, AccountRole.CountyOfficer, "640104")).Get(Address)).StatusCode);

        var fields = await editor.Open(Address, "remove");
        fields["reason"] = "撤点";
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Post(Address + "?handler=Remove", fields)).StatusCode);
        Assert.Empty(app.Snapshot.Network.ListSpecialHoursOf(PointId.Parse("room-640121104201")));
    }

    private static async Task<HttpResponseMessage> Give(Editor editor, string address, string from, string to, string hours, string why)
    {
        var fields = await editor.Open(address, "special");
        (fields["from"], fields["to"], fields["special"], fields["why"]) = (from, to, hours, why);
        return await editor.Post(address + "?handler=Special", fields);
    }
}
