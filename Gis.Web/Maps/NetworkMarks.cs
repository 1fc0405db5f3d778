using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Web.Maps.Marks;

namespace Gis.Web.Maps;

/// <summary>The marks of networks, of one city or of many: their points, villages as demand, names and crossings.</summary>
internal static class NetworkMarks
{
    internal const string PointCells = "point_cells";
    internal const string DemandCells = "demand_cells";

    internal static IEnumerable<MarkSource> ListPoints(MarkLayer layer, IReadOnlyCollection<ServiceNetwork> networks)
    {
        var points = networks.SelectMany(network => network.Points).Where(point => point.Position is not null).ToList();
        var totals = Enum.GetValues<Tier>().SelectMany(tier => new[]
        {
            MarkTotal.Count($"{tier.Written()}s", points, point => point.Tier == tier),
            MarkTotal.Count($"{tier.Written()}s_open", points, point => point.Tier == tier && point.IsOpen),
        });
        yield return Source(layer, PointCells, points.Select(point => point.Position!.At),
        [
            MarkField.Text("id", points.Select(point => point.Id.ToString())),
            MarkField.Text("name", points.Select(point => point.Name)),
            MarkField.Text("tier", points.Select(point => point.Tier.Written()), isEssential: true),
            MarkField.Text("stage", points.Select(point => point.Stage.Written()), isEssential: true),
            MarkField.Flag("open", points.Select(point => point.IsOpen), isEssential: true),
            MarkField.Flag("illustrative", points.Select(point => point.IsIllustrative), isEssential: true),
            MarkField.Text("area", points.Select(point => point.Area.Digits)),
        ], [.. totals]);
    }

    internal static IEnumerable<MarkSource> ListDemand(MarkLayer layer, IReadOnlyCollection<ServiceNetwork> networks)
    {
        var villages = networks.SelectMany(network => network.Villages).Where(village => village.Position is not null).ToList();
        yield return Source(layer, DemandCells, villages.Select(village => village.Position!.At),
        [
            MarkField.Text("code", villages.Select(village => village.Code.Digits)),
            MarkField.Text("name", villages.Select(village => village.Name)),
            MarkField.Whole("residents", villages.Select(village => (long)village.Residents.Count), isEssential: true),
        ], new MarkTotal("residents", [.. villages.Select(village => (long)village.Residents.Count)]));
    }

    /// <summary>Names from the zoom on where they could be drawn without overlap; nearer the top, where they are still too many, one a cell.</summary>
    internal static IEnumerable<MarkSource> ListLabels(MarkLayer layer, IReadOnlyCollection<ServiceNetwork> networks) =>
    [
        Labels(layer, layer.FromZoom, "county", networks.SelectMany(network => network.Counties).Select(county => (county.Seat, county.Code, county.Name))),
        Labels(layer, 8, "township", networks.SelectMany(network => network.Townships).Select(township => (township.Seat, township.Code, township.Name))),
        Labels(layer, 11, "village", networks.SelectMany(network => network.Villages).Select(village => (village.Position, village.Code, village.Name))),
    ];

    internal static IEnumerable<MarkSource> ListCrossings(MarkLayer layer, IReadOnlyCollection<ServiceNetwork> networks) =>
    [
        Source(layer, null, networks.SelectMany(network => network.Crossings).Select(crossing => crossing.Position.At),
            [MarkField.Text("name", networks.SelectMany(network => network.Crossings).Select(crossing => crossing.Name), isEssential: true)]),
    ];

    private static MarkSource Labels(MarkLayer layer, int fromZoom, string level, IEnumerable<(Position? At, AreaCode Code, string Name)> areas)
    {
        var located = areas.Where(area => area.At is not null).ToList();
        return Source(layer with { FromZoom = fromZoom }, null, located.Select(area => area.At!.At),
        [
            MarkField.Text("code", located.Select(area => area.Code.Digits)),
            MarkField.Text("name", located.Select(area => RegisterName.PlaceOf(area.Name)), isEssential: true),
            MarkField.Text("level", located.Select(_ => level), isEssential: true),
        ]);
    }

    private static MarkSource Source(MarkLayer layer, string? cells, IEnumerable<LonLat> places, MarkField[] fields, params MarkTotal[] totals)
    {
        var at = places.ToImmutableArray();
        var columns = new MarkColumns([.. at.Select(place => place.Longitude)], [.. at.Select(place => place.Latitude)], fields, totals);
        return new MarkSource(layer.Name, cells, layer.FromZoom, new MarkIndex(columns));
    }
}
