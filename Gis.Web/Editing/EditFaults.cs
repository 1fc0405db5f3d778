using Gis.Data.Store.History;
using Gis.Web.Layout;

namespace Gis.Web.Editing;

public static class EditFaults
{
    /// <summary>Says why a change was refused.</summary>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="field">What the change was of.</param>
    /// <param name="refused">How it ended.</param>
    /// <param name="language">The language of the faults.</param>
    public static void AddMisfits(this FormFaults faults, string field, EditOutcome.Refused refused, Language language)
    {
        foreach (var fault in refused.Faults)
            faults.Add(field, fault, language["这样网络就不成立", "the network would not hold together"]);
    }
}
