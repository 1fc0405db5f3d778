using System.Net;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Network;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Editing;

/// <summary>What is refused changes nothing, so one program serves all of these.</summary>
public sealed class EditingRefusalTests(GisApp app) : IClassFixture<GisApp>
{
    [Theory]
    [InlineData("name", "", "1 到 200")]
    [InlineData("stage", "burnt", "应从列表中选")]
    [InlineData("bank", "north", "应从列表中选")]
    [InlineData("at", "38.4872, 106.2309", "经度, 纬度")]
    [InlineData("at", "somewhere", "经度, 纬度")]
    [InlineData("accuracy", "0.009", "0.01 到 50000")]
    [InlineData("accuracy", "50000.1", "0.01 到 50000")]
    [InlineData("position-source", "", "位置从哪里来")]
    [InlineData("datum", "mars", "应从列表中选")]
    [InlineData("reason", "", "1 到 200 个字")]
    public async Task What_is_filled_in_wrongly_is_named_and_nothing_is_saved(string field, string value, string words)
    {
        var editor = await Editor.Of(app);
        var fields = await editor.Open(Editor.Room);
        (fields["at"], fields["accuracy"], fields["position-source"], fields["reason"]) = ("106.3, 38.4", "5", "测量", "试");
        fields[field] = value;
        var answer = await editor.Post(Editor.Room + "?handler=Save", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var faults = await Editor.Faults(answer);
        Assert.Contains(words, faults, StringComparison.Ordinal);
        Assert.Contains(field, faults, StringComparison.Ordinal);
        Assert.Equal(1, app.Services.GetRequiredService<CurrentNetwork>().Version);
    }

    [Theory]
    [InlineData(AccountRole.CountyOfficer, "640104", HttpStatusCode.OK)]
    [InlineData(AccountRole.CountyOfficer, "640105", HttpStatusCode.Forbidden)]
    [InlineData(AccountRole.VillageClerk, "640104100201", HttpStatusCode.OK)]
    [InlineData(AccountRole.VillageClerk, "640104100202", HttpStatusCode.Forbidden)]
    [InlineData(AccountRole.FirmMember, null, HttpStatusCode.Forbidden)]
    [InlineData(AccountRole.Auditor, null, HttpStatusCode.Forbidden)]
    [InlineData(AccountRole.Administrator, null, HttpStatusCode.Forbidden)]
    public async Task Only_those_it_belongs_to_may_change_a_record(AccountRole role, string? scope, HttpStatusCode status)
    {
        var editor = await Editor.Of(app, role, scope);
        Assert.Equal(status, (await editor.Get(Editor.Room)).StatusCode);
        // The fields and the token of somebody who may.
        var planner = await (await Editor.Of(app)).Open(Editor.Room);
        planner["reason"] = "越权";
        planner["name"] = "越权";
        if (status == HttpStatusCode.Forbidden)
            Assert.NotEqual(HttpStatusCode.Found, (await editor.Post(Editor.Room + "?handler=Save", planner)).StatusCode);
        Assert.NotEqual("越权", app.Snapshot.Network.FindPoint(PointId.Parse("room-640104100201"))!.Name);
    }
}
