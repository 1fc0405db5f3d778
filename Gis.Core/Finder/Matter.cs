using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>A matter of law as people speak of it, and who helps with it.</summary>
public sealed record Matter
{
    /// <summary>Its name in links and in the API, as "divorce".</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required string Chinese { get; init; }

    /// <summary>The same in English.</summary>
    public required string English { get; init; }

    /// <summary>Words by which it is known; in one with a star, up to eight other characters may stand in its place.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>English words and phrases by which it is known, in lower case.</summary>
    public required ImmutableArray<string> EnglishWords { get; init; }

    /// <summary>The windows and duties that help with it, tier by tier; at least one.</summary>
    public required ImmutableArray<Duty> Duties { get; init; }

    /// <summary>What to do first, in at most 20 characters.</summary>
    public required string FirstChinese { get; init; }

    /// <summary>The same in English.</summary>
    public required string FirstEnglish { get; init; }

    /// <summary>Which other office decides or must be told; empty if none does.</summary>
    public required string OtherChinese { get; init; }

    /// <summary>The same in English.</summary>
    public required string OtherEnglish { get; init; }

    /// <summary>Whether who asks may be in danger, and somebody may look over their shoulder.</summary>
    public required bool NeedsCare { get; init; }

    /// <summary>The tiers whose points help with it.</summary>
    public ImmutableSortedSet<Tier> Tiers => [.. Duties.Select(duty => duty.Tier)];
}

/// <summary>The matters the program knows.</summary>
/// <remarks>
/// The windows and duties are those of the plan of 2018-03-13, §3(1)2; which of them a matter needs, the words and the first steps
/// are ours (geodata/README.md, docs/methods/finding.md).
/// </remarks>
public static class Matters
{
    private const char Between = ';';

    private static readonly Lazy<ImmutableArray<Matter>> Embedded = new(() => Parse(EmbeddedTable.Read("matters.csv")));

    /// <summary>All of them, in the order of the table.</summary>
    public static ImmutableArray<Matter> All => Embedded.Value;

    /// <summary>The matter of a code, or null.</summary>
    public static Matter? Find(string? code) => All.FirstOrDefault(matter => matter.Code == code);

    /// <summary>Reads a table: a header and a row for each matter, lists parted by semicolons.</summary>
    /// <exception cref="FormatException">A row is wrong; the message names it.</exception>
    public static ImmutableArray<Matter> Parse(string table) => [.. EmbeddedTable.ReadRows(table).Select(row => Read(row.Line, row.Cells))];

    private static Matter Read(int line, string[] cells) => cells is [var code, var chinese, var english, var words, var englishWords, var centre, var station, var room, var firstChinese, var firstEnglish, var otherChinese, var otherEnglish, var care]
        ? new Matter
        {
            Code = code,
            Chinese = chinese,
            English = english,
            Words = List(words),
            EnglishWords = List(englishWords),
            Duties = [.. DutiesOf(line, Tier.Centre, centre), .. DutiesOf(line, Tier.Station, station), .. DutiesOf(line, Tier.Room, room)],
            FirstChinese = firstChinese,
            FirstEnglish = firstEnglish,
            OtherChinese = otherChinese,
            OtherEnglish = otherEnglish,
            NeedsCare = care == "true",
        }
        : throw new FormatException($"Line {line} has {cells.Length} cells; right are 13.");

    private static IEnumerable<Duty> DutiesOf(int line, Tier tier, string codes) => List(codes).Select(code =>
        Duties.Find(tier, code) ?? throw new FormatException($"Line {line}, {tier.Written()}: '{code}' is none of {string.Join(", ", Duties.Of(tier).Select(duty => duty.Code))}."));

    private static ImmutableArray<string> List(string cell) => [.. cell.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
