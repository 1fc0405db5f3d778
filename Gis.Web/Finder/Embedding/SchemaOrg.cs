using System.Text.Json;
using System.Text.Json.Serialization;
using Gis.Core.Network;

namespace Gis.Web.Finder.Embedding;

/// <summary>A point in the words of schema.org, for search engines and readers of pages. What only illustrates is left out.</summary>
public static class SchemaOrg
{
    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The point as JSON-LD, safe to stand in a page.</summary>
    public static string Write(ServiceNetwork network, ServicePoint point, Uri address)
    {
        var reception = point.Reception;
        var hours = reception?.Hours is { Provenance.IsIllustrative: false } stated ? stated.Weekly.ToOpenStreetMap().Split("; ") : null;
        return JsonSerializer.Serialize(
            new PointLd(
                point.Name, address.ToString(), reception is { Phone.Length: > 0 } ? reception.Phone : "12348",
                new AreaLd(network.FindAreaName(point.Area) ?? point.Area.Digits),
                reception is { Address.Length: > 0 } ? new AddressLd(reception.Address, network.City.Name) : null,
                point.Position is { LeadsToTheDoor: true } position ? new GeoLd(position.At.Latitude, position.At.Longitude) : null,
                hours),
            Written);
    }

    private sealed record PointLd(string Name, string Url, string Telephone, AreaLd AreaServed, AddressLd? Address, GeoLd? Geo, string[]? OpeningHours)
    {
        [JsonPropertyName("@context"), JsonPropertyOrder(-2)]
        public string Context => "https://schema.org";

        [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
        public string[] Type => ["GovernmentOffice", "LegalService"];
    }

    private sealed record AreaLd(string Name)
    {
        [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
        public string Type => "AdministrativeArea";
    }

    private sealed record AddressLd(string StreetAddress, string AddressLocality)
    {
        [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
        public string Type => "PostalAddress";

        public string AddressCountry => "CN";
    }

    private sealed record GeoLd(double Latitude, double Longitude)
    {
        [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
        public string Type => "GeoCoordinates";
    }
}
