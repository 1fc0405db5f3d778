using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Pairing;
using Gis.Web.Layout;
using Gis.Web.Network;
using Gis.Web.Pairing;
using Gis.Web.Pairing.Months;
using Gis.Web.Tests.Accounts;
using Gis.Web.Tests.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Pairing;

/// <summary>Rounds of two-way choice through their pages, by bureau, firm and village.</summary>
public sealed class RoundTests : IDisposable
{
    private readonly GisApp app = new();

    public void Dispose() => app.Dispose();

    private Firm Firm => app.Snapshot.Network.Firms[0];

    private Village Village => app.Snapshot.Network.Villages[0];

    private RoundStore Rounds => app.Services.GetRequiredService<RoundStore>();

    [Fact]
    public async Task A_round_goes_from_its_opening_to_pairs_that_stand()
    {
        var (planner, firm, clerk) = (await Editor.Of(app), await Editor.Of(app, AccountRole.FirmMember), await Editor.Of(app, AccountRole.VillageClerk));
        var address = await Open(planner);
        await Wish(firm, "/firm", Village.Code.Digits);
        await Wish(clerk, "/village", Firm.Id);
        Assert.Contains($"1 / {app.Snapshot.Network.Villages.Length} 已提交", await planner.Read(address), StringComparison.Ordinal);
        await Step(planner, address, RoundAct.Close);
        await Step(planner, address, RoundAct.Propose);
        var proposal = (await Rounds.ListAsync())[0].Proposal!;
        Assert.Equal(app.Snapshot.Network.Villages.Length, proposal.Pairs.Length + proposal.Unserved.Length);
        Assert.Equal(Firm.Id, proposal.Of(Village.Code.Digits)!.Firm);
        Assert.Contains(Village.Name, await firm.Read("/firm"), StringComparison.Ordinal);
        Assert.Contains(Firm.Name, await clerk.Read("/village"), StringComparison.Ordinal);
        await Step(planner, address, RoundAct.Confirm);
        await Step(planner, address, RoundAct.Publish);
        Assert.Equal(proposal.Pairs.Length, (await Rounds.ListPairsAsync()).Length);
        Assert.Contains("id=\"standing\"", await clerk.Read("/village"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_round_with_everybodys_wishes_serves_every_village_and_its_months_add_up()
    {
        var client = await app.SignInAs(AccountRole.Planner);
        var planner = new Editor(client);
        var address = await Open(planner);
        Assert.Equal(HttpStatusCode.Found, (await Bring(client, address, WishesOfAll())).StatusCode);
        foreach (var act in new[] { RoundAct.Close, RoundAct.Propose, RoundAct.Confirm, RoundAct.Publish })
            await Step(planner, address, act);
        var proposal = (await Rounds.ListAsync())[0].Proposal!;
        Assert.Empty(proposal.Blocking);
        Assert.True(proposal.IsProven);
        Assert.Equal(app.Snapshot.Network.Villages.Length, proposal.Pairs.Length + proposal.Unserved.Length);
        Assert.All(proposal.Unserved, none => Assert.True(none.Room < none.Among));
        Assert.InRange(proposal.Pairs.Count(pair => pair.VillageRank is not null), proposal.Pairs.Length / 2, proposal.Pairs.Length);
        Assert.Equal(proposal.Travel.Value, proposal.Pairs.Sum(pair => pair.Way!.Value.Value), 6);

        var months = await app.Services.GetRequiredService<MonthDesk>().PlanAll(new Month(2027, 3), default);
        Assert.Equal(proposal.Pairs.Length, months.Sum(month => month.Villages.Length));
        foreach (var (month, plan) in months.Where(month => month.Plan is not null).Select(month => (month, month.Plan!)))
        {
            Assert.Equal(4.0 * month.Villages.Length, plan.OnSite.Value, 9);
            Assert.Equal(plan.Hours.Value, plan.Advisers.Sum(adviser => adviser.Days.Sum(day => day.Away.Value)) / 60, 9);
            Assert.All(plan.Advisers, adviser => Assert.True(adviser.Hours.Value <= adviser.Available.Value + 1e-9));
        }
    }

    // Both sides wish for who is near; the nearest two are equals, and each village and firm refuses one.
    private string WishesOfAll()
    {
        var (network, ways) = (app.Snapshot.Network, app.Services.GetRequiredService<PairingTravel>().By(TravelMode.Car));
        static string Write(IEnumerable<string> nearest) => nearest.ToList() is [var first, var second, .. var rest] ? $"({first} {second}) {string.Join(' ', rest)}" : "";
        var lines = new List<string> { "side,id,wishes,refused,others,capacity" };
        foreach (var village in network.Villages)
        {
            var near = network.Firms.OrderBy(firm => ways.Between(village.Code, firm.Id)?.Time ?? new Minutes(1e6)).Select(firm => firm.Id).ToList();
            lines.Add($"village,{village.Code},{Write(near.Take(8))},{near[8]},any,");
        }

        foreach (var firm in network.Firms)
        {
            var near = network.Villages.OrderBy(village => ways.Between(village.Code, firm.Id)?.Time ?? new Minutes(1e6)).Select(village => village.Code.Digits).ToList();
            lines.Add($"firm,{firm.Id},{Write(near.Take(20))},{near[20]},any,");
        }

        return string.Join('\n', lines);
    }

    [Fact]
    public async Task An_objection_upheld_parts_the_pair_and_changes_as_few_others_as_can_be()
    {
        var (planner, clerk) = (await Editor.Of(app), await Editor.Of(app, AccountRole.VillageClerk));
        var address = await Open(planner);
        await Wish(clerk, "/village", Firm.Id);
        await Step(planner, address, RoundAct.Close);
        await Step(planner, address, RoundAct.Propose);
        var before = (await Rounds.ListAsync())[0].Proposal!;
        var objection = await clerk.Open("/village", "object");
        objection["reason"] = "上一年没有来过";
        Assert.Equal(HttpStatusCode.Found, (await clerk.Post("/village?handler=Object", objection)).StatusCode);

        Assert.Contains("还有 1 条异议没有答复", await Refused(planner, address, RoundAct.Confirm), StringComparison.Ordinal);
        var made = Assert.Single(await app.Services.GetRequiredService<WishStore>().ListObjectionsAsync(address.Split('/')[^1]));
        var answer = await planner.Open(address, $"answer-{made.Id}");
        (answer["answer"], answer["state"]) = ("换一家", "upheld");
        Assert.Equal(HttpStatusCode.Found, (await planner.Post(address + "?handler=Answer", answer)).StatusCode);
        Assert.Contains("请先重新配对", await Refused(planner, address, RoundAct.Confirm), StringComparison.Ordinal);
        await Step(planner, address, RoundAct.Propose);
        var after = (await Rounds.ListAsync())[0].Proposal!;
        Assert.NotEqual(Firm.Id, after.Of(Village.Code.Digits)?.Firm);
        Assert.InRange(before.Pairs.Count(pair => after.Of(pair.Village)?.Firm != pair.Firm), 1, 3);
        await Step(planner, address, RoundAct.Confirm);
        Assert.Contains("换一家", await clerk.Read("/village"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_lawyer_leaves_a_published_round_is_paired_anew_and_only_whom_it_must_change_changes()
    {
        var planner = await Editor.Of(app);
        var address = await Open(planner);
        foreach (var act in new[] { RoundAct.Close, RoundAct.Propose, RoundAct.Confirm, RoundAct.Publish })
            await Step(planner, address, act);
        var before = await Rounds.ListPairsAsync();
        var (firm, served) = before.CountBy(pair => pair.Firm).MaxBy(each => each.Value);
        var room = await planner.Open(address, "room");
        (room["firm"], room["villages"], room["reason"]) = (firm, $"{served - 1}", "一名律师调走了");
        Assert.Equal(HttpStatusCode.Found, (await planner.Post(address + "?handler=Room", room)).StatusCode);

        await Step(planner, address, RoundAct.Propose);
        Assert.Equal(before.AsEnumerable(), (await Rounds.ListPairsAsync()).AsEnumerable());
        var round = (await Rounds.ListAsync())[0];
        Assert.Equal(1, before.Count(pair => round.Proposal!.Of(pair.Village)?.Firm != pair.Firm));
        Assert.Contains("1 个村换顾问,其余不变", await planner.Read(address), StringComparison.Ordinal);
        await Step(planner, address, RoundAct.Confirm);
        await Step(planner, address, RoundAct.Publish);
        Assert.Equal(served - 1, (await Rounds.ListPairsAsync()).Count(pair => pair.Until is null && pair.Firm == firm));
    }

    [Fact]
    public async Task Room_that_is_no_number_or_of_no_firm_is_named_and_an_older_round_is_not_paired_anew()
    {
        var planner = await Editor.Of(app);
        var old = await Open(planner);
        foreach (var act in new[] { RoundAct.Close, RoundAct.Propose, RoundAct.Confirm, RoundAct.Publish })
            await Step(planner, old, act);
        var room = await planner.Open(old, "room");
        (room["firm"], room["villages"], room["reason"]) = ("firm-999", "-1", "因为测试");
        var faults = await Editor.Faults(await planner.Post(old + "?handler=Room", room));
        Assert.Contains("firm:", faults, StringComparison.Ordinal);
        Assert.Contains("villages:", faults, StringComparison.Ordinal);
        var step = await planner.Open(old, "step");
        await Open(planner);
        Assert.DoesNotContain("id=\"step\"", await planner.Read(old), StringComparison.Ordinal);
        (step["reason"], step["act"]) = ("因为测试", RoundAct.Propose.Written());
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.Post(old + "?handler=Step", step)).StatusCode);
    }

    [Fact]
    public async Task Villages_that_no_firm_takes_are_advised_by_legal_workers_who_are_counted_and_not_named()
    {
        await Employ(app.Snapshot.Network.Points.Where(point => point.Tier == Tier.Station).Select(station => new Staff(station.Id, Post.LegalWorker, 2, null, new Provenance(Basis.Fact, "司法所名册"))));
        var planner = await Editor.Of(app);
        var address = await Open(planner, limit: "10");
        foreach (var act in new[] { RoundAct.Close, RoundAct.Propose, RoundAct.Confirm, RoundAct.Publish })
            await Step(planner, address, act);
        var proposal = (await Rounds.ListAsync())[0].Proposal!;
        var helped = proposal.Pairs.Where(pair => pair.Firm.EndsWith("/legal-worker", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(helped);
        Assert.All(helped.CountBy(pair => pair.Firm), station => Assert.InRange(station.Value, 1, 4));
        Assert.All(helped, pair => Assert.Equal(PairSource.Placed, pair.Source));
        Assert.All(helped, pair => Assert.InRange(pair.Way!.Value.Value, 0, 10));
        var station = app.Snapshot.Network.FindPoint(helped[0].Firm.Split('/')[0])!;
        Assert.Contains($"{station.Name}基层法律服务工作者", await planner.Read(address), StringComparison.Ordinal);
        var board = WebUtility.HtmlDecode(await app.CreateClient().GetStringAsync($"/advisers/{helped[0].Village}"));
        Assert.Contains($"{station.Name}基层法律服务工作者", board, StringComparison.Ordinal);
    }

    private async Task Employ(IEnumerable<Staff> staff)
    {
        var saved = Assert.IsType<EditOutcome.Saved>(await app.Services.GetRequiredService<GisStore>().EditAsync(
            new NetworkEdit("staff.add", "因为测试", [.. staff.Select(post => new RecordChange(null, post))]), app.Clock.GetUtcNow()));
        app.Services.GetRequiredService<CurrentNetwork>().Serve(saved.Version, saved.Network);
    }

    [Fact]
    public async Task The_pair_of_a_village_is_explained_and_so_is_one_that_is_not()
    {
        var planner = await Editor.Of(app);
        var address = await Open(planner);
        await Step(planner, address, RoundAct.Close);
        Assert.Contains("还没有配对", await planner.Read(address + "/why"), StringComparison.Ordinal);
        await Step(planner, address, RoundAct.Propose);
        var pair = (await Rounds.ListAsync())[0].Proposal!.Pairs[0];
        Assert.Contains("配在一起了", await planner.Read($"{address}/why?village={pair.Village}&firm={pair.Firm}"), StringComparison.Ordinal);
        var other = app.Snapshot.Network.Firms.First(firm => firm.Id != pair.Firm && firm.Office is not null).Id;
        var page = await planner.Read($"{address}/why?village={pair.Village}&firm={other}");
        Assert.DoesNotContain("配在一起了", page, StringComparison.Ordinal);
        Assert.Contains("id=\"why-answer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wishes_that_contradict_themselves_are_named_and_nothing_is_kept()
    {
        var (planner, firm) = (await Editor.Of(app), await Editor.Of(app, AccountRole.FirmMember));
        await Open(planner);
        var fields = (await firm.Open("/firm/pairing", "wishes")).Where(field => field.Key != "no").ToList();
        fields.RemoveAll(field => field.Key is "capacity" or "others" || field.Key.StartsWith("place-", StringComparison.Ordinal));
        fields.AddRange([new("place-" + Village.Code, "1"), new("no", Village.Code.Digits), new("place-999999999999", "2"), new("capacity", "-1"), new("others", "some"), new("then", "submit")]);
        var answer = await firm.Post("/firm/pairing?handler=Wishes", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var faults = await Editor.Faults(answer);
        foreach (var field in new[] { "place-" + Village.Code, "place-999999999999", "capacity", "others" })
            Assert.Contains(field, faults, StringComparison.Ordinal);
        Assert.Empty(await app.Services.GetRequiredService<WishStore>().ListAsync((await Rounds.ListAsync())[0].Id));
    }

    [Fact]
    public async Task A_list_with_a_wrong_row_is_refused_with_its_row_and_column()
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        var address = await Open(new Editor(planner));
        (string List, string Named)[] wrong =
        [
            ("side,id,wishes\nvillage,999999999999,\n", "行 2 id"),
            ("side,id,wishes\nroom,1,\n", "行 2 side"),
            ("side,id,wishes\nfirm,firm-001,999999999999\n", "行 2 wishes"),
            ("side,id,wishes\nfirm,firm-001,(640104100201\n", "行 2 wishes"),
            ("side,id,wishes\nfirm,firm-001,640104100201 640104100201\n", "行 2 wishes"),
            ("side,id,wishes,capacity\nfirm,firm-001,,-3\n", "行 2 capacity"),
            ("side,id,wishes\nfirm,firm-001,\nfirm,firm-001,\n", "行 3 id"),
            ("side,id\nfirm,firm-001\n", "file"),
        ];
        foreach (var (list, named) in wrong)
        {
            var answer = await Bring(planner, address, list);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(named, await Editor.Faults(answer), StringComparison.Ordinal);
        }

        Assert.Empty(await app.Services.GetRequiredService<WishStore>().ListAsync(address.Split('/')[^1]));
    }

    [Fact]
    public async Task A_list_of_wishes_comes_in_and_goes_out_again_as_it_was()
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        var address = await Open(new Editor(planner));
        var list = $"side,id,wishes,refused,others,capacity\nfirm,{Firm.Id},({Village.Code} 640104001001),,refused,4\nvillage,{Village.Code},{Firm.Id},firm-002,any,\n"
            .Replace("640104001001", app.Snapshot.Network.Villages[1].Code.Digits, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await Bring(planner, address, list)).StatusCode);
        var sheets = await app.Services.GetRequiredService<WishStore>().ListAsync(address.Split('/')[^1]);
        Assert.Equal([4, null], sheets.Select(sheet => sheet.Capacity));
        var workbook = await planner.GetAsync("/api" + address + "/wishes.xlsx");
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await Bring(planner, address, await workbook.Content.ReadAsByteArrayAsync(), "wishes.xlsx")).StatusCode);
        var again = await app.Services.GetRequiredService<WishStore>().ListAsync(address.Split('/')[^1]);
        Assert.Equal(sheets.Select(sheet => (sheet.Owner, sheet.Wishes.ToString(), sheet.Capacity)), again.Take(2).Select(sheet => (sheet.Owner, sheet.Wishes.ToString(), sheet.Capacity)));
        Assert.Equal(app.Snapshot.Network.Villages.Length + app.Snapshot.Network.Firms.Length, again.Length);
    }

    [Fact]
    public async Task A_round_with_wrong_rules_is_refused_field_by_field()
    {
        var planner = await Editor.Of(app);
        var fields = await planner.Open("/plan/pairing", "open-round");
        foreach (var (field, value) in new[] { ("name", ""), ("limit", "0"), ("perLawyer", "x"), ("mode", "boat"), ("aim", "best"), ("seed", "-1"), ("closes", "2026-02-30"), ("reason", "因为测试") })
            fields[field] = value;
        var answer = await planner.Post("/plan/pairing", fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var faults = await Editor.Faults(answer);
        foreach (var field in new[] { "name", "limit", "perLawyer", "mode", "aim", "seed", "closes" })
            Assert.Contains(field + ":", faults, StringComparison.Ordinal);
        Assert.Empty(await Rounds.ListAsync());
    }

    [Fact]
    public async Task The_pairs_are_files_with_the_numbers_of_the_page()
    {
        var client = await app.SignInAs(AccountRole.Planner);
        var planner = new Editor(client);
        var address = await Open(planner);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api" + address + "/pairs.csv")).StatusCode);
        await Step(planner, address, RoundAct.Close);
        await Step(planner, address, RoundAct.Propose);
        var lines = (await client.GetStringAsync("/api" + address + "/pairs.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var proposal = (await Rounds.ListAsync())[0].Proposal!;
        Assert.Equal(proposal.Pairs.Length + 1, lines.Length);
        Assert.Contains($">{Wording.Number(proposal.Pairs.Length)}</dd>", await planner.Read(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api" + address + "/pairs.xlsx")).StatusCode);
    }

    private static async Task<string> Open(Editor planner, string limit = "60")
    {
        var fields = await planner.Open("/plan/pairing", "open-round");
        (fields["reason"], fields["aim"], fields["limit"]) = ("因为测试", "village-best", limit);
        var answer = await planner.Post("/plan/pairing", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await Editor.Faults(answer));
        return answer.Headers.Location!.ToString();
    }

    private static async Task Wish(Editor editor, string root, string first)
    {
        var fields = (await editor.Open(root + "/pairing", "wishes")).Where(field => field.Key is not "no").ToDictionary();
        (fields["place-" + first], fields["others"], fields["then"]) = ("1", "any", "submit");
        var answer = await editor.Post(root + "/pairing?handler=Wishes", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await Editor.Faults(answer));
    }

    private static async Task<HttpResponseMessage> Send(Editor planner, string address, RoundAct act)
    {
        var fields = await planner.Open(address, "step");
        (fields["reason"], fields["act"]) = ("因为测试", act.Written());
        return await planner.Post(address + "?handler=Step", fields);
    }

    private static async Task Step(Editor planner, string address, RoundAct act)
    {
        var answer = await Send(planner, address, act);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await Editor.Faults(answer));
    }

    private static async Task<string> Refused(Editor planner, string address, RoundAct act)
    {
        var answer = await Send(planner, address, act);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await Editor.Faults(answer);
    }

    private static Task<HttpResponseMessage> Bring(HttpClient client, string address, string list) => Bring(client, address, Encoding.UTF8.GetBytes(list), "wishes.csv");

    private static async Task<HttpResponseMessage> Bring(HttpClient client, string address, byte[] list, string name)
    {
        var fields = await new Editor(client).Open(address, "list");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Where(field => field.Key != "file"))
            form.Add(new StringContent(field == "reason" ? "因为测试" : value), field);
        var file = new ByteArrayContent(list);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        return await client.PostAsync(address + "?handler=List", form);
    }
}
