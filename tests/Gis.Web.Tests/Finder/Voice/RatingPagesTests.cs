using System.Text.RegularExpressions;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;

namespace Gis.Web.Tests.Finder.Voice;

public sealed class RatingPagesTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly Teller teller = new(app);

    [Fact]
    public async Task Ratings_are_shown_from_five_on_and_fill_in_their_standard_of_the_sheet()
    {
        var room = app.Snapshot.Network.Points.First(point => point is { Tier: Tier.Room, Stage: Stage.Built });
        using var officer = await app.SignInAs(AccountRole.CountyOfficer, room.Area.County.Digits);
        for (var rated = 1; rated <= 4; rated++)
            await Rate(room, rated);
        var few = await officer.GetStringAsync($"/plan/acceptance/{room.Id}");
        Assert.Contains("不足 5 份", few, StringComparison.Ordinal);
        Assert.DoesNotMatch(Checked, few);
        Assert.Equal(1 + app.Snapshot.Network.Counties.Length, Regex.Count(await officer.GetStringAsync("/plan/acceptance"), "不足 5"));

        await Rate(room, 5);
        // Five times 5, 5, 5: overall at least 3.595, which is met from 3.5 on.
        var enough = await officer.GetStringAsync($"/plan/acceptance/{room.Id}");
        Assert.Contains("群众评价 5 份,综合至少 3.5 分:按评价为“达到”。", enough, StringComparison.Ordinal);
        Assert.Matches(Checked, enough);
        Assert.Contains("近一年 5 份,满分 5 分。综合至少 3.5 分。", enough, StringComparison.Ordinal);
        var board = await officer.GetStringAsync("/en/plan/acceptance");
        Assert.Matches("(?s)id=\"rating-points\".*" + Regex.Escape(room.Name) + ".*<td class=\"number\">5</td><td class=\"number\">5.0</td>", board);

        // After a year they no longer count.
        app.Clock.Ahead += TimeSpan.FromDays(366);
        using var later = await app.SignInAs(AccountRole.CountyOfficer, room.Area.County.Digits);
        Assert.Contains("不足 5 份,先不显示", await later.GetStringAsync($"/plan/acceptance/{room.Id}"), StringComparison.Ordinal);
    }

    private static string Checked => "name=\"v.R21\"[^>]*value=\"met\"[^>]*checked";

    private Task<VoiceMessage> Rate(ServicePoint point, int number) =>
        teller.Tell($"/sites/{point.Id}/voice", VoiceKind.Rating, ("attitude", "5"), ("speed", "5"), ("knowledge", "5"), ("words", $"第 {number} 次来"));
}
