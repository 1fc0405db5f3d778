using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Export;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;

namespace Gis.Data.Tests.Import.Ledger;

public sealed class OtherListTests
{
    private static readonly Village First = Lists.Network.Villages[0];

    [Theory]
    [InlineData("1,234", 1234), InlineData("1234人", 1234), InlineData("１２３４", 1234), InlineData("1.234E3", 1234), InlineData("0", 0)]
    public void Residents_are_read_as_people_type_them(string typed, long expected)
    {
        var table = new SourceTable("t", "t", ["统计用区划代码", "常住人口(人)"], [new SourceRow(2, [First.Code.Digits, typed], null)]);
        var changed = Assert.IsType<Village>(Assert.Single(Lists.Preview(table).Changes).After);
        Assert.Equal(new Residents(expected), changed.Residents);
        Assert.False(changed.ResidentsProvenance.IsIllustrative);
    }

    [Theory]
    [InlineData("约300"), InlineData("-5"), InlineData("3.5"), InlineData("很多")]
    public void Residents_that_are_no_whole_number_are_wrong(string typed) =>
        Assert.Equal(RowState.Wrong, Assert.Single(Lists.Preview(Lists.Table("统计用区划代码,人口", $"{First.Code},{typed}")).Rows).State);

    [Fact]
    public void A_cell_that_is_empty_takes_nothing_away()
    {
        var row = Assert.Single(Lists.Preview(Lists.Table("统计用区划代码,村名,人口,经度,纬度", $"{First.Code},{First.Name},,,")).Rows);
        Assert.Equal(RowState.Unchanged, row.State);
    }

    [Fact]
    public void A_post_is_added_and_one_that_nobody_holds_has_no_hours()
    {
        var preview = Lists.Preview(Lists.Table("编号,岗位,在岗人数,每月服务时长", $"{Lists.Room.Id},法律顾问,1,4", $"{Lists.Room.Id},专职人民调解员,0,4"));
        Assert.Equal([RowState.New, RowState.Wrong], Lists.StatesOf(preview));
        Assert.Equal(new MonthlyHours(4), Assert.IsType<Staff>(preview.Changes[0].After).Hours);
    }

    [Fact]
    public void A_firm_without_lawyers_is_wrong_and_one_that_is_new_gets_an_identifier_of_its_own()
    {
        var county = Lists.Network.Counties[0].Name;
        var preview = Lists.Preview(Lists.Table("律所名称,县(市)区,律师人数", $"甲律师事务所,{county},0", $"乙律师事务所,{county},3", $"丙律师事务所,{county},4"));
        Assert.Equal([RowState.Wrong, RowState.New, RowState.New], Lists.StatesOf(preview));
        Assert.Equal(2, preview.Changes.Select(change => change.Key.Text).Except(Lists.Network.Firms.Select(firm => firm.Id)).Count());
    }

    public static TheoryData<LedgerKind> Kinds => [.. Enum.GetValues<LedgerKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void A_template_is_a_list_of_its_kind_whose_examples_are_read(LedgerKind kind)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, ImportTemplates.Template(kind, Lists.Network, field => HeadOf(field), "示例").ToBytes());
            var table = Assert.Single(SourceFile.Read(file, "template.xlsx", null, default));
            var preview = Lists.Preview(table);
            Assert.Equal(kind, preview.Plan.Kind);
            Assert.Equal(LedgerFields.Asked(kind).Count, preview.Plan.Columns.Count);
            Assert.All(preview.Rows, row => Assert.True(row.State is not (RowState.Wrong or RowState.InDoubt), string.Join("; ", row.Remedies)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void What_an_export_says_of_points_and_villages_is_unchanged_to_the_last_row()
    {
        foreach (var (kind, csv) in new[] { (LedgerKind.Points, CsvExport.WritePoints(Lists.Network)), (LedgerKind.Villages, CsvExport.WriteVillages(Lists.Network)) })
        {
            var file = Path.GetTempFileName();
            try
            {
                File.WriteAllBytes(file, csv.ToBytes());
                var preview = Lists.Preview(Assert.Single(SourceFile.Read(file, "export.csv", null, default)));
                Assert.Equal(kind, preview.Plan.Kind);
                Assert.Equal("", string.Join('\n', preview.Rows.Where(row => row.State != RowState.Unchanged).Take(5).Select(row => $"{row.Source.Number} {row.State} {row.Change}\n{string.Join(';', row.Remedies)}")));
                Assert.Equal(kind == LedgerKind.Points ? Lists.Network.Points.Length : Lists.Network.Villages.Length, preview.Rows.Length);
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    private static string HeadOf(LedgerField field) => field switch
    {
        LedgerField.Code => "区划代码",
        LedgerField.Id => "编号",
        LedgerField.Name => "名称",
        LedgerField.County => "县(市)区",
        LedgerField.Township => "乡镇(街道)",
        LedgerField.Village => "村(居)",
        LedgerField.Tier => "层级",
        LedgerField.Kind => "村居类型",
        LedgerField.Residents => "人口",
        LedgerField.Stage => "建设状态",
        LedgerField.Post => "岗位",
        LedgerField.Count => "在岗人数",
        LedgerField.Hours => "每月服务时长",
        LedgerField.OpenHours => "开放时间",
        LedgerField.Address => "地址",
        LedgerField.Phone => "电话",
        LedgerField.WaysIn => "无障碍",
        LedgerField.Languages => "语言",
        LedgerField.CheckedOn => "核对日期",
        LedgerField.Lawyers => "律师人数",
        LedgerField.Longitude => "经度",
        LedgerField.Latitude => "纬度",
        LedgerField.Accuracy => "位置精度",
        LedgerField.PositionSource => "位置来源",
        _ => field.ToString(),
    };
}
