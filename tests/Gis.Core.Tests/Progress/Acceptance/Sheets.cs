using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;

namespace Gis.Core.Tests.Progress.Acceptance;

/// <summary>Small lists of standards and sheets filled in, which a child can add up.</summary>
internal static class Sheets
{
    /// <summary>What is asked: "F M2" is a must of the facilities with weight 2, "W 1" no must of the work with weight 1; codes are 1, 2, 3….</summary>
    internal static ImmutableArray<Standard> Asked(params string[] standards) => [.. standards.Select((text, index) => Ask($"{index + 1}", text))];

    /// <summary>Verdicts on 1, 2, 3…: y met, h partly, n not met, a not applicable, . none.</summary>
    internal static ImmutableSortedDictionary<string, Verdict> Found(string letters) => letters.Select((letter, index) => (Code: $"{index + 1}", letter))
        .Where(each => each.letter != '.').ToImmutableSortedDictionary(each => each.Code, each => VerdictOf(each.letter), StringComparer.Ordinal);

    internal static Assessment Sheet(AcceptanceLevel level, string letters, DateOnly? due = null) =>
        new(PointId.Parse("room-1"), level, Found(letters), "", AssessmentState.Draft) { Due = due };

    internal static Verdict VerdictOf(char letter) => letter switch { 'y' => Verdict.Met, 'h' => Verdict.Partly, 'n' => Verdict.NotMet, _ => Verdict.NotApplicable };

    internal static Standard Ask(string code, string text)
    {
        var (group, must) = (text[0], text.Contains('M', StringComparison.Ordinal));
        return new Standard(
            code,
            Tier.Room,
            group switch { 'F' => StandardGroup.Facilities, 'S' => StandardGroup.Staff, _ => StandardGroup.Work },
            StandardTopic.Duties,
            must,
            int.Parse(text[(must ? 3 : 2)..], System.Globalization.CultureInfo.InvariantCulture),
            $"第 {code} 条",
            $"Standard {code}",
            "3(1)1");
    }
}
