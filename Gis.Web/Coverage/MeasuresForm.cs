using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Units;
using Gis.Web.Layout;

namespace Gis.Web.Coverage;

/// <summary>What the measures of hours need beside a question, as someone writes it; what is left out is as usual.</summary>
public sealed record MeasuresForm
{
    // More hours than a month has, shared by a thousand advisers; it keeps sums far from where numbers get coarse.
    private const double MostHours = 744_000;

    public string? CentreHours { get; init; }

    public string? StationHours { get; init; }

    public string? RoomHours { get; init; }

    public string? PerHour { get; init; }

    public string? Tau { get; init; }

    /// <summary>The zones of E2SFCA, as 10:1,20:0.68,30:0.22.</summary>
    public string? Zones { get; init; }

    /// <summary>The zones of 3SFCA.</summary>
    public string? Zones3 { get; init; }

    public static MeasuresForm Of(IQueryCollection query) => new()
    {
        CentreHours = query["centreHours"],
        StationHours = query["stationHours"],
        RoomHours = query["roomHours"],
        PerHour = query["perHour"],
        Tau = query["tau"],
        Zones = query["zones"],
        Zones3 = query["zones3"],
    };

    /// <summary>Reads the settings; null when a field is wrong, and then the faults say which and what would be right.</summary>
    public MeasureSettings? Read(Language language, FormFaults faults)
    {
        var (read, usual) = (new Reading(language, faults), MeasureSettings.Usual);
        var settings = new MeasureSettings(
            new AdviserHours(
                read.Hours("centreHours", CentreHours, usual.Hours.Centre),
                read.Hours("stationHours", StationHours, usual.Hours.Station),
                read.Hours("roomHours", RoomHours, usual.Hours.Room)),
            read.Zones("zones", Zones, usual.EnhancedZones),
            read.Zones("zones3", Zones3, usual.ThreeStepZones),
            usual.Raam with { Tau = read.Minutes("tau", Tau, usual.Raam.Tau) },
            read.People("perHour", PerHour, usual.ResidentsPerHour));
        return faults.IsEmpty ? settings : null;
    }

    /// <summary>The settings as they stand in a link, those as usual left out; begins with an ampersand unless empty.</summary>
    public static string Written(MeasureSettings settings)
    {
        var usual = MeasureSettings.Usual;
        return Part("centreHours", settings.Hours.Centre.Value, usual.Hours.Centre.Value)
            + Part("stationHours", settings.Hours.Station.Value, usual.Hours.Station.Value)
            + Part("roomHours", settings.Hours.Room.Value, usual.Hours.Room.Value)
            + Part("perHour", settings.ResidentsPerHour.Count, usual.ResidentsPerHour.Count)
            + Part("tau", settings.Raam.Tau.Value, usual.Raam.Tau.Value)
            + ZonesPart("zones", settings.EnhancedZones, usual.EnhancedZones)
            + ZonesPart("zones3", settings.ThreeStepZones, usual.ThreeStepZones);

        static string Part(string field, double value, double usual) =>
            value == usual ? "" : string.Create(CultureInfo.InvariantCulture, $"&{field}={value}");

        static string ZonesPart(string field, DecayZones zones, DecayZones usual) =>
            Written(zones) == Written(usual) ? "" : $"&{field}={Written(zones)}";
    }

    public static string Written(DecayZones zones) => string.Join(
        ',', zones.Zones.Select(zone => string.Create(CultureInfo.InvariantCulture, $"{zone.UpTo.Value}:{zone.Weight}")));

    private sealed class Reading(Language language, FormFaults faults)
    {
        internal MonthlyHours Hours(string field, string? text, MonthlyHours otherwise) => new(Number(
            field, text, otherwise.Value, hours => hours is >= 0 and <= MostHours,
            language[$"应为每月小时数,0 至 {MostHours}", $"hours a month from 0 to {MostHours}"]));

        internal Residents People(string field, string? text, Residents otherwise) => new((long)Number(
            field, text, otherwise.Count, people => people is >= 1 and <= 1_000_000 && people == Math.Floor(people),
            language["应为 1 至 1000000 的整数:每小时服务多少居民", "a whole number of residents from 1 to 1000000"]));

        internal Minutes Minutes(string field, string? text, Minutes otherwise) => new(Number(
            field, text, otherwise.Value, minutes => minutes > 0 && minutes <= CoverageQuestion.LongestLimit.Value,
            language[$"应为分钟数,大于 0,不超过 {CoverageQuestion.LongestLimit.Value}", $"minutes above 0 and at most {CoverageQuestion.LongestLimit.Value}"]));

        internal DecayZones Zones(string field, string? text, DecayZones otherwise)
        {
            if (string.IsNullOrEmpty(text))
                return otherwise;
            if (ParseZones(text) is { } read)
                return read;
            faults.Add(field, text, language[
                "应为 分钟:权重,如 10:1,20:0.68,30:0.22;分钟递增,不超过 240,权重大于 0,不超过 1",
                "minutes:weight, as 10:1,20:0.68,30:0.22; the minutes rising, at most 240, each weight above 0 and at most 1"]);
            return otherwise;
        }

        private double Number(string field, string? text, double otherwise, Func<double, bool> fits, string right)
        {
            if (string.IsNullOrEmpty(text))
                return otherwise;
            if (ParseNumber(text) is { } number && fits(number))
                return number;
            faults.Add(field, text, right);
            return otherwise;
        }
    }

    private static DecayZones? ParseZones(string text)
    {
        var zones = text.Split(',').Select(part => part.Split(':'))
            .Select(pair => pair is [var upTo, var weight] ? (UpTo: ParseNumber(upTo), Weight: ParseNumber(weight)) : default)
            .ToList();
        var fit = zones.All(zone => zone is { UpTo: >= 0, Weight: > 0 and <= 1 } && zone.UpTo <= CoverageQuestion.LongestLimit.Value)
            && zones.Zip(zones.Skip(1)).All(pair => pair.First.UpTo < pair.Second.UpTo);
        return fit ? new DecayZones([.. zones.Select(zone => new DecayZone(new Minutes(zone.UpTo!.Value), zone.Weight!.Value))]) : null;
    }

    private static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
