using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Data.Store;
using Gis.Data.Store.GeoPackage;
using NetTopologySuite.Geometries;
using Position = Gis.Core.Network.Position;

namespace Gis.Data.Export;

/// <summary>One table of a GeoPackage: its columns with their types and its rows in the same order.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Geometry">The type of the geometry, the last value of each row; none in a table without.</param>
/// <param name="Columns">As "code TEXT".</param>
/// <param name="Rows">The values.</param>
internal sealed record AnswerLayer(string Table, string? Geometry, ImmutableArray<string> Columns, IEnumerable<object?[]> Rows);

/// <summary>The tables of a coverage answer.</summary>
internal sealed class AnswerLayers(CoverageAnswer answer, Receipt receipt)
{
    private static readonly GeometryFactory Geometries = new(new PrecisionModel(), NetworkRows.Srid);

    private static readonly string[] Placed = ["placement TEXT", "accuracy_m DOUBLE", "position_source TEXT"];

    private static readonly string[] Reached = ["residents INTEGER", "covered BOOLEAN", "minutes DOUBLE", "metres DOUBLE", "nearest_point TEXT", "nearest_name TEXT"];

    private readonly ServiceNetwork network = answer.Network;

    internal IEnumerable<AnswerLayer> List(IReadOnlyDictionary<AreaCode, Geometry> cells) =>
        [ListVillages(), ListCells(cells), ListPoints(), ListAreas(), Sum()];

    private AnswerLayer ListVillages() => new(
        "villages", "POINT",
        ["code TEXT", "name TEXT", "township TEXT", "county TEXT", .. Reached, "residents_basis TEXT", "residents_source TEXT", .. Placed],
        network.Villages.Select((village, row) => (object?[])
        [
            village.Code.Digits, village.Name, network.FindAreaName(village.Code.Township), network.FindAreaName(village.Code.County),
            .. ReachOf(row), village.ResidentsProvenance.Basis.Written(), village.ResidentsProvenance.Source,
            .. PlaceOf(village.Position),
        ]));

    private AnswerLayer ListCells(IReadOnlyDictionary<AreaCode, Geometry> cells) => new(
        "service_areas", "MULTIPOLYGON",
        ["code TEXT", "name TEXT", .. Reached],
        network.Villages.Select((village, row) => (Village: village, Row: row)).Where(entry => cells.ContainsKey(entry.Village.Code))
            .Select(entry => (object?[])[entry.Village.Code.Digits, entry.Village.Name, .. ReachOf(entry.Row), Blob(cells[entry.Village.Code])]));

    private AnswerLayer ListPoints() => new(
        "points", "POINT",
        ["id TEXT", "name TEXT", "tier TEXT", "area_code TEXT", "stage TEXT", "counts_as_open BOOLEAN", "stage_basis TEXT", "stage_source TEXT", .. Placed],
        network.Points.Select(point => (object?[])
        [
            point.Id.ToString(), point.Name, point.Tier.Written(), point.Area.Digits, point.Stage.Written(), answer.Question.IsOpen(point),
            point.StageProvenance.Basis.Written(), point.StageProvenance.Source, .. PlaceOf(point.Position),
        ]));

    private AnswerLayer ListAreas() => new(
        "areas", null,
        ["level TEXT", "code TEXT", "name TEXT", "residents INTEGER", "covered INTEGER", "share DOUBLE"],
        answer.Counties.Select(area => AreaOf("county", area)).Concat(answer.Townships.Select(area => AreaOf("township", area))));

    private AnswerLayer Sum() => new(
        "answer", null,
        [
            "weighting TEXT", "residents INTEGER", "covered INTEGER", "share DOUBLE", "share_low DOUBLE", "share_high DOUBLE", "illustrative BOOLEAN",
            "question TEXT", "data_version TEXT", "travel_version TEXT", "program_version TEXT",
        ],
        [[
            answer.Question.Weighting.Written(), answer.Total.Residents.Count, answer.Total.Covered.Count, answer.Total.Share?.Value,
            answer.Interval?.Low.Value, answer.Interval?.High.Value, network.HasIllustration,
            receipt.Question, receipt.Data, receipt.Travel, receipt.Program,
        ]]);

    private object?[] AreaOf(string level, AreaCoverage area) =>
        [level, area.Area!.Value.Digits, network.FindAreaName(area.Area.Value), area.Residents.Count, area.Covered.Count, area.Share?.Value];

    private object?[] ReachOf(int row)
    {
        var nearest = answer.Villages[row].Nearest;
        var point = nearest is { } reach ? network.Points[reach.Point] : null;
        return [network.Villages[row].Residents.Count, answer.IsCovered(row), nearest?.Time.Value, nearest?.Way.Value, point?.Id.ToString(), point?.Name];
    }

    private static object?[] PlaceOf(Position? position) => position is null
        ? [null, null, null, null]
        : [position.Placement.Written(), position.Accuracy.Value, position.Source, Blob(position.At)];

    private static byte[] Blob(LonLat at) => GeoPackageMapping.Write(Geometries.CreatePoint(new Coordinate(at.Longitude, at.Latitude)));

    private static byte[] Blob(Geometry cell) => GeoPackageMapping.Write(
        cell as MultiPolygon ?? cell.Factory.CreateMultiPolygon([.. Enumerable.Range(0, cell.NumGeometries).Select(cell.GetGeometryN).OfType<Polygon>()]));
}
