using Gis.Core.Network;
using Gis.Data.Import.Ledger;

namespace Gis.Data.Tests.Import.Ledger;

/// <summary>Lists that say when points are open and what one must know of them.</summary>
public sealed class ReceptionListTests
{
    private const string Heads = "编号,地址,电话,开放时间,无障碍,语言,核对日期";

    private static readonly string Id = Lists.Room.Id.ToString();

    [Fact]
    public void A_list_in_Chinese_is_read_whole()
    {
        var reception = Read($"{Id},掌政镇1号,0951-1234567,星期一至星期五 8:30-12:00,坡道、无障碍卫生间,手语、方言,2026年4月1日");
        Assert.Equal(
            ("掌政镇1号", "0951-1234567", "周一至周五 8:30-12:00", new DateOnly(2026, 4, 1)),
            (reception.Address, reception.Phone, reception.Hours!.Weekly.ToString(), reception.Checked));
        Assert.Equal((WayIn[])[WayIn.Ramp, WayIn.AccessibleToilet], reception.WaysIn);
        Assert.Equal((string[])["手语", "方言"], reception.Languages);
        Assert.Equal(new Provenance(Basis.Fact, Lists.Source), reception.Provenance);
        Assert.Equal(new Provenance(Basis.Fact, Lists.Source), reception.Hours.Provenance);
    }

    [Fact]
    public void A_number_alone_leaves_the_hours_illustrative()
    {
        var was = Lists.Network.Points.First(point => point.Reception is not null);
        var preview = Lists.Preview(Lists.Table("编号,电话", $"{was.Id},12348"), LedgerKind.Points);
        var reception = ((ServicePoint)Assert.Single(preview.Changes).After!).Reception!;
        Assert.Equal(("12348", was.Reception!.Hours), (reception.Phone, reception.Hours));
        Assert.True(reception.Hours!.Provenance.IsIllustrative);
        Assert.False(reception.Provenance.IsIllustrative);
    }

    [Fact]
    public void Hours_that_stand_there_already_as_illustrative_become_a_fact()
    {
        var was = Lists.Network.Points.First(point => point.Reception is not null);
        var preview = Lists.Preview(Lists.Table("编号,开放时间", $"{was.Id},{was.Reception!.Hours!.Weekly}"), LedgerKind.Points);
        Assert.False(((ServicePoint)Assert.Single(preview.Changes).After!).Reception!.Hours!.Provenance.IsIllustrative);
    }

    [Theory]
    [InlineData("电话", "13800000000", RemedyKind.MobilePhone)]
    [InlineData("电话", "见公示栏", RemedyKind.BadPhone)]
    [InlineData("开放时间", "周一 25:00-26:00", RemedyKind.BadHours)]
    [InlineData("无障碍", "滑梯", RemedyKind.NotAChoice)]
    [InlineData("核对日期", "去年", RemedyKind.BadDay)]
    [InlineData("核对日期", "2026-02-30", RemedyKind.BadDay)]
    public void What_cannot_be_taken_is_told_with_its_field(string head, string cell, RemedyKind kind)
    {
        var row = Assert.Single(Lists.Preview(Lists.Table($"编号,{head}", $"{Id},{cell}"), LedgerKind.Points).Rows);
        Assert.Equal(RowState.Wrong, row.State);
        var remedy = Assert.Single(row.Remedies, remedy => remedy.Weight == RemedyWeight.Wrong);
        Assert.Equal((kind, cell), (remedy.Kind, remedy.Found));
    }

    [Theory, InlineData(200, RowState.Changed), InlineData(201, RowState.Wrong)]
    public void An_address_may_be_so_long_and_no_longer(int length, RowState state) =>
        Assert.Equal(state, Assert.Single(Lists.Preview(Lists.Table("编号,地址", $"{Id},{new string('路', length)}"), LedgerKind.Points).Rows).State);

    [Fact]
    public void The_fault_of_hours_names_the_part() => Assert.Equal(
        new RemedyOption("end-not-after-start", "12:00-8:30"),
        Assert.Single(Assert.Single(Lists.Preview(Lists.Table("编号,开放时间", $"{Id},周一 12:00-8:30"), LedgerKind.Points).Rows).Remedies, remedy => remedy.Kind == RemedyKind.BadHours).Options[0]);

    private static Reception Read(string row) =>
        ((ServicePoint)Assert.Single(Lists.Preview(Lists.Table(Heads, row), LedgerKind.Points).Changes).After!).Reception!;
}
