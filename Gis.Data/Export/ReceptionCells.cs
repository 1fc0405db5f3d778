using System.Globalization;
using Gis.Core.Network;
using Gis.Data.Store;

namespace Gis.Data.Export;

/// <summary>What one must know of a point, as the columns of a table; what is not known is empty.</summary>
internal static class ReceptionCells
{
    internal static readonly string[] Header =
        ["hours", "hours_basis", "hours_source", "address", "phone", "ways_in", "languages", "checked_on", "details_basis", "details_source"];

    internal static string[] Write(Reception? reception)
    {
        var (hours, details) = (reception?.Hours, reception is { HasDetails: true } ? reception : null);
        return
        [
            hours?.Weekly.ToString() ?? "", hours?.Provenance.Basis.Written() ?? "", hours?.Provenance.Source ?? "",
            details?.Address ?? "", details?.Phone ?? "", ReceptionColumns.Join(details?.WaysIn ?? []), ReceptionColumns.Join(details?.Languages ?? []),
            details?.Checked?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", details?.Provenance.Basis.Written() ?? "", details?.Provenance.Source ?? "",
        ];
    }
}
