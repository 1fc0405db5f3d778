using System.Text;
using System.Text.Json;

namespace Gis.Data.Import.Files;

/// <summary>GeoJSON (RFC 7946), also with the older crs member, as one feature, or as features one after the other.</summary>
internal sealed class GeoJsonFile(SourceReading reading, string path)
{
    private const string Right = "GeoJSON";

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly LayerTable layer = new(reading, Path.GetFileNameWithoutExtension(reading.File));
    private bool hasCollection;

    /// <exception cref="SourceFileException">It is no GeoJSON, cut short, or deeper than any.</exception>
    internal IReadOnlyList<SourceTable> Read()
    {
        var form = TextForm.Detect(reading, () => File.OpenRead(path));
        layer.Remark(form.Remark);
        using var json = new JsonPieces(reading, Open(form));
        try
        {
            while (json.Next())
                ReadObject(json);
            if (layer.Count > 0 || hasCollection)
                return [layer.ToTable(FindCrs()) with { Encoding = form.Name }];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw Explain(fault, json);
        }

        throw reading.Refuse(SourceFault.UnknownKind, "JSON without features", "GeoJSON: an object of type FeatureCollection, with features");
    }

    private Stream Open(TextForm form)
    {
        var stream = File.OpenRead(path);
        // The mark of an encoding is no JSON.
        var mark = form.Encoding.GetPreamble();
        var head = new byte[mark.Length];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < mark.Length || !head.AsSpan().SequenceEqual(mark))
            stream.Position = 0;
        return form is { Encoding: UTF8Encoding, Faults: 0 } ? stream : Encoding.CreateTranscodingStream(stream, form.Encoding, Encoding.UTF8);
    }

    private void ReadObject(JsonPieces json)
    {
        if (json.Token != JsonTokenType.StartObject)
            throw reading.Refuse(SourceFault.UnknownKind, "JSON that is no object", "GeoJSON: an object of type FeatureCollection, with features");
        foreach (var name in (string[])["type", "geometry", "properties", "id", "coordinates", "geometries"])
            members.Remove(name);
        while (json.Next() && json.Token == JsonTokenType.PropertyName)
            ReadMember(json, json.Text!);
        if (FindText("type") == "Feature")
            AddFeature(name => members.TryGetValue(name, out var member) ? member : null);
        else if (members.ContainsKey("coordinates") || members.ContainsKey("geometries"))
            AddGeometry();
    }

    private void ReadMember(JsonPieces json, string name)
    {
        if (name == "features" && json.Next() && json.Token == JsonTokenType.StartArray)
        {
            ReadFeatures(json);
        }
        else if (name is "type" or "name" or "crs" or "geometry" or "properties" or "id" or "coordinates" or "geometries")
        {
            using var value = json.NextValue() ?? throw new JsonException($"The member {name} has no value.");
            members[name] = value.RootElement.Clone();
        }
        else if (name != "features")
        {
            json.Skip();
        }
        else
        {
            throw reading.Damaged("features that are no list", Right);
        }
    }

    private void ReadFeatures(JsonPieces json)
    {
        hasCollection = true;
        while (true)
        {
            using var value = json.NextValue();
            if (value is null)
                return;
            if (value.RootElement.ValueKind != JsonValueKind.Object)
                throw reading.Damaged($"feature {layer.Count + 1} that is no object", Right);
            var feature = value.RootElement;
            AddFeature(name => feature.TryGetProperty(name, out var member) ? member : null);
        }
    }

    private void AddFeature(Func<string, JsonElement?> find)
    {
        layer.Begin();
        if (find("properties") is { ValueKind: JsonValueKind.Object } properties)
        {
            foreach (var property in properties.EnumerateObject())
                layer.Set(property.Name, Write(property.Value));
        }

        // The number of a feature beside its properties is one, too; a property of that name comes first.
        if (find("id") is { } id && (find("properties") is not { ValueKind: JsonValueKind.Object } own || !own.TryGetProperty("id", out _)))
            layer.Set("id", Write(id));
        if (find("geometry") is { ValueKind: JsonValueKind.Object } geometry)
            layer.Locate(() => GeoJsonGeometry.Read(geometry));
        layer.End();
    }

    private void AddGeometry()
    {
        layer.Begin();
        layer.Locate(() => GeoJsonGeometry.Read(JsonSerializer.SerializeToElement(members)));
        layer.End();
    }

    // Numbers as they stand, since a double would round the last digits of a code.
    private static string Write(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => NumberText.Plain(value.GetRawText()),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private StatedCrs FindCrs() =>
        !members.TryGetValue("crs", out var crs) || crs.ValueKind == JsonValueKind.Null ? StatedCrs.Wgs84
        : crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? StatedCrs.OfUrn(name.GetString()!)
        : StatedCrs.None;

    private string? FindText(string member) => members.TryGetValue(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private SourceFileException Explain(Exception fault, JsonPieces json)
    {
        if (fault.Message.Contains("maximum configured depth", StringComparison.Ordinal))
            return reading.Refuse(SourceFault.TooDeep, "brackets deeper in each other than 64", "GeoJSON, whose brackets lie about eight deep", fault);
        return json.EndsWithObject
            ? reading.Damaged($"JSON with a fault after feature {layer.Count} ({fault.Message.Split(" LineNumber")[0].TrimEnd('.')})", Right, fault)
            : reading.Refuse(SourceFault.Truncated, $"GeoJSON that ends within feature {layer.Count + 1}", "the whole file: copy or fetch it again", fault);
    }
}
