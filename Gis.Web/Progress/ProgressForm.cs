using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Web.Layout;

namespace Gis.Web.Progress;

/// <summary>What is asked of the year: which stage is counted, and where.</summary>
/// <param name="Target">The stage counted.</param>
/// <param name="County">The county; null for the whole city.</param>
public sealed record ProgressQuestion(Stage Target, County? County)
{
    /// <summary>As it stands in a link.</summary>
    public override string ToString() => $"target={Target.Written()}" + (County is null ? "" : $"&county={County.Code}");

    /// <summary>Reads the fields of an address; null where one is wrong, and then the faults say which.</summary>
    public static ProgressQuestion? Read(IQueryCollection query, ServiceNetwork network, Language language, out FormFaults faults)
    {
        faults = new FormFaults();
        var (target, county) = (Stage.Built, (County?)null);
        if (query["target"].ToString() is { Length: > 0 } stage && !(WrittenName.TryRead(stage, out target) && StageSteps.Targets.Contains(target)))
            faults.Add("target", stage, language["应为", "should be one of "] + string.Join(", ", StageSteps.Targets.Select(each => each.Written())));
        if (query["county"].ToString() is { Length: > 0 } code && (county = network.FindCounty(code)) is null)
            faults.AddUnknownCounty("county", code, language);
        return faults.IsEmpty ? new ProgressQuestion(target, county) : null;
    }
}
