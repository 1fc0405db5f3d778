using System.Collections.Immutable;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Coverage;

/// <summary>The coverage workbench: who is out of reach, and what would help.</summary>
[AllowAnonymous]
public sealed class PlanModel(CurrentNetwork current, Language language) : PageModel
{
    private const int MostFound = 8;

    private readonly Snapshot snapshot = current.Snapshot;

    /// <summary>The network of the answer: with the points that the question moves and adds.</summary>
    public ServiceNetwork Network => Answer.Network;

    public CoverageForm Form { get; private set; } = new();

    public FormFaults Faults { get; private set; } = new();

    public CoverageAnswer Answer { get; private set; } = null!;

    /// <summary>The answer to the same question about the network as it stands.</summary>
    public CoverageAnswer AsItIs { get; private set; } = null!;

    /// <summary>What the question changes of the network; empty where it asks about the network as it stands.</summary>
    public ImmutableArray<NetworkChange> Changes { get; private set; } = [];

    /// <summary>What the changes do for each village.</summary>
    public CoverageComparison Effect { get; private set; } = null!;

    /// <summary>What was looked for among the points, and what was found.</summary>
    public string? Sought { get; private set; }

    public ImmutableArray<ServicePoint> Found { get; private set; } = [];

    /// <summary>The point that is being looked at.</summary>
    public SupposedPoint? Point { get; private set; }

    public Receipt Receipt => snapshot.ReceiptFor(Answer.Question);

    /// <summary>The question as it stands in a link.</summary>
    public string Query => Answer.Question.ToString();

    public IActionResult OnGet(string? fragment, string? find, string? point)
    {
        Form = CoverageForm.Of(Request.Query);
        var question = Form.Read(snapshot.Network, language, out var faults);
        Faults = faults;
        // A wrong field still gets a page that says so and can be put right: the default question is answered on it.
        Answer = snapshot.Measure(question ?? new CoverageForm().Read(snapshot.Network, language, out _)!);
        AsItIs = snapshot.Measure(Answer.Question.AsItIs());
        Changes = [.. NetworkChange.ListOf(Answer.Question, snapshot.Network, language)];
        Effect = CoverageComparison.Of(AsItIs, Answer);
        (Sought, Found) = (find, FindPoints(find));
        Point = SupposedPoint.Find(point ?? (Found is [var only] ? only.Id.ToString() : null), Answer.Question, snapshot.Network, language);
        Response.StatusCode = question is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return fragment == "results" ? Partial("_Fragment", this) : Page();
    }

    /// <summary>This page with another question, and the point that is being looked at.</summary>
    public string LinkTo(CoverageQuestion question, PointId? point = null) =>
        Url.Content("~/plan") + "?" + question + (point is { } id ? "&point=" + id : "");

    /// <summary>The comparison of the network as it stands with this question, as its link asks.</summary>
    public string CompareQuery => CompareModel.QueryOf(AsItIs.Question, Answer.Question);

    /// <summary>The point at the end of a trip of the answer.</summary>
    public ServicePoint PointOf(Reach reach) => Network.Points[reach.Point];

    /// <summary>Its name; null where there is no trip.</summary>
    public string? NameOf(Reach? reach) => reach is { } found ? PointOf(found).Name : null;

    private ImmutableArray<ServicePoint> FindPoints(string? text) => string.IsNullOrWhiteSpace(text) ? [] :
    [
        .. snapshot.Search.Ask(text).Places.Select(found => found.Place)
            .SelectMany(place => place.Point is { } id ? [Network.FindPoint(id)!] : Network.ListPointsOf(place.Area))
            .Distinct()
            .Take(MostFound),
    ];
}

/// <summary>A point as a question supposes it.</summary>
/// <param name="Id">Its identifier, as "new-1" of one that is added.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Known">The point of the network; none of one that is added.</param>
/// <param name="At">Where it is supposed to stand; none while it is not located.</param>
public sealed record SupposedPoint(PointId Id, string Name, Tier Tier, ServicePoint? Known, LonLat? At)
{
    public static SupposedPoint? Find(string? text, CoverageQuestion question, ServiceNetwork network, Language language)
    {
        if (!PointId.TryParse(text, out var id))
            return null;
        if (network.FindPoint(id) is { } known)
            return new(id, known.Name, known.Tier, known, question.PlaceOf(known));
        var added = NetworkChange.ListOf(question, network, language).FirstOrDefault(change => change.Kind == ChangeKind.Added && change.Id == id);
        return added is null ? null : new(id, added.Words, added.Tier, null, added.At);
    }
}
