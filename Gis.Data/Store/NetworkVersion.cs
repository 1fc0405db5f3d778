using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gis.Core.Network;
using Gis.Core.Places;

namespace Gis.Data.Store;

/// <summary>Names the content of a network: equal records give an equal version, in any order and on any machine.</summary>
public static class NetworkVersion
{
    /// <summary>The first twelve hexadecimal digits of the SHA-256 of every field of every record.</summary>
    public static string Of(NetworkParts parts)
    {
        var lines = new[] { Line("city", parts.City.Code, parts.City.Name, parts.City.EnglishName) }
            .Concat(parts.Counties.Select(Line).Order(StringComparer.Ordinal))
            .Concat(parts.Townships.Select(Line).Order(StringComparer.Ordinal))
            .Concat(parts.Villages.Select(Line).Order(StringComparer.Ordinal))
            .Concat(parts.Points.Select(Line).Order(StringComparer.Ordinal))
            .Concat(parts.Firms.Select(Line).Order(StringComparer.Ordinal))
            .Concat(parts.Staff.Select(Line).Order(StringComparer.Ordinal))
            .Concat(parts.SpecialHours.Select(Line).Order(StringComparer.Ordinal))
            .Concat(parts.Crossings.Select(Line).Order(StringComparer.Ordinal))
            .Append(Line(["river", .. parts.River.Select(Text)]));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..12];
    }

    private static string Line(County county) => Line(
        "county", county.Code, county.Name, Text(county.Seat), county.Census, Text(county.CensusProvenance));

    private static string Line(Township township) => Line(
        "township", township.Code, township.Name, township.Kind, Text(township.Seat), township.Bank);

    private static string Line(Village village) => Line(
        "village", village.Code, village.Name, village.Kind, Text(village.Position), village.Bank, village.Residents, Text(village.ResidentsProvenance));

    // Of what nothing is known nothing is said, so that networks from before it could be keep their version.
    private static string Line(ServicePoint point) => Line(
        ["point", point.Id, point.Name, point.Tier, point.Area, Text(point.Position), point.Bank, point.Stage, Text(point.StageProvenance),
            .. point.Reception is { } reception ? Fields(reception) : []]);

    private static IEnumerable<object> Fields(Reception reception) =>
    [
        "reception", Text(reception.Provenance), reception.Address, reception.Phone,
        reception.Hours is { } hours ? Line(hours.Weekly, Text(hours.Provenance)) : "none",
        ReceptionColumns.Join(reception.WaysIn), ReceptionColumns.Join(reception.Languages), Text(reception.Checked),
    ];

    private static string Line(SpecialHours special) => Line(
        "special-hours", special.Point, Text(special.From), Text(special.To), special.Hours?.ToString() ?? "closed", special.Reason);

    private static string Line(Firm firm) => Line(
        "firm", firm.Id, firm.Name, Text(firm.Office), firm.County, firm.Lawyers.ToString(CultureInfo.InvariantCulture), Text(firm.Provenance));

    private static string Line(Staff staff) => Line(
        "staff", staff.Point, staff.Post, staff.Count.ToString(CultureInfo.InvariantCulture),
        staff.Hours?.Value.ToString("R", CultureInfo.InvariantCulture) ?? "none", Text(staff.Provenance));

    private static string Line(Crossing crossing) => Line("crossing", crossing.Name, Text(crossing.Position), crossing.From, crossing.To);

    // Unit separators keep "a" + "bc" apart from "ab" + "c".
    private static string Line(params object[] fields) => string.Join('\u001f', fields);

    private static string Text(Position? position) => position is null
        ? "none"
        : Line(Text(position.At), position.Placement, position.Accuracy.Value.ToString("R", CultureInfo.InvariantCulture), position.Source);

    private static string Text(Provenance provenance) => Line(provenance.Basis, provenance.Source);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";

    private static string Text(LonLat at) => string.Create(CultureInfo.InvariantCulture, $"{at.Longitude:R} {at.Latitude:R}");
}
