using System.Globalization;
using Gis.Core.Units;
using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>The signed limit of a road.</summary>
internal static class MaxSpeed
{
    private const double KilometresInAMile = 1.609344;

    private const double Fastest = 120;

    /// <summary>The limit in a direction (":forward", ":backward"); null where none is signed or what is written is no limit.</summary>
    internal static Speed? Find(TagsCollectionBase tags, string direction) =>
        tags.TryGetValue("maxspeed:motorcar", out var ofCars) && Read(ofCars) is { } cars ? cars
        : tags.TryGetValue("maxspeed" + direction, out var directed) && Read(directed) is { } oneWay ? oneWay
        : tags.TryGetValue("maxspeed", out var text) ? Read(text)
        : null;

    /// <summary>Reads "60", "60 km/h", "40 mph", "CN:urban", "walk", "none"; of several, the first.</summary>
    internal static Speed? Read(string text)
    {
        var value = text.Split(';', '|')[0].Trim();
        return value switch
        {
            "none" => new Speed(Fastest),
            "walk" => new Speed(5),
            _ when value.Contains(':', StringComparison.Ordinal) => OfZone(value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]),
            _ => OfNumber(value),
        };
    }

    // The zones of China: Regulation on the Implementation of the Road Traffic Safety Law, articles 45 and 78.
    private static Speed? OfZone(string zone) => zone switch
    {
        "urban" => new Speed(50),
        "rural" => new Speed(70),
        "trunk" => new Speed(80),
        "motorway" => new Speed(Fastest),
        "living_street" or "walk" => new Speed(20),
        _ => OfNumber(zone),
    };

    private static Speed? OfNumber(string value)
    {
        var digits = value.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz/ "]);
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || !(number > 0))
            return null;
        return value[digits.Length..].Trim() switch
        {
            "" or "km/h" or "kmh" or "kph" => new Speed(Math.Min(number, Fastest)),
            "mph" => new Speed(Math.Min(number * KilometresInAMile, Fastest)),
            _ => null,
        };
    }
}
