using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Web.Maps;
using NetTopologySuite.Geometries;

namespace Gis.Web.Tests.Maps;

public sealed class ServiceCellsTests
{
    private static readonly ServiceNetwork City = MadeUpCity.Large();

    private static readonly ServiceCells Cells = ServiceCells.Of(City);

    [Fact]
    public void Each_village_lies_in_its_own_cell_and_in_no_other()
    {
        Assert.Equal(555, Cells.Villages.Count);
        foreach (var village in City.Villages)
        {
            var at = Point(village.Position!.At);
            Assert.Equal([village.Code], Cells.Villages.Where(cell => cell.Value.Intersects(at)).Select(cell => cell.Key));
        }
    }

    [Fact]
    public void Cells_do_not_overlap()
    {
        var apart = Cells.Villages.Values.Sum(cell => cell.Area);
        var together = NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Union(new GeometryFactory().BuildGeometry(Cells.Villages.Values)).Area;
        Assert.Equal(1, apart / together, 1e-9);
    }

    [Fact]
    public void A_township_is_as_large_as_its_villages_and_a_county_as_its_townships()
    {
        foreach (var (code, township) in Cells.Townships)
            Assert.Equal(1, township.Area / Cells.Villages.Where(cell => cell.Key.IsWithin(code)).Sum(cell => cell.Value.Area), 1e-9);
        foreach (var (code, county) in Cells.Counties)
            Assert.Equal(1, county.Area / Cells.Townships.Where(cell => cell.Key.IsWithin(code)).Sum(cell => cell.Value.Area), 1e-9);
    }

    [Fact]
    public void Where_two_kilometres_part_the_villages_the_middle_one_has_two_by_two()
    {
        var middle = ServiceCells.Of(MadeUpCity.Block()).Villages[MadeUpCity.Code(1, 2, 2)];
        var plane = new MapPlane(MadeUpCity.BlockAt(1, 1));
        var corners = middle.Coordinates.Select(corner => plane.ToPlane(LonLat.Of(corner.X, corner.Y))).ToList();
        Assert.All(corners, corner => Assert.Equal(1000, Math.Max(Math.Abs(corner.X), Math.Abs(corner.Y)), 1.0));
    }

    [Fact]
    public void Desert_far_from_every_village_is_in_no_cell()
    {
        var cells = ServiceCells.Of(Villages(MadeUpCity.At(106, 38), MadeUpCity.At(106.5, 38)));
        Assert.DoesNotContain(cells.Villages.Values, cell => cell.Intersects(Point(MadeUpCity.At(106.25, 38))));
    }

    [Fact]
    public void Without_a_located_village_there_are_no_cells()
    {
        Assert.Empty(ServiceCells.Of(Villages()).Villages);
        Assert.Empty(ServiceCells.Of(Villages(null, null)).Counties);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void Villages_in_a_row_each_have_a_cell_of_their_own(int count)
    {
        var row = Villages([.. Enumerable.Range(0, count).Select(i => (LonLat?)MadeUpCity.BlockAt(i, 0))]);
        var cells = ServiceCells.Of(row).Villages;
        Assert.Equal(count, cells.Count);
        Assert.All(row.Villages, village => Assert.True(cells[village.Code].Contains(Point(village.Position!.At))));
    }

    [Theory, InlineData(2), InlineData(3), InlineData(5)]
    public void Villages_at_one_place_share_its_ground(int count)
    {
        var at = MadeUpCity.At(106, 38);
        var cells = ServiceCells.Of(Villages([.. Enumerable.Repeat<LonLat?>(at, count)])).Villages;
        Assert.Equal(count, cells.Count);
        Assert.All(cells.Values, cell => Assert.True(cell.Distance(Point(at)) < 1e-6));
        Assert.All(cells.Values, cell => Assert.Equal(1.0 / count, cell.Area / cells.Values.Sum(each => each.Area), 0.02));
    }

    [Fact]
    public void A_village_that_is_not_located_has_no_cell_and_takes_none_away()
    {
        var cells = ServiceCells.Of(Villages(MadeUpCity.At(106, 38), null, MadeUpCity.At(106.01, 38))).Villages;
        Assert.Equal([MadeUpCity.Code(1, 1, 1), MadeUpCity.Code(1, 1, 3)], cells.Keys);
    }

    [Fact]
    public void Simpler_cells_still_meet_without_gap_or_overlap()
    {
        var simpler = Cells.Simplify(0.003);
        Assert.True(simpler.Villages.Values.Sum(cell => cell.NumPoints) < Cells.Villages.Values.Sum(cell => cell.NumPoints));
        Assert.True(NetTopologySuite.Coverage.CoverageValidator.IsValid([.. simpler.Villages.Values]));
        Assert.Equal(1, simpler.Counties.Values.Sum(cell => cell.Area) / Cells.Counties.Values.Sum(cell => cell.Area), 0.02);
    }

    private static ServiceNetwork Villages(params LonLat?[] at) =>
        MadeUpCity.Of([.. at.Select((place, i) => MadeUpCity.Village(MadeUpCity.Code(1, 1, i + 1), place))], []);

    private static Point Point(LonLat at) => new(at.Longitude, at.Latitude);
}
