using System.Net;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Web.Tests.Accounts;

namespace Gis.Web.Tests.Reports;

public sealed class AcceptanceFilesTests(GisApp app) : IClassFixture<GisApp>
{
    [Fact]
    public async Task The_summary_has_the_counties_of_the_page_and_the_evidence_of_a_point_its_name()
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        using var page = JsonDocument.Parse(await planner.GetStringAsync("/api/plan/acceptance"));
        var summary = await PdfText.ReadDense(await planner.GetByteArrayAsync("/api/plan/reports/acceptance.pdf"));
        foreach (var county in page.RootElement.GetProperty("counties").EnumerateArray())
            Assert.Contains(county.GetProperty("name").GetString()!, summary, StringComparison.Ordinal);
        Assert.Contains(app.Snapshot.Network.Version, summary, StringComparison.Ordinal);

        var room = app.Snapshot.Network.Points.First(point => point.Tier == Tier.Room);
        Assert.Contains(room.Name, await PdfText.ReadDense(await planner.GetByteArrayAsync($"/api/plan/reports/evidence.pdf?point={room.Id}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/en/api/plan/reports/acceptance.xlsx?county=640104")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/en/api/plan/reports/evidence.xlsx")).StatusCode);
    }

    [Theory]
    [InlineData("acceptance.pdf?county=999999")]
    [InlineData("evidence.xlsx?point=room-0")]
    public async Task What_is_not_there_is_refused_in_words(string report)
    {
        var planner = await app.SignInAs(AccountRole.Planner);
        Assert.Equal(HttpStatusCode.BadRequest, (await planner.GetAsync($"/api/plan/reports/{report}")).StatusCode);
    }
}
