using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Web.Layout;
using Microsoft.Extensions.Primitives;

namespace Gis.Web.Coverage;

/// <summary>A coverage question as someone writes it, in a link, a form or a command, before it is read.</summary>
public sealed record CoverageForm
{
    public const string DefaultMode = "walk";

    public const string DefaultLimit = "30";

    public const string DefaultWeighting = "residents";

    public string Mode { get; init; } = DefaultMode;

    public string Limit { get; init; } = DefaultLimit;

    public ImmutableArray<string> Tiers { get; init; } = [.. WrittenName.List<Tier>()];

    public ImmutableArray<string> With { get; init; } = [];

    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Points that stand elsewhere, each as "id@longitude_latitude".</summary>
    public ImmutableArray<string> Move { get; init; } = [];

    /// <summary>Points that the network has not, each as "tier@longitude_latitude".</summary>
    public ImmutableArray<string> Add { get; init; } = [];

    public string Weigh { get; init; } = DefaultWeighting;

    public static CoverageForm Of(IQueryCollection query) => new()
    {
        Mode = query.TryGetValue("mode", out var mode) ? mode.ToString() : DefaultMode,
        Limit = query.TryGetValue("limit", out var limit) ? limit.ToString() : DefaultLimit,
        Tiers = query.TryGetValue("tiers", out var tiers) ? Split(tiers) : [.. WrittenName.List<Tier>()],
        With = query.TryGetValue("with", out var with) ? Split(with) : [],
        Without = query.TryGetValue("without", out var without) ? Split(without) : [],
        Move = query.TryGetValue("move", out var move) ? Split(move) : [],
        Add = query.TryGetValue("add", out var add) ? Split(add) : [],
        Weigh = query.TryGetValue("weigh", out var weigh) ? weigh.ToString() : DefaultWeighting,
    };

    /// <summary>The values of one field, given once with commas or several times.</summary>
    public static ImmutableArray<string> Split(StringValues values) =>
        [.. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>Reads the question; null when a field is wrong, and then the faults say which and what would be right.</summary>
    public CoverageQuestion? Read(ServiceNetwork network, Language language, out FormFaults faults)
    {
        faults = new FormFaults();
        if (!WrittenName.TryRead<TravelMode>(Mode, out var mode))
            faults.Add("mode", Mode, OneOf<TravelMode>(language));
        var limit = ReadLimit(language, faults);
        var tiers = ReadTiers(language, faults);
        var with = ReadPoints("with", With, network, language, faults);
        var without = ReadPoints("without", Without, network, language, faults);
        var changes = new ChangeReader(network, language, faults);
        var (moves, additions) = (changes.Moves(Move), changes.Additions(Add));
        if (!WrittenName.TryRead<Weighting>(Weigh, out var weighting))
            faults.Add("weigh", Weigh, OneOf<Weighting>(language));
        return faults.IsEmpty
            ? new CoverageQuestion(mode, limit, tiers, with, without) { Moves = moves, Additions = additions, Weighting = weighting }
            : null;
    }

    private Minutes ReadLimit(Language language, FormFaults faults)
    {
        // Written as a pattern because every comparison with NaN is false.
        if (double.TryParse(Limit, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            && limit > 0 && limit <= CoverageQuestion.LongestLimit.Value)
        {
            return new Minutes(limit);
        }

        var longest = CoverageQuestion.LongestLimit.Value;
        faults.Add("limit", Limit, language[$"应为分钟数,大于 0,不超过 {longest}", $"minutes above 0 and at most {longest}"]);
        return default;
    }

    private ImmutableSortedSet<Tier> ReadTiers(Language language, FormFaults faults)
    {
        var read = ImmutableSortedSet.CreateBuilder<Tier>();
        foreach (var text in Tiers)
        {
            if (WrittenName.TryRead<Tier>(text, out var tier))
                read.Add(tier);
            else
                faults.Add("tiers", text, OneOf<Tier>(language));
        }

        if (Tiers.IsEmpty)
            faults.Add("tiers", "", language["至少选一级:", "choose at least one: "] + string.Join(", ", WrittenName.List<Tier>()));
        return read.ToImmutable();
    }

    private static ImmutableSortedSet<PointId> ReadPoints(
        string field, ImmutableArray<string> texts, ServiceNetwork network, Language language, FormFaults faults)
    {
        var read = ImmutableSortedSet.CreateBuilder<PointId>();
        foreach (var text in texts)
        {
            if (network.FindPoint(text) is { } point)
                read.Add(point.Id);
            else
                faults.AddUnknownPoint(field, text, language);
        }

        return read.ToImmutable();
    }

    private static string OneOf<T>(Language language)
        where T : struct, Enum =>
        language["应为其中之一:", "one of "] + string.Join(", ", WrittenName.List<T>());
}
