using Gis.Core.Network;

namespace Gis.Web.Editing;

/// <summary>Where the page of a record is: the kinds that are edited by hand, by the word for them in the address.</summary>
public static class RecordAddress
{
    public static string Of(NetworkRecord record) => $"~/plan/network/{record.Key.Kind.Written()}/{record.Key.Text}";

    /// <summary>The record of an address; null if there is none, or it is of a kind that nobody edits by hand.</summary>
    public static NetworkRecord? Find(ServiceNetwork network, string kind, string key) => kind switch
    {
        "point" => network.FindPoint(key),
        "village" => AreaCode.TryParse(key, out var code) ? network.FindVillage(code) : null,
        "firm" => network.FindFirm(key),
        _ => null,
    };

    /// <summary>What people call a record.</summary>
    public static string NameOf(NetworkRecord record) => record switch
    {
        ServicePoint point => point.Name,
        Village village => village.Name,
        Firm firm => firm.Name,
        _ => record.Key.ToString(),
    };
}
