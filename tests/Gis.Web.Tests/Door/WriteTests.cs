using System.Net;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;

namespace Gis.Web.Tests.Door;

public sealed class WriteTests(GisApp app) : IClassFixture<GisApp>
{
    private static readonly string[] Writes = ["POST", "PUT", "PATCH", "DELETE"];

    [Fact]
    public async Task Nothing_is_written_without_the_mark_of_our_own_form()
    {
        using var client = await app.SignInAs(AccountRole.Planner);
        var routes = Route.ListAll(app.Services);
        Assert.True(routes.Count > 30, $"Only {routes.Count} routes are known.");
        foreach (var route in routes)
        {
            foreach (var method in Writes)
            {
                using var asking = new HttpRequestMessage(new HttpMethod(method), route.AddressWith(_ => "404") + "?handler=Make") { Content = new FormUrlEncodedContent([new("name", "x")]) };
                var status = (await client.SendAsync(asking)).StatusCode;
                Assert.True(
                    status is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound or HttpStatusCode.Forbidden,
                    $"{method} {route} was answered with {status}.");
            }
        }
    }

    [Fact]
    public async Task With_another_ones_mark_neither()
    {
        using var client = await app.SignInAs(AccountRole.Planner);
        using var form = new FormUrlEncodedContent([new("name", "x"), new("__RequestVerificationToken", "CfDJ8AAAA")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/plan/scenarios?handler=Make", form)).StatusCode);
    }
}
