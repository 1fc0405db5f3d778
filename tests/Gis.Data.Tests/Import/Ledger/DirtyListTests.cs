using Gis.Core.Network;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;
using Gis.Data.Tests.Import.Files;
using static Gis.Data.Import.Ledger.RowState;

namespace Gis.Data.Tests.Import.Ledger;

/// <summary>Lists as they really come, each against the preview it must end in, row by row.</summary>
public sealed class DirtyListTests
{
    private static readonly ServiceNetwork Network = Lists.Network;
    private static readonly ServicePoint[] Rooms = [.. Network.Points.Where(point => point.Tier == Tier.Room).Take(8)];

    [Fact]
    public void Codes_are_read_however_a_spreadsheet_left_them()
    {
        var code = Rooms[0].Area.Digits;
        var township = Network.FindAreaName(Rooms[0].Area.Township);
        var village = Network.FindAreaName(Rooms[0].Area);
        var preview = Preview(
            "区划代码,乡镇(街道),村(居),建设状态",
            $"{code},,,在建",
            $"{code[..6]} {code[6..]},,,在建",
            $"'{code},,,在建",
            $"{code[..6]}E+6,{township},{village},在建",
            "110101001001,,,在建",
            "6401041,,,在建",
            $"{Rooms[1].Area},{township},{village},在建");

        // Twice the same counts once; a cut-off code is made good by the names; a name that is another's makes a doubt.
        Assert.Equal([Changed, Unchanged, Unchanged, Unchanged, Wrong, Wrong, InDoubt], Lists.StatesOf(preview));
        Assert.Equal(RemedyKind.OtherCity, preview.Rows[4].Remedies[0].Kind);
    }

    [Fact]
    public void Names_are_read_however_people_write_them()
    {
        var township = Network.FindAreaName(Rooms[0].Area.Township)!;
        var village = RegisterName.PlaceOf(Network.FindAreaName(Rooms[0].Area)!);
        var preview = Preview(
            "乡镇(街道),村(居),建设状态",
            $"{township},{village},在建",
            $" {township} ,{village} ,在建",
            $"{RegisterName.PlaceOf(township)},{village},在建",
            $",,在建",
            $"{township},没有的地方,在建");

        Assert.Equal([Changed, Unchanged, Unchanged, Wrong, Wrong], Lists.StatesOf(preview));
        Assert.Equal(RemedyKind.NoSuchUnit, preview.Rows[4].Remedies[0].Kind);
    }

    [Fact]
    public void Positions_are_read_however_people_write_them_and_what_mixes_datums_is_told()
    {
        var at = Rooms[0].Position!.At;
        var preview = Preview(
            "编号,经纬度",
            FormattableString.Invariant($"{Rooms[0].Id},{at.Longitude + 0.001:F6} {at.Latitude:F6}"),
            FormattableString.Invariant($"{Rooms[1].Id},E{at.Longitude:F6} N{at.Latitude:F6}"),
            $"{Rooms[2].Id},106°16′41.5″ 38°29′13.9″",
            $"{Rooms[3].Id},暂无",
            $"{Rooms[4].Id},106°76′ 38°29′",
            $"{Rooms[5].Id},38.487 106.231");

        // Latitude before longitude is no place of this world.
        Assert.Equal([Changed, Changed, Changed, Unchanged, Wrong, Wrong], Lists.StatesOf(preview));
    }

    [Fact]
    public void A_workbook_with_a_title_a_head_of_two_rows_merged_townships_and_a_formula_is_read_by_what_is_to_be_seen()
    {
        var workbook = new RawWorkbook();
        var township = Network.FindAreaName(Rooms[0].Area.Township)!;
        var (first, second) = (Network.FindAreaName(Rooms[0].Area)!, Network.FindAreaName(Rooms[1].Area)!);
        Assert.Equal(Rooms[0].Area.Township, Rooms[1].Area.Township);
        var rows = workbook.Row(1, "公共法律服务工作室台账")
            + workbook.Row(3, "单位", "", "建设状态")
            + workbook.Row(4, "乡镇(街道)", "村(居)", "")
            + $"<row r=\"5\">{workbook.Text("A5", township)}{workbook.Text("B5", first)}<c r=\"C5\" t=\"str\"><f>\"在\"&amp;\"建\"</f><v>在建</v></c></row>"
            + workbook.Row(6, "", second, "在建")
            + workbook.Row(7, "", "#REF!", "在建");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, workbook.Add("台账", rows, "A1:C1 A3:B3 C3:C4 A5:A7").ToBytes());
            var preview = Lists.Preview(Assert.Single(SourceFile.Read(file, "台账.xlsx", null, default)));
            Assert.Equal([(5, Changed), (6, Changed), (7, Wrong)], preview.Rows.Select(row => (row.Source.Number, row.State)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Of_twenty_thousand_rows_none_is_lost_and_cancelling_stops_on_the_way()
    {
        var rows = Enumerable.Range(0, 20_000).Select(row => $"room-{row},在建").ToArray();
        var table = Lists.Table("编号,建设状态", rows);
        var preview = Lists.Preview(table);
        Assert.Equal(Enumerable.Range(2, rows.Length), preview.Rows.Select(row => row.Source.Number));
        Assert.Equal(rows.Length, preview.Count(Wrong));

        using var stopped = new CancellationTokenSource();
        var seen = new List<long>();
        Assert.Throws<OperationCanceledException>(() => ImportStudy.Preview(
            Network, table, ImportPlan.Guess(table, ""), null, new Told(count =>
            {
                seen.Add(count);
                stopped.Cancel();
            }), stopped.Token));
        Assert.Equal([0], seen);
    }

    private static ImportPreview Preview(string heads, params string[] rows) => Lists.Preview(Lists.Table(heads, rows), LedgerKind.Points);

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
