using System.Text.Json.Nodes;
using Gis.Core.Network;

namespace Gis.Web.Finder.Embedding;

/// <summary>A point in the words of schema.org, for search engines and readers of pages. What only illustrates is left out.</summary>
public static class SchemaOrg
{
    /// <summary>The point as JSON-LD, safe to stand in a page.</summary>
    public static string Write(ServiceNetwork network, ServicePoint point, Uri address)
    {
        var reception = point.Reception;
        var told = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = new JsonArray("GovernmentOffice", "LegalService"),
            ["name"] = point.Name,
            ["url"] = address.ToString(),
            ["telephone"] = reception is { Phone.Length: > 0 } ? reception.Phone : "12348",
            ["areaServed"] = new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = network.FindAreaName(point.Area) ?? point.Area.Digits },
        };
        if (reception is { Address.Length: > 0 })
            told["address"] = new JsonObject { ["@type"] = "PostalAddress", ["streetAddress"] = reception.Address, ["addressLocality"] = network.City.Name, ["addressCountry"] = "CN" };
        if (point.Position is { LeadsToTheDoor: true } position)
            told["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = position.At.Latitude, ["longitude"] = position.At.Longitude };
        if (reception?.Hours is { Provenance.IsIllustrative: false } hours)
            told["openingHours"] = new JsonArray([.. hours.Weekly.ToOpenStreetMap().Split("; ").Select(part => JsonValue.Create(part))]);
        return told.ToJsonString();
    }
}
