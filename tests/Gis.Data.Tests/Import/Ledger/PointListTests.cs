using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Import.Ledger;

namespace Gis.Data.Tests.Import.Ledger;

public sealed class PointListTests
{
    private static readonly ServicePoint Room = Lists.Room;
    private static readonly string Township = Lists.Network.FindAreaName(Room.Area.Township)!;
    private static readonly string Village = Lists.Network.FindAreaName(Room.Area)!;

    [Fact]
    public void A_room_found_by_the_names_of_its_units_gets_the_stage_of_the_list_as_a_fact()
    {
        var preview = Lists.Preview(Lists.Table("乡镇(街道),村(居),建设状态", $"{Township},{Village},在建"));

        var changed = Assert.IsType<ServicePoint>(Assert.Single(preview.Changes).After);
        Assert.Equal((Room.Id, Stage.Building), (changed.Id, changed.Stage));
        Assert.Equal(new Provenance(Basis.Fact, Lists.Source), changed.StageProvenance);
        Assert.Equal(Room.Position, changed.Position);
    }

    [Fact]
    public void A_list_that_confirms_what_was_illustrative_makes_it_a_fact_and_once_more_changes_nothing()
    {
        var table = Lists.Table("编号,建设状态", $"{Room.Id},{(Room.Stage == Stage.Built ? "已建成" : "未建成")}");
        var first = Assert.Single(Lists.Preview(table).Changes);
        var after = new ServiceNetwork(Lists.Network.Parts.With([first]));

        Assert.False(((ServicePoint)first.After!).StageProvenance.IsIllustrative);
        Assert.Equal(RowState.Unchanged, Assert.Single(ImportStudy.Preview(after, table, ImportPlan.Guess(table, "另一份台账")).Rows).State);
    }

    [Fact]
    public void A_position_in_a_shifted_datum_is_brought_back_to_where_it_is()
    {
        var true_ = LonLat.Of(106.30, 38.50);
        var shifted = Crs.Gcj02.FromLonLat(true_);
        var preview = Lists.Preview(Lists.Table("编号,经度,纬度", FormattableString.Invariant($"{Room.Id},{shifted.X:F7},{shifted.Y:F7}")), crs: Crs.Gcj02);

        var position = Assert.IsType<ServicePoint>(Assert.Single(preview.Changes).After).Position!;
        Assert.InRange(Geodesic.Distance(position.At, true_).Value, 0, 0.1);
        Assert.Equal((Placement.Surveyed, Lists.Source), (position.Placement, position.Source));
    }

    [Theory]
    [InlineData("快建好了", RemedyKind.NotAChoice)]
    [InlineData("", RemedyKind.Missing)]
    public void A_new_point_without_a_stage_that_can_be_read_is_wrong_and_says_so(string stage, RemedyKind expected)
    {
        var without = Lists.Network.Villages.First(village => !Lists.Network.ListPointsOf(village.Code).Any());
        var row = Assert.Single(Lists.Preview(Lists.Table("区划代码,建设状态", $"{without.Code},{stage}")).Rows);

        Assert.Equal(RowState.Wrong, row.State);
        Assert.Contains(row.Remedies, remedy => remedy.Kind == expected && remedy.Field == LedgerField.Stage);
    }

    [Fact]
    public void A_village_without_a_room_gets_one_with_the_name_that_the_plan_prescribes()
    {
        var without = Lists.Network.Villages.First(village => !Lists.Network.ListPointsOf(village.Code).Any());
        var row = Assert.Single(Lists.Preview(Lists.Table("区划代码,建设状态", $"{without.Code},未建成")).Rows);

        Assert.Equal(RowState.New, row.State);
        var added = Assert.IsType<ServicePoint>(row.Change!.After);
        Assert.Equal((PointId.Of(Tier.Room, without.Code), RegisterName.PlaceOf(without.Name) + "公共法律服务工作室"), (added.Id, added.Name));
        Assert.Contains(row.Remedies, remedy => remedy.Kind == RemedyKind.NoPosition);
    }

    [Fact]
    public void Rows_that_say_different_things_of_one_point_are_both_in_doubt_and_equal_ones_count_once()
    {
        var preview = Lists.Preview(Lists.Table("编号,建设状态", $"{Room.Id},在建", $"{Room.Id},已申报"));
        Assert.Equal([RowState.InDoubt, RowState.InDoubt], Lists.StatesOf(preview));
        Assert.Equal(3, preview.Rows[0].Remedies[0].OtherRow);

        Assert.Equal([RowState.Changed, RowState.Unchanged], Lists.StatesOf(Lists.Preview(Lists.Table("编号,建设状态", $"{Room.Id},在建", $"{Room.Id},在建"))));
    }

    // The nearest township of this city is never 60 km off; Beijing is 900 km away.
    [Fact]
    public void A_position_far_from_its_township_is_in_doubt()
    {
        var row = Assert.Single(Lists.Preview(Lists.Table("编号,经度,纬度", $"{Room.Id},116.4,39.9")).Rows);
        Assert.Equal(RowState.InDoubt, row.State);
        Assert.Equal(RemedyKind.FarAway, row.Remedies[0].Kind);
    }

    [Theory]
    [InlineData("106.3", ""), InlineData("38.5", "106.3"), InlineData("1a6", "38.5")]
    public void A_position_that_cannot_be_read_is_wrong(string longitude, string latitude) =>
        Assert.Equal(RowState.Wrong, Assert.Single(Lists.Preview(Lists.Table("编号,经度,纬度", $"{Room.Id},{longitude},{latitude}")).Rows).State);

    [Fact]
    public void A_decision_about_a_name_is_taken_and_not_asked_again()
    {
        var table = Lists.Table("乡镇(街道),村(居),建设状态", $"{Township},没有这个村,在建");
        var asked = Assert.Single(Lists.Preview(table).Rows).Remedies[0];
        Assert.Equal(RemedyKind.NoSuchUnit, asked.Kind);

        var plan = ImportPlan.Guess(table, Lists.Source);
        var decided = plan with { Decisions = plan.Decisions.Add(asked.Written!, Room.Area.Digits) };
        Assert.Equal(Room.Id.ToString(), Assert.Single(ImportStudy.Preview(Lists.Network, table, decided).Changes).Key.Text);
    }

    [Fact]
    public void What_somebody_may_not_change_is_wrong()
    {
        var table = Lists.Table("编号,建设状态", $"{Room.Id},在建");
        var row = Assert.Single(ImportStudy.Preview(Lists.Network, table, ImportPlan.Guess(table, Lists.Source), _ => false).Rows);
        Assert.Equal((RowState.Wrong, RemedyKind.NotYours), (row.State, row.Remedies[0].Kind));
    }

    [Fact]
    public void What_the_network_has_and_the_list_has_not_is_told_of_the_counties_and_tiers_of_the_list()
    {
        var preview = Lists.Preview(Lists.Table("编号,建设状态", $"{Room.Id},在建"));
        var rooms = Lists.Network.Points.Where(point => point.Tier == Tier.Room && point.Area.IsWithin(Room.Area.County)).Select(point => point.Key);
        Assert.Equal(rooms.Where(key => key != Room.Key).Order(), preview.FindAbsent(Lists.Network).Select(record => record.Key).Order());
    }
}
