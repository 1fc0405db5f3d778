using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;

namespace Gis.Core.Tests.Network;

public sealed class PositionTests
{
    [Theory]
    [InlineData(Placement.Surveyed, 20, true)]
    [InlineData(Placement.Surveyed, 200, true)]
    [InlineData(Placement.Surveyed, 200.1, false)]
    [InlineData(Placement.Seat, 1000, false)]
    [InlineData(Placement.Illustrative, 20, false)]
    public void A_position_leads_to_the_door_where_it_is_no_illustration_and_exactly_near_enough(Placement placement, double accuracy, bool leads) =>
        Assert.Equal(leads, new Position(LonLat.Of(106.2, 38.5), placement, new Metres(accuracy), "made up for a test").LeadsToTheDoor);
}
