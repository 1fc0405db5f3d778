using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Layout;
using Gis.Web.Network;
using Microsoft.AspNetCore.WebUtilities;

namespace Gis.Web.Coverage;

/// <summary>Two questions that were asked in one address, answered, and what changes between them.</summary>
public sealed record ComparedCoverage(AskedCoverage Before, AskedCoverage After, CoverageComparison Change)
{
    /// <summary>Whether both count the same, so that the won less the lost are the change of the covered.</summary>
    public bool CountTheSame => Before.Answer.Question.Weighting == After.Answer.Question.Weighting;

    /// <summary>
    /// Reads and answers the questions a and b. Without b it is the question of the page of the plan, without a the
    /// network as it stands; so is a side that is wrong, and then the faults say which and why.
    /// </summary>
    public static ComparedCoverage Read(IQueryCollection query, Snapshot snapshot, Language language, out FormFaults faults)
    {
        faults = new FormFaults();
        var after = ReadSide("b", faults) ?? new CoverageForm().Read(snapshot.Network, language, out _)!;
        var before = ReadSide("a", faults) ?? after.AsItIs();
        var (first, second) = (AskedCoverage.Of(snapshot, before), AskedCoverage.Of(snapshot, after));
        return new(first, second, CoverageComparison.Of(first.Answer, second.Answer));

        CoverageQuestion? ReadSide(string side, FormFaults all)
        {
            if (!query.TryGetValue(side, out var written) || string.IsNullOrWhiteSpace(written))
                return null;
            var question = CoverageForm.Of(FieldsOf(written.ToString())).Read(snapshot.Network, language, out var faults);
            all.AddAll(side, faults);
            return question;
        }
    }

    // Somebody may paste the whole address of a page of the plan.
    private static QueryCollection FieldsOf(string written) =>
        new(QueryHelpers.ParseQuery(written.Trim().Split('#')[0].Split('?')[^1]));
}

/// <summary>A comparison as the API gives it; counts are of what the second question weighs by.</summary>
public sealed record ComparisonJson(
    ShareJson Before,
    ShareJson After,
    long Won,
    long Lost,
    IEnumerable<VillageChangeJson> WonVillages,
    IEnumerable<VillageChangeJson> LostVillages,
    IReadOnlyDictionary<string, string> Changes)
{
    public static ComparisonJson Of(ComparedCoverage compared)
    {
        var (before, after) = (compared.Before.Answer, compared.After.Answer);
        return new(
            ShareJson.Of(compared.Before),
            ShareJson.Of(compared.After),
            compared.Change.WonTotal.Count,
            compared.Change.LostTotal.Count,
            compared.Change.Won.Select(change => VillageChangeJson.Of(change, before, after)),
            compared.Change.Lost.Select(change => VillageChangeJson.Of(change, before, after)),
            after.Network.Villages.Zip(compared.Change.Villages).ToDictionary(pair => pair.First.Code.Digits, pair => pair.Second.Written()));
    }
}

public sealed record ShareJson(long Residents, long Covered, double? Share, Receipt Receipt)
{
    public static ShareJson Of(AskedCoverage asked) =>
        new(asked.Answer.Total.Residents.Count, asked.Answer.Total.Covered.Count, asked.Answer.Total.Share?.Value, asked.Receipt);
}

public sealed record VillageChangeJson(string Village, string Name, long Residents, ReachJson? Before, ReachJson? After)
{
    public static VillageChangeJson Of(VillageChange change, CoverageAnswer before, CoverageAnswer after) => new(
        change.Village.Code.Digits,
        change.Village.Name,
        change.Counted.Count,
        ReachJson.Of(before.Network, change.Before),
        ReachJson.Of(after.Network, change.After));
}
