using System.Globalization;
using Gis.Core.Network;

namespace Gis.Data.Export;

/// <summary>The points, the villages and the posts as tables for a spreadsheet, each value with where it comes from.</summary>
public static class CsvExport
{
    private static readonly string[] PositionHeader = ["longitude", "latitude", "placement", "accuracy_m", "position_source"];

    public static Task WritePointsAsync(ServiceNetwork network, string file, CancellationToken cancellation = default) =>
        WriteAsync(WritePoints(network), file, cancellation);

    public static Task WriteVillagesAsync(ServiceNetwork network, string file, CancellationToken cancellation = default) =>
        WriteAsync(WriteVillages(network), file, cancellation);

    public static Task WriteStaffAsync(ServiceNetwork network, string file, CancellationToken cancellation = default) =>
        WriteAsync(WriteStaff(network), file, cancellation);

    public static CsvText WritePoints(ServiceNetwork network)
    {
        var table = new CsvText(
            ["id", "name", "tier", "area_code", "area_name", "bank", "stage", "stage_basis", "stage_source", .. PositionHeader, .. ReceptionCells.Header, "data_version"]);
        foreach (var point in network.Points)
        {
            table.Append(
            [
                point.Id.ToString(), point.Name, point.Tier.Written(), point.Area.Digits, network.FindAreaName(point.Area),
                point.Bank.ToString(), point.Stage.Written(), point.StageProvenance.Basis.Written(), point.StageProvenance.Source,
                .. Cells(point.Position), .. ReceptionCells.Write(point.Reception), network.Version,
            ]);
        }

        return table;
    }

    public static CsvText WriteVillages(ServiceNetwork network)
    {
        var table = new CsvText(
        [
            "code", "name", "kind", "township_code", "township_name", "bank", "residents", "residents_basis", "residents_source",
            .. PositionHeader, "data_version",
        ]);
        foreach (var village in network.Villages)
        {
            table.Append(
            [
                village.Code.Digits, village.Name, village.Kind.Written(), village.Code.Township.Digits, network.FindAreaName(village.Code.Township),
                village.Bank.ToString(), village.ResidentsProvenance.IsKnown ? village.Residents.ToString() : "", village.ResidentsProvenance.Basis.Written(), village.ResidentsProvenance.Source,
                .. Cells(village.Position), network.Version,
            ]);
        }

        return table;
    }

    /// <summary>The posts reported; a post of which nothing is reported has no row.</summary>
    public static CsvText WriteStaff(ServiceNetwork network)
    {
        var table = new CsvText("point_id", "point_name", "post", "count", "hours_a_month", "basis", "source", "data_version");
        foreach (var staff in network.Staff)
        {
            table.Append(
                staff.Point.ToString(), network.FindPoint(staff.Point)!.Name, staff.Post.Written(),
                staff.Count.ToString(CultureInfo.InvariantCulture), CsvText.Number(staff.Hours?.Value),
                staff.Provenance.Basis.Written(), staff.Provenance.Source, network.Version);
        }

        return table;
    }

    private static string[] Cells(Position? position) =>
    [
        CsvText.Number(position?.At.Longitude), CsvText.Number(position?.At.Latitude), position?.Placement.Written() ?? "",
        CsvText.Number(position?.Accuracy.Value), position?.Source ?? "",
    ];

    private static Task WriteAsync(CsvText table, string file, CancellationToken cancellation) =>
        WholeFile.WriteAsync(file, part => File.WriteAllBytesAsync(part, table.ToBytes(), cancellation));
}
