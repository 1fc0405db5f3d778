using System.Net;
using Gis.Data.Store.Accounts;

namespace Gis.Web.Tests.Accounts;

/// <summary>Every route and verb by everybody, against the table of rights: no more and no less than it says.</summary>
public sealed class RightsWalkTests(GisApp app) : IClassFixture<GisApp>
{
    public static TheoryData<AccountRole?> Everybody => [null, .. Enum.GetValues<AccountRole>()];

    [Fact]
    public async Task The_document_says_what_the_code_says()
    {
        var file = Path.Combine(FindRoot(), "docs", "rights.md");
        var now = RightsTable.Write(await RightsTable.List(app.Services));
        if (Environment.GetEnvironmentVariable("GIS_REWRITE") == "1")
            await File.WriteAllTextAsync(file, now);
        Assert.True(File.Exists(file) && await File.ReadAllTextAsync(file) == now, $"{file} is out of date; GIS_REWRITE=1 writes it anew.");
    }

    [Fact]
    public async Task Every_route_says_whom_it_is_for() =>
        Assert.DoesNotContain(await RightsTable.List(app.Services), row => row.Right == RouteRight.Forgotten);

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Each_role_may_do_what_the_table_says_and_nothing_else(AccountRole? role)
    {
        using var client = role is { } one ? await app.SignInAs(one) : app.CreateDefaultClient();
        Assert.Equal("", await FindDifferences(client, row => row.Allows(role)));
    }

    [Theory]
    [InlineData(AccountRole.Planner), InlineData(AccountRole.CountyOfficer), InlineData(AccountRole.Administrator), InlineData(AccountRole.Auditor)]
    public async Task Staff_without_a_second_factor_may_set_one_up_and_nothing_else(AccountRole role)
    {
        using var client = app.ClientOf(await app.AddAccount(role, secondFactor: false));
        Assert.Equal("", await FindDifferences(client, row => row.Right is null or Web.Accounts.Rights.Begin));
        Assert.Equal("/account/second-factor", (await client.GetAsync("/account")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(AccountRole.FirmMember), InlineData(AccountRole.VillageClerk)]
    public async Task Others_may_do_without_one(AccountRole role)
    {
        using var client = app.ClientOf(await app.AddAccount(role, secondFactor: false));
        Assert.Equal("", await FindDifferences(client, row => row.Allows(role)));
    }

    [Fact]
    public async Task Programs_are_told_by_status_and_people_by_a_page()
    {
        using var nobody = app.CreateDefaultClient();
        var people = await nobody.GetAsync("/en/account");
        Assert.Equal("/en/sign-in?return=%2Fen%2Faccount", people.Headers.Location!.OriginalString);

        using var planner = await app.SignInAs(AccountRole.Planner);
        var forbidden = await planner.GetAsync("/admin/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains("您的账号不能看这一页", await forbidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> FindDifferences(HttpClient client, Func<RouteRight, bool> allows)
    {
        var differences = new List<string>();
        foreach (var row in await RightsTable.List(app.Services))
        {
            using var asking = new HttpRequestMessage(new HttpMethod(row.Verb), row.Address);
            using var answer = await client.SendAsync(asking, HttpCompletionOption.ResponseHeadersRead);
            if (IsRefused(answer) == allows(row))
                differences.Add($"{row.Verb} {row.Address} ({row.Right ?? "public"}): {(int)answer.StatusCode} {answer.Headers.Location}");
            // Nothing is sent with the token of a form, so that whoever may send it is told so, and nothing happens.
            else if (row is { IsPage: true, Verb: "POST" } && allows(row) && answer.StatusCode != HttpStatusCode.BadRequest)
                differences.Add($"{row.Verb} {row.Address} was taken without its token: {(int)answer.StatusCode}");
        }

        return string.Join('\n', differences);
    }

    private static bool IsRefused(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (answer.Headers.Location?.OriginalString is { } to && (to.StartsWith("/sign-in?", StringComparison.Ordinal) || to == "/account/second-factor"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gis.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run within the repository.");
        return folder.FullName;
    }
}
