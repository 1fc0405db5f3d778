using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Coverage;

/// <summary>The cases of a question as someone writes them, beside the question itself, before they are read.</summary>
public sealed record CaseForm
{
    public const string DefaultNeed = "1";

    // Each case may need a table of its own.
    public const int MostCases = 24;

    /// <summary>Kinds of case, each with a mode if it is not the question's: "winter", "flood:car".</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>The share of the cases in which a village must be covered.</summary>
    public string Need { get; init; } = DefaultNeed;

    public static CaseForm Of(IQueryCollection query) => new()
    {
        Cases = query.TryGetValue("case", out var cases) ? CoverageForm.Split(cases) : [],
        Need = query.TryGetValue("need", out var need) ? need.ToString() : DefaultNeed,
    };

    /// <summary>The cases as they stand in a link.</summary>
    public override string ToString() => $"case={string.Join(',', Cases)}&need={Need}";

    /// <summary>Answers a question for these cases; null when a field is wrong, and then the faults say which.</summary>
    public CaseAnswer? Measure(Snapshot snapshot, CoverageQuestion question, Language language, FormFaults faults)
    {
        var cases = ReadCases(snapshot.Network, question.Mode, language, faults);
        var need = ReadNeed(language, faults);
        if (faults.IsEmpty && cases.Length is 0 or > MostCases)
        {
            faults.Add("case", string.Join(',', Cases), language[
                $"应为 1 至 {MostCases} 种情形;flood-each 每座桥一种", $"1 to {MostCases} cases; flood-each makes one of each crossing"]);
        }

        return faults.IsEmpty ? CaseStudy.Measure(question, cases, need, day => snapshot.ScenarioOf(day, question)) : null;
    }

    private ImmutableArray<TravelCase> ReadCases(ServiceNetwork network, TravelMode usual, Language language, FormFaults faults)
    {
        var read = ImmutableArray.CreateBuilder<TravelCase>();
        foreach (var text in Cases)
        {
            var parts = text.Split(':');
            var mode = usual;
            if (parts.Length <= 2 && WrittenName.TryRead<CaseKind>(parts[0], out var kind) && (parts.Length == 1 || WrittenName.TryRead(parts[1], out mode)))
                read.AddRange(TravelCase.ListOf(kind, mode, network));
            else
                faults.Add("case", text, language["应为其中之一,后面可加 :方式:", "one of these, with :mode if it is another: "] + string.Join(", ", WrittenName.List<CaseKind>()));
        }

        return read.ToImmutable();
    }

    private Share ReadNeed(Language language, FormFaults faults)
    {
        // Written as a pattern because every comparison with NaN is false.
        if (double.TryParse(Need, NumberStyles.Float, CultureInfo.InvariantCulture, out var need) && need is > 0 and <= 1)
            return new Share(need);
        faults.Add("need", Need, language["应大于 0,不超过 1", "above 0 and at most 1"]);
        return default;
    }
}
