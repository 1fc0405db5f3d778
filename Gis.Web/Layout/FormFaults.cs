namespace Gis.Web.Layout;

/// <summary>What is wrong in a form, field by field: what was found and what would be right.</summary>
public sealed class FormFaults
{
    private readonly Dictionary<string, List<string>> faults = [];

    public bool IsEmpty => faults.Count == 0;

    public IEnumerable<string> Sentences => faults.SelectMany(entry => entry.Value.Select(fault => $"{entry.Key}: {fault}"));

    public void Add(string field, string found, string right)
    {
        // What was sent may be of any length; the reader needs to recognise it, not to read it all.
        var shown = found.Length > 60 ? found[..60] + "…" : found;
        if (!faults.TryGetValue(field, out var list))
            faults[field] = list = [];
        list.Add($"'{shown}' – {right}");
    }

    public void AddUnknownPoint(string field, string found, Language language) =>
        Add(field, found, language["网络中没有这个服务点", "no point of the network has this id"]);

    public void AddUnknownCounty(string field, string found, Language language) =>
        Add(field, found, language["网络中没有这个县(市)区", "no county of the network has this code"]);

    /// <summary>Takes over the faults of a part of the form, each field named as the part's.</summary>
    public void AddAll(string part, FormFaults others)
    {
        foreach (var (field, list) in others.faults)
            faults[$"{part}.{field}"] = [.. list];
    }

    public IDictionary<string, string[]> ToDictionary() =>
        faults.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
}
