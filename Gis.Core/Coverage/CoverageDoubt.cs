using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Coverage;

/// <summary>Carries the accuracy of the positions into the covered share.</summary>
internal static class CoverageDoubt
{
    /// <summary>
    /// The covered share if every trip were longer, and if every trip were shorter, by the time it takes to cover both
    /// ends' accuracy. A point in a village itself moves with it, so that trip is in no doubt.
    /// </summary>
    internal static ShareInterval? Measure(ServiceNetwork network, TravelTable table, Openness openness)
    {
        var pointDoubt = network.Points.Select(point => TimeFor(table.Pace, point.Position)).ToArray();
        var most = pointDoubt.DefaultIfEmpty().Max();
        var (certain, possible) = (default(Residents), default(Residents));
        for (var row = 0; row < table.RowCount; row++)
        {
            var village = network.Villages[row];
            var (sure, maybe) = Judge(table.Row(row));
            certain += sure ? village.Residents : default;
            possible += maybe ? village.Residents : default;

            (bool Sure, bool Maybe) Judge(ReadOnlySpan<Reach> reaches)
            {
                var villageDoubt = TimeFor(table.Pace, village.Position);
                var maybeCovered = false;
                foreach (var reach in reaches)
                {
                    if (reach.Time > openness.Limit + villageDoubt + most)
                        break;
                    if (!openness.IsOpen(reach.Point))
                        continue;
                    var doubt = network.Points[reach.Point].Area == village.Code ? default : villageDoubt + pointDoubt[reach.Point];
                    maybeCovered |= reach.Time <= openness.Limit + doubt;
                    if (reach.Time + doubt <= openness.Limit)
                        return (true, true);
                }

                return (false, maybeCovered);
            }
        }

        var residents = network.Residents;
        return Share.Of(certain, residents) is { } low && Share.Of(possible, residents) is { } high
            ? new ShareInterval(low, high)
            : null;
    }

    private static Minutes TimeFor(ModePace pace, Position? position) =>
        position is null ? default : pace.Speed.TimeFor(position.Accuracy * pace.Detour);
}
