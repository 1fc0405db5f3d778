using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Web.Layout;

namespace Gis.Web.Coverage;

/// <summary>One change that a question makes to the network, in words, with the way to take it back.</summary>
/// <param name="Id">The point that is changed or added.</param>
/// <param name="Kind">What is done to it: opened, closed, moved or added.</param>
/// <param name="Tier">Its tier, for its sign on the map.</param>
/// <param name="Area">The unit it serves; none of a point that is added.</param>
/// <param name="From">Where it stands; none of a point that is added or not located.</param>
/// <param name="At">Where it is supposed to stand.</param>
/// <param name="Words">The name of the point.</param>
public sealed record NetworkChange(PointId Id, ChangeKind Kind, Tier Tier, AreaCode? Area, LonLat? From, LonLat? At, string Words)
{
    /// <summary>Whether the point serves, with all that the question supposes.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The edit that takes the change back, as the buttons of the page carry it (client/src/coverage/edits.ts).</summary>
    public string TakeBack => Kind switch
    {
        ChangeKind.Moved => $"stay:{Id}",
        ChangeKind.Added => $"drop:{Id}",
        _ => $"restore:{Id}",
    };

    /// <summary>The changes of a question: opened, closed, moved, added.</summary>
    public static IEnumerable<NetworkChange> ListOf(CoverageQuestion question, ServiceNetwork network, Language language)
    {
        var opened = question.With.Select(id => Change(id, ChangeKind.Opened));
        var closed = question.Without.Select(id => Change(id, ChangeKind.Closed));
        var moved = question.Moves.Select(move => Change(move.Key, ChangeKind.Moved) with { At = move.Value });
        return [.. opened, .. closed, .. moved, .. question.Additions.Select(Add)];

        NetworkChange Change(PointId id, ChangeKind kind)
        {
            var point = network.FindPoint(id)!;
            return new(id, kind, point.Tier, point.Area, point.Position?.At, question.PlaceOf(point), point.Name)
            {
                IsOpen = (question with { Tiers = CoverageQuestion.AllTiers }).IsOpen(point),
            };
        }

        NetworkChange Add(Addition addition, int index) => new(
            Addition.IdOf(index + 1), ChangeKind.Added, addition.Tier, null, null, addition.At, NameOfNew(index + 1, addition.Tier, language))
        {
            IsOpen = true,
        };
    }

    /// <summary>What a point that is only supposed is called on a page.</summary>
    public static string NameOfNew(int number, Tier tier, Language language) =>
        language[$"新增{language.Of(tier)} {number}", $"New {language.Of(tier).ToLowerInvariant()} {number}"];
}

public enum ChangeKind
{
    Opened,
    Closed,
    Moved,
    Added,
}

/// <summary>Questions that differ from a question by one edit, for links; client/src/coverage/edits.ts does the same.</summary>
public static class QuestionEdits
{
    public static CoverageQuestion Opening(this CoverageQuestion question, PointId id) =>
        question with { With = question.With.Add(id), Without = question.Without.Remove(id) };

    public static CoverageQuestion Closing(this CoverageQuestion question, PointId id) =>
        question with { With = question.With.Remove(id), Without = question.Without.Add(id) };

    public static CoverageQuestion Restoring(this CoverageQuestion question, PointId id) =>
        question with { With = question.With.Remove(id), Without = question.Without.Remove(id) };

    public static CoverageQuestion TakingBack(this CoverageQuestion question, NetworkChange change) => change.Kind switch
    {
        ChangeKind.Moved => question with { Moves = question.Moves.Remove(change.Id) },
        ChangeKind.Added => question with
        {
            Additions = [.. question.Additions.Where((_, index) => Addition.IdOf(index + 1) != change.Id)],
        },
        _ => question.Restoring(change.Id),
    };

    /// <summary>The same question about the network as it stands.</summary>
    public static CoverageQuestion AsItIs(this CoverageQuestion question) =>
        question with { With = [], Without = [], Moves = question.Moves.Clear(), Additions = [] };

    public static bool IsAsItIs(this CoverageQuestion question) =>
        question.With.IsEmpty && question.Without.IsEmpty && question.Moves.IsEmpty && question.Additions.IsEmpty;

    /// <summary>Where a point stands in a question.</summary>
    public static LonLat? PlaceOf(this CoverageQuestion question, ServicePoint point) =>
        question.Moves.TryGetValue(point.Id, out var moved) ? moved : point.Position?.At;
}
