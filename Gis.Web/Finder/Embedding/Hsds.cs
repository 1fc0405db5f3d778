using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Network.Hours;
using Gis.Web.Finder.Hours;

namespace Gis.Web.Finder.Embedding;

/// <summary>
/// The points as the Open Referral Human Services Data Specification 3.0 has services and where they are given (docs.openreferral.org), for
/// directories that take in such data. What only illustrates is left out: there it would be taken for a fact.
/// </summary>
public static class Hsds
{
    /// <summary>The services, one for each tier.</summary>
    public static HsdsPage List(ServiceNetwork network)
    {
        ImmutableArray<HsdsService> services = [.. Enum.GetValues<Tier>().Select(tier => Write(network, tier))];
        return new HsdsPage(services.Length, 1, 1, services.Length, true, true, services.IsEmpty, services);
    }

    private static HsdsService Write(ServiceNetwork network, Tier tier) => new(
        Id($"{network.City.Code}/{tier.Written()}"),
        NameOf(tier),
        "active",
        string.Join(';', Duties.Of(tier).Select(duty => duty.Chinese)),
        new HsdsOrganization(Id(network.City.Code.Digits), $"{network.City.Name}司法局", "公共法律服务体系的主管部门"),
        [.. network.Points.Where(point => point.Tier == tier && point.IsOpen && !point.StageProvenance.IsIllustrative).Select(point => Write(network, point))]);

    private static HsdsServiceAtLocation Write(ServiceNetwork network, ServicePoint point)
    {
        var schedules = point.Reception is { Hours: { Provenance.IsIllustrative: false } hours } ? Write(point, hours.Weekly) : [];
        return new HsdsServiceAtLocation(
            Id($"{point.Id}/service"),
            Write(point),
            schedules,
            [new HsdsArea(Id($"{point.Id}/area"), network.FindAreaName(point.Area) ?? point.Area.Digits, point.Area.Digits, "china-division-code")]);
    }

    private static HsdsLocation Write(ServicePoint point)
    {
        var at = point.Position is { LeadsToTheDoor: true } position ? position.At : (Core.Places.LonLat?)null;
        var reception = point.Reception;
        return new HsdsLocation(
            Id(point.Id.ToString()), "physical", point.Name, at?.Latitude, at?.Longitude,
            reception is { Address.Length: > 0 } ? [new HsdsAddress(Id($"{point.Id}/address"), reception.Address, "CN", "physical")] : [],
            reception is { Phone.Length: > 0 } ? [new HsdsPhone(Id($"{point.Id}/phone"), reception.Phone, "voice")] : [],
            [.. (reception?.WaysIn ?? []).Select(way => new HsdsAccessibility(Id($"{point.Id}/{way.Written()}"), Layout.Language.Chinese.Of(way)))],
            [.. (reception?.Languages ?? []).Select(language => new HsdsLanguage(Id($"{point.Id}/{language}"), language))]);
    }

    // One schedule for each time of day, with the days on which it holds.
    private static ImmutableArray<HsdsSchedule> Write(ServicePoint point, WeeklyHours weekly) =>
    [
        .. Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7)
            .SelectMany(day => weekly.OnUsual(day).Select(span => (day, span)))
            .GroupBy(each => each.span)
            .Select(group => new HsdsSchedule(
                Id($"{point.Id}/{group.Key}"), "WEEKLY", string.Join(',', group.Select(each => each.day.ToString()[..2].ToUpperInvariant())),
                group.Key.From.ToPadded(), group.Key.To.ToPadded(), "+08:00")),
    ];

    private static string NameOf(Tier tier) => tier switch { Tier.Centre => "公共法律服务中心", Tier.Station => "公共法律服务工作站", _ => "公共法律服务工作室" };

    // RFC 9562, 5.8 and B.2: a UUID by a name and SHA-256, the same in every export.
    private static string Id(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}

/// <summary>One page of services, by the names of the specification as all of these.</summary>
public sealed record HsdsPage(
    [property: JsonPropertyName("total_items")] int TotalItems,
    [property: JsonPropertyName("total_pages")] int TotalPages,
    [property: JsonPropertyName("page_number")] int PageNumber,
    int Size,
    [property: JsonPropertyName("first_page")] bool FirstPage,
    [property: JsonPropertyName("last_page")] bool LastPage,
    bool Empty,
    IEnumerable<HsdsService> Contents);

public sealed record HsdsService(
    string Id, string Name, string Status, string Description, HsdsOrganization Organization,
    [property: JsonPropertyName("service_at_locations")] IEnumerable<HsdsServiceAtLocation> ServiceAtLocations);

public sealed record HsdsOrganization(string Id, string Name, string Description);

public sealed record HsdsServiceAtLocation(
    string Id, HsdsLocation Location, IEnumerable<HsdsSchedule> Schedules,
    [property: JsonPropertyName("service_areas")] IEnumerable<HsdsArea> ServiceAreas);

public sealed record HsdsLocation(
    string Id, [property: JsonPropertyName("location_type")] string LocationType, string Name, double? Latitude, double? Longitude,
    IEnumerable<HsdsAddress> Addresses, IEnumerable<HsdsPhone> Phones, IEnumerable<HsdsAccessibility> Accessibility, IEnumerable<HsdsLanguage> Languages);

public sealed record HsdsAddress(string Id, [property: JsonPropertyName("address_1")] string Address1, string Country, [property: JsonPropertyName("address_type")] string AddressType);

public sealed record HsdsPhone(string Id, string Number, string Type);

public sealed record HsdsAccessibility(string Id, string Description);

public sealed record HsdsLanguage(string Id, string Name);

public sealed record HsdsSchedule(
    string Id, string Freq, string Byday, [property: JsonPropertyName("opens_at")] string OpensAt, [property: JsonPropertyName("closes_at")] string ClosesAt, string Timezone);

public sealed record HsdsArea(string Id, string Name, string Extent, [property: JsonPropertyName("extent_type")] string ExtentType);
