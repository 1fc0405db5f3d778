using System.Globalization;
using System.Xml;
using Gis.Core.Travel.Roads;
using Gis.Core.Units;
using OsmSharp.Tags;

namespace Gis.Data.Roads;

/// <summary>What the tags of a ferry mean. Waiting for it is not in the time.</summary>
internal static class FerryRules
{
    /// <summary>Who is not named is taken on board on foot and by e-bike, but not by car: many ferries take none.</summary>
    internal static WayRules? Read(TagsCollectionBase tags) => new WayRules(
        UseOf(tags, Permissions.Walk, open: true),
        UseOf(tags, Permissions.EBike, open: true),
        UseOf(tags, Permissions.Car, open: false),
        tags.TryGetValue("name", out var name) ? name : null,
        PassOnly: true,
        IsFerry: true,
        tags.TryGetValue("duration", out var duration) ? ReadDuration(duration) : null);

    /// <summary>Reads "00:20", "1:05:00", "20" (minutes) or "PT20M"; null for anything else, and for no time at all.</summary>
    internal static Minutes? ReadDuration(string text)
    {
        var minutes = text.Split(':') switch
        {
            [var hours, var rest] => (60 * Whole(hours)) + Whole(rest),
            [var hours, var rest, var seconds] => (60 * Whole(hours)) + Whole(rest) + (Whole(seconds) / 60),
            _ => text.StartsWith("PT", StringComparison.Ordinal) ? ReadIso(text) : Whole(text),
        };
        return minutes > 0 ? new Minutes(minutes) : null;
    }

    private static RoadUse UseOf(TagsCollectionBase tags, string[] keys, bool open) =>
        (Permissions.Find(tags, keys) ?? (open ? Permission.Open : Permission.Closed)) == Permission.Closed
            ? default
            : WayRules.UseOf(Oneway.OfCar(tags), _ => new Speed(WayRules.FerrySpeed));

    private static double Whole(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static double ReadIso(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text).TotalMinutes;
        }
        catch (FormatException)
        {
            return double.NaN;
        }
    }
}
