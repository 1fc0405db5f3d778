using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gis.Web.Coverage;

/// <summary>A question that was asked in an address, answered.</summary>
/// <param name="Ground">The network as it stands, without what the question moves or adds.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Receipt">What it was computed from.</param>
public sealed record AskedCoverage(ServiceNetwork Ground, CoverageAnswer Answer, Receipt Receipt)
{
    public static AskedCoverage Of(Snapshot snapshot, CoverageQuestion question) =>
        new(snapshot.Network, snapshot.Measure(question), snapshot.ReceiptFor(question));

    /// <summary>Reads and answers the question of a request; null when a field is wrong, and then the faults say which.</summary>
    public static AskedCoverage? Read(HttpRequest request, CurrentNetwork current, Language language, out FormFaults faults)
    {
        var snapshot = current.Snapshot;
        return CoverageForm.Of(request.Query).Read(snapshot.Network, language, out faults) is { } question ? Of(snapshot, question) : null;
    }

    public static ValidationProblem Refuse(FormFaults faults, Language language) =>
        TypedResults.ValidationProblem(faults.ToDictionary(), title: language["问题填写有误", "The question is not right"]);
}
