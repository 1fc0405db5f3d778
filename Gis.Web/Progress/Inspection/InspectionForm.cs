using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Core.Progress.Inspection;
using Gis.Core.Units;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Gis.Web.Progress.Inspection;

/// <summary>An inspection as someone writes it, in a link or a form, before it is read.</summary>
/// <param name="Kind">Which inspection of the year.</param>
/// <param name="From">The first day, as "2026-11-11".</param>
public sealed record InspectionForm(string Kind, string From)
{
    public const string DefaultKind = "first-tour";

    public ImmutableArray<string> Stages { get; init; } = [];

    /// <summary>A county; empty: all.</summary>
    public string Area { get; init; } = "";

    public string Base { get; init; } = "county";

    public string Teams { get; init; } = "1";

    public string Hours { get; init; } = "8";

    /// <summary>Minutes at a centre, as the next two are at a station and a room.</summary>
    public string Centre { get; init; } = "90";

    public string Station { get; init; } = "60";

    public string Room { get; init; } = "40";

    /// <summary>When the teams set out.</summary>
    public string Start { get; init; } = "08:30";

    /// <summary>Minutes of rest at noon, which are not part of the hours.</summary>
    public string Noon { get; init; } = "60";

    /// <summary>The last day there is; empty: as many as it takes.</summary>
    public string By { get; init; } = "";

    /// <summary>Ids of points that are not looked at.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Takes the fields of a link or a form; what is not there is as usual, in the year to come once its days are past.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="set">The days of the year that is being built; other years have those of the plan.</param>
    public static InspectionForm Of(IEnumerable<KeyValuePair<string, StringValues>> fields, DateOnly today, YearCalendar set)
    {
        var given = fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.OrdinalIgnoreCase);
        string Text(string name, string otherwise) => given.TryGetValue(name, out var value) && value.ToString().Trim() is { Length: > 0 } text ? text : otherwise;
        var kind = Text("kind", DefaultKind);
        var known = WrittenName.TryRead<InspectionKind>(kind, out var read);
        var usual = new InspectionForm(kind, "");
        return new InspectionForm(kind, Text("from", known ? Wording.Day(FirstDay(read, today, set)) : ""))
        {
            Stages = given.TryGetValue("stages", out var stages) ? CoverageForm.Split(stages) : known ? Written(read) : [],
            Area = Text("area", ""),
            Base = Text("base", usual.Base),
            Teams = Text("teams", usual.Teams),
            Hours = Text("hours", usual.Hours),
            Centre = Text("centre", usual.Centre),
            Station = Text("station", usual.Station),
            Room = Text("room", usual.Room),
            Start = Text("start", usual.Start),
            Noon = Text("noon", usual.Noon),
            By = Text("by", ""),
            Without = given.TryGetValue("without", out var without) ? CoverageForm.Split(without) : [],
        };
    }

    /// <summary>Takes a form from its written text.</summary>
    public static InspectionForm Parse(string text, DateOnly today, YearCalendar set) => Of(QueryHelpers.ParseQuery(text), today, set);

    /// <summary>The form as it stands in a link: the fields in one order, what is as usual left out.</summary>
    public override string ToString()
    {
        var usual = new InspectionForm(Kind, From);
        string Unless(string value, string usually) => value == usually ? "" : value;
        var stages = string.Join(',', Stages.Distinct().Order(StringComparer.Ordinal));
        var usually = WrittenName.TryRead<InspectionKind>(Kind, out var kind) ? string.Join(',', Written(kind).Order(StringComparer.Ordinal)) : "";
        return string.Join('&', new (string Name, string Value)[]
        {
            ("kind", Kind), ("from", From), ("stages", Unless(stages, usually)), ("area", Area), ("base", Unless(Base, usual.Base)),
            ("teams", Unless(Teams, usual.Teams)), ("hours", Unless(Hours, usual.Hours)), ("centre", Unless(Centre, usual.Centre)),
            ("station", Unless(Station, usual.Station)), ("room", Unless(Room, usual.Room)), ("start", Unless(Start, usual.Start)),
            ("noon", Unless(Noon, usual.Noon)), ("by", By), ("without", string.Join(',', Without.Distinct().Order(StringComparer.Ordinal))),
        }.Where(field => field.Value.Length > 0).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal)}"));
    }

    /// <summary>Reads the inspection; null when a field is wrong, and then the faults say which and what would be right.</summary>
    public InspectionQuestion? Read(ServiceNetwork network, WorkCalendar calendar, Language language, out FormFaults faults)
    {
        faults = new FormFaults();
        var read = new InspectionReader(network, calendar, language, faults).Read(this);
        return faults.IsEmpty ? read : null;
    }

    private static DateOnly FirstDay(InspectionKind kind, DateOnly today, YearCalendar set)
    {
        var first = kind.FirstDay(set.In(today.Year));
        return first < today ? kind.FirstDay(set.In(today.Year + 1)) : first;
    }

    private static ImmutableArray<string> Written(InspectionKind kind) => [.. kind.Stages().Select(stage => stage.Written())];
}

/// <summary>An inspection that was asked for, read.</summary>
/// <param name="Written">It as it stands in a link.</param>
/// <param name="Kind">Which inspection of the year.</param>
/// <param name="Points">What is looked at, in the network's order.</param>
/// <param name="Base">Where the teams set out.</param>
/// <param name="Teams">How many teams each part has.</param>
/// <param name="Hours">How long a team may be away, noon not counted.</param>
/// <param name="Checks">How long looking at a point takes.</param>
/// <param name="Clock">The days and the hours.</param>
public sealed record InspectionQuestion(
    string Written, InspectionKind Kind, ImmutableArray<ServicePoint> Points, InspectionBase Base, int Teams, Minutes Hours, CheckTimes Checks, InspectionClock Clock)
{
    /// <summary>Points that were asked to be left out although their stage is looked at.</summary>
    public required ImmutableArray<ServicePoint> LeftOut { get; init; }
}

/// <summary>When the teams set out and rest, and on which days.</summary>
/// <param name="From">The first day.</param>
/// <param name="By">The last there is; none: as many as it takes.</param>
/// <param name="Start">When the teams set out.</param>
/// <param name="Noon">How long they rest before the first stop that they reach at twelve or later.</param>
/// <param name="Calendar">Which days are worked.</param>
public sealed record InspectionClock(DateOnly From, DateOnly? By, TimeOnly Start, Minutes Noon, WorkCalendar Calendar)
{
    private static readonly TimeOnly Twelve = new(12, 0);

    /// <summary>How many days there are; none: as many as it takes.</summary>
    public int? MostDays => By is { } last ? Calendar.Count(From, last) : null;

    /// <summary>The time of day at which a stop is reached that is so far into the tour.</summary>
    public TimeOnly TimeOf(Minutes arrival)
    {
        var time = Start.Add(TimeSpan.FromMinutes(arrival.Value));
        return time >= Twelve ? time.Add(TimeSpan.FromMinutes(Noon.Value)) : time;
    }

    /// <summary>The time of day at which a tour is over; who is back before reaching a stop after twelve has not rested on the way.</summary>
    public TimeOnly BackOf(DayTour tour)
    {
        var time = Start.Add(TimeSpan.FromMinutes(tour.Away.Value));
        return Start.Add(TimeSpan.FromMinutes(tour.Visits[^1].Arrival.Value)) >= Twelve ? time.Add(TimeSpan.FromMinutes(Noon.Value)) : time;
    }
}
