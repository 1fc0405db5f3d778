using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Gis.Web.Siting;

/// <summary>A schedule as someone writes it, in a link or a form, before it is read.</summary>
/// <param name="From">The first month in which rooms may be finished, as "2027-03".</param>
/// <param name="To">The last such month.</param>
/// <param name="Until">The last month that is counted.</param>
public sealed record ScheduleForm(string From, string To, string Until)
{
    /// <summary>Rooms a month: one number for every county, "county:number" for one, "county:month:number" for one month of it; empty: as many as it takes.</summary>
    public ImmutableArray<string> Crews { get; init; } = [];

    /// <summary>Money a month, written as the crews are; empty: no limit.</summary>
    public ImmutableArray<string> Money { get; init; } = [];

    /// <summary>What a room costs: one number for every room, "room:number" for one; empty: 1.</summary>
    public ImmutableArray<string> Cost { get; init; } = [];

    /// <summary>"room:month", as the next four are.</summary>
    public ImmutableArray<string> Earliest { get; init; } = [];

    public ImmutableArray<string> Latest { get; init; } = [];

    public ImmutableArray<string> Fixed { get; init; } = [];

    public ImmutableArray<string> Was { get; init; } = [];

    public ImmutableArray<string> Slips { get; init; } = [];

    /// <summary>The current month of a schedule that is under way; empty: it is made anew.</summary>
    public string Now { get; init; } = "";

    public string All { get; init; } = "yes";

    /// <summary>The plan's window in a year: built from March to September, counted until December.</summary>
    public static ScheduleForm ForYear(int year) => new($"{year:0000}-03", $"{year:0000}-09", $"{year:0000}-12");

    /// <summary>Takes the fields of a link or a form; what is not there is as it is for <paramref name="year"/>.</summary>
    public static ScheduleForm Of(IEnumerable<KeyValuePair<string, StringValues>> fields, int year)
    {
        var given = fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.OrdinalIgnoreCase);
        string Text(string name, string otherwise) => given.TryGetValue(name, out var value) && value.ToString().Trim() is { Length: > 0 } text ? text : otherwise;
        ImmutableArray<string> List(string name) => given.TryGetValue(name, out var values) ? CoverageForm.Split(values) : [];
        var usual = ForYear(year);
        return new ScheduleForm(Text("from", usual.From), Text("to", usual.To), Text("until", usual.Until))
        {
            Crews = List("crews"),
            Money = List("money"),
            Cost = List("cost"),
            Earliest = List("earliest"),
            Latest = List("latest"),
            Fixed = List("fixed"),
            Was = List("was"),
            Slips = List("slips"),
            Now = Text("now", ""),
            All = Text("all", "yes"),
        };
    }

    /// <summary>Takes a form from its written text.</summary>
    public static ScheduleForm Parse(string text, int year) => Of(QueryHelpers.ParseQuery(text), year);

    /// <summary>The form as it stands in a link: the fields in one order, lists sorted, what is as usual left out.</summary>
    public override string ToString() => string.Join('&', new (string Name, string Value)[]
    {
        ("from", From), ("to", To), ("until", Until), ("crews", Join(Crews)), ("money", Join(Money)), ("cost", Join(Cost)),
        ("earliest", Join(Earliest)), ("latest", Join(Latest)), ("fixed", Join(Fixed)), ("all", All == "yes" ? "" : All),
        ("now", Now), ("was", Join(Was)), ("slips", Join(Slips)),
    }.Where(field => field.Value.Length > 0).Select(field => $"{field.Name}={field.Value}"));

    /// <summary>Reads the schedule for a question; null when a field is wrong, and then the faults say which and what would be right.</summary>
    public ScheduleQuestion? Read(ServiceNetwork network, CoverageQuestion question, Language language, out FormFaults faults)
    {
        faults = new FormFaults();
        var read = new ScheduleReader(network, question, language, faults).Read(this);
        return faults.IsEmpty ? read : null;
    }

    // What is said of all goes before what is said of one.
    private static string Join(ImmutableArray<string> values) =>
        string.Join(',', values.OrderBy(value => value.Contains(':', StringComparison.Ordinal)).ThenBy(value => value, StringComparer.Ordinal));
}
