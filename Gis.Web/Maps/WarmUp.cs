using Gis.Core.Travel;
using Gis.Web.Network;

namespace Gis.Web.Maps;

/// <summary>Makes what is made once for a data version, so that the first visitor does not wait for it.</summary>
public sealed class WarmUp(CurrentNetwork current, CityMaps maps) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            foreach (var mode in ModePace.Defaults.Keys)
                current.Snapshot.Table(mode);
            maps.CellsOf(current.Snapshot.Network);
            _ = current.Snapshot.Search;
        },
        stoppingToken);
}
