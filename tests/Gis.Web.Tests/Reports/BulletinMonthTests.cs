using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Progress;
using Gis.Web.Network;
using Gis.Web.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Reports;

/// <summary>A bulletin of a month in which something happened, beside the month before.</summary>
public sealed class BulletinMonthTests
{
    [Fact]
    public async Task What_changed_in_the_month_stands_in_it_with_its_day_and_in_no_month_before()
    {
        using var app = new GisApp();
        var client = app.CreateClient();
        var begun = app.Services.GetRequiredService<BulletinDesk>().Today;
        app.Clock.Ahead = TimeSpan.FromDays(62);
        var desk = app.Services.GetRequiredService<BulletinDesk>();
        var (room, day) = (app.Snapshot.Network.Points.First(point => point.Stage == Stage.Planned), desk.Today);
        await Build(app, room, day);

        var now = await PdfText.ReadDense(await client.GetByteArrayAsync($"/api/plan/reports/bulletin.pdf?month={day:yyyy-MM}"));
        var county = app.Snapshot.Network.FindAreaName(room.Area.County);
        Assert.Contains(PdfText.Dense($"{day:yyyy-MM-dd}{room.Name}{county}未建成已建成"), now, StringComparison.Ordinal);
        Assert.Contains("本月有1个服务点的阶段有变化", now, StringComparison.Ordinal);
        Assert.Contains("经费没到位", now, StringComparison.Ordinal);
        Assert.Contains("等财政批复", now, StringComparison.Ordinal);

        var first = await PdfText.ReadDense(await client.GetByteArrayAsync($"/api/plan/reports/bulletin.pdf?month={begun:yyyy-MM}"));
        Assert.Contains("没有上月末的数据", first, StringComparison.Ordinal);
        Assert.Contains("没有变化。", first, StringComparison.Ordinal);
        var sheets = new FormulaSheets(await client.GetByteArrayAsync($"/api/plan/reports/bulletin.xlsx?month={begun:yyyy-MM}"));
        Assert.Equal("111", sheets.Beside("主要数字", "其中未建成"));
        sheets = new FormulaSheets(await client.GetByteArrayAsync($"/api/plan/reports/bulletin.xlsx?month={day:yyyy-MM}"));
        Assert.Equal("110", sheets.Beside("主要数字", "其中未建成"));
        Assert.All(sheets.Formulas, each => Assert.Equal(each.Value, sheets.Work(each.Sheet, each.Formula)));
    }

    private static async Task Build(GisApp app, ServicePoint room, DateOnly day)
    {
        var (store, current, now) = (app.Services.GetRequiredService<GisStore>(), app.Services.GetRequiredService<CurrentNetwork>(), app.Clock.GetUtcNow());
        var other = app.Snapshot.Network.Points.Last(point => point.Stage == Stage.Planned);
        var saved = Assert.IsType<EditOutcome.Saved>(await store.EditAsync(
            new NetworkEdit("point.stage", "因为测试", [new RecordChange(room, room with { Stage = Stage.Built })]) { On = day }, now));
        current.Serve(saved.Version, saved.Network);
        await app.Services.GetRequiredService<YearStore>().StandAsync(
            new Standstill(other.Id, StandstillCause.Money, "等财政批复", day, null, 0), new AccountOrder(null, "因为测试", app.Snapshot.Network.City.Code.Digits, now));
    }
}
