using System.Net;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Web.Layout;
using Gis.Web.Tests.Accounts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Editing;

public sealed class ContactTests : IDisposable
{
    private const string Site = "/sites/room-640104100201";

    private readonly GisApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_adviser_is_named_from_the_first_day_of_a_consent_and_one_click_erases_it()
    {
        var planner = await Editor.Of(app);
        await Record(planner);
        Assert.Contains("王某 13800000000", Plain(await planner.Read("/plan/contacts")), StringComparison.Ordinal);
        Assert.Contains("tel:13800000000", await planner.Read(Site), StringComparison.Ordinal);

        var id = (await Store.ListAsync())[0].Id;
        var fields = await planner.Open("/plan/contacts", "consent-form");
        fields["id"] = id;
        Assert.Equal(HttpStatusCode.Found, (await planner.Post("/plan/contacts?handler=Withdraw", fields)).StatusCode);
        Assert.DoesNotContain("13800000000", await planner.Read(Site), StringComparison.Ordinal);
        var withdrawn = (await Store.ListAsync())[0];
        Assert.Equal(("", "", ""), (withdrawn.PersonName, withdrawn.Phone, withdrawn.Consent));
        Assert.DoesNotContain("王某", string.Join('\n', LogText()), StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", string.Join('\n', LogText()), StringComparison.Ordinal);
        Assert.Contains("contact.withdraw", string.Join('\n', LogText()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_holds_from_its_beginning_to_just_before_its_end()
    {
        var (village, start) = (Gis.Core.Network.AreaCode.Parse("640104100201"), new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        var contact = new AdviserContact("c", village, null, "王某", "13800000000", "表", start, start.AddDays(1));
        Assert.False(contact.IsPublic(start.AddTicks(-1)));
        Assert.True(contact.IsPublic(start));
        Assert.True(contact.IsPublic(start.AddDays(1).AddTicks(-1)));
        Assert.False(contact.IsPublic(start.AddDays(1)));
        Assert.False((contact with { Withdrawn = start }).IsPublic(start));

        var account = await app.AddAccount(AccountRole.Planner);
        await Store.RecordAsync(contact, new AccountOrder(account.Id, "r", "640100", start));
        Assert.Equal(0, await Store.PurgeAsync(contact.Expires + ContactStore.Grace - TimeSpan.FromMilliseconds(1)));
        Assert.Equal(1, await Store.PurgeAsync(contact.Expires + ContactStore.Grace));
        Assert.Equal("", (await Store.ListAsync())[0].PersonName);
    }

    [Fact]
    public async Task What_is_filled_in_wrongly_is_named_and_nothing_is_recorded()
    {
        var planner = await Editor.Of(app);
        (string Field, string Value)[] wrong =
        [
            ("village", "640104999999"), ("firm", "nobody"), ("person", ""), ("phone", "call me"), ("phone", "=1+1"), ("consent", ""),
            ("from", "2026-13-01"), ("to", "2020-01-01"), ("to", "2099-01-01"),
        ];
        foreach (var (field, value) in wrong)
        {
            var answer = await Send(planner, (field, value));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(field, await Editor.Faults(answer), StringComparison.Ordinal);
        }

        Assert.Empty(await Store.ListAsync());
    }

    [Fact]
    public async Task Each_names_and_withdraws_only_what_is_the_own()
    {
        var planner = await Editor.Of(app);
        await Record(planner, ("firm", app.Snapshot.Network.Firms[1].Id));
        var id = (await Store.ListAsync())[0].Id;
        foreach (var other in new[] { await Editor.Of(app, AccountRole.CountyOfficer, "640105"), await Editor.Of(app, AccountRole.FirmMember, app.Snapshot.Network.Firms[0].Id) })
        {
            Assert.DoesNotContain("13800000000", await other.Read("/plan/contacts"), StringComparison.Ordinal);
            var fields = await other.Open("/plan/contacts", "consent-form");
            fields["id"] = id;
            Assert.NotEqual(HttpStatusCode.Found, (await other.Post("/plan/contacts?handler=Withdraw", fields)).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await Send(other, ("firm", app.Snapshot.Network.Firms[2].Id))).StatusCode);
        }

        var member = await Editor.Of(app, AccountRole.FirmMember, app.Snapshot.Network.Firms[1].Id);
        var own = await member.Open("/plan/contacts", "consent-form");
        own["id"] = id;
        Assert.Equal(HttpStatusCode.Found, (await member.Post("/plan/contacts?handler=Withdraw", own)).StatusCode);
    }

    private ContactStore Store => app.Services.GetRequiredService<ContactStore>();

    private static Task<HttpResponseMessage> Record(Editor editor, params (string Field, string Value)[] changes) => Saved(Send(editor, changes));

    private static async Task<HttpResponseMessage> Saved(Task<HttpResponseMessage> sending)
    {
        var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await Editor.Faults(answer));
        return answer;
    }

    private static async Task<HttpResponseMessage> Send(Editor editor, params (string Field, string Value)[] changes)
    {
        var fields = await editor.Open("/plan/contacts", "consent-form");
        (fields["village"], fields["person"], fields["phone"], fields["consent"]) = ("640104100201", "王某", "13800000000", "签字表第 12 号");
        (fields["from"], fields["to"]) = (Wording.Day(DateTimeOffset.UtcNow), Wording.Day(DateTimeOffset.UtcNow.AddDays(300)));
        foreach (var (field, value) in changes)
            fields[field] = value;
        return await editor.Post("/plan/contacts?handler=Record", fields);
    }

    private static string Plain(string page) => System.Text.RegularExpressions.Regex.Replace(page, "\\s+", " ");

    private List<string> LogText()
    {
        using var connection = new SqliteConnection($"Data Source={GisStore.FileIn(app.DataFolder)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT command || reason || subject FROM log UNION ALL SELECT coalesce(before, '') || coalesce(after, '') FROM log_record WHERE kind = 'contact'";
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
