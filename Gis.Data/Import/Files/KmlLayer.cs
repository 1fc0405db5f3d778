using System.Xml;

namespace Gis.Data.Import.Files;

/// <summary>The placemarks of a KML document: name, folders, description and whatever data they bring along, as columns.</summary>
internal sealed class KmlLayer(SourceReading reading, string name)
{
    private const string Folder = "folder";

    // How a placemark looks, which no list needs.
    private static readonly string[] Looks = ["styleUrl", "visibility", "open", "Snippet", "snippet"];

    private readonly LayerTable layer = new(reading, name);
    private readonly List<(int Depth, string Name)> folders = [];
    private int links;

    /// <exception cref="SourceFileException">It declares a document type, or lies too deep.</exception>
    internal SourceTable Read(Stream stream)
    {
        using var xml = SafeXml.Open(stream);
        layer.Add("name");
        while (SafeXml.Next(xml, reading))
        {
            while (folders.Count > 0 && xml.Depth < folders[^1].Depth)
                folders.RemoveAt(folders.Count - 1);
            if (xml.NodeType == XmlNodeType.Element)
                Enter(xml);
        }

        if (links > 0)
            layer.Remark($"{links} links to other files (NetworkLink) were not followed.");
        return layer.ToTable(StatedCrs.Wgs84);
    }

    private void Enter(XmlReader xml)
    {
        if (xml.LocalName == "Folder" && !xml.IsEmptyElement)
            folders.Add((xml.Depth + 1, ""));
        else if (xml.LocalName == "name" && folders.Count > 0 && xml.Depth == folders[^1].Depth)
            folders[^1] = (xml.Depth, ReadText(xml).Trim());
        else if (xml.LocalName == "Placemark")
            ReadPlacemark(xml);
        else if (xml.LocalName == "NetworkLink")
            links++;
    }

    private void ReadPlacemark(XmlReader xml)
    {
        layer.Begin();
        if (string.Join(" / ", folders.Select(folder => folder.Name).Where(name => name.Length > 0)) is { Length: > 0 } path)
            layer.Set(Folder, path);
        var geometries = new List<KmlGeometry>();
        var depth = xml.Depth;
        foreach (var _ in SafeXml.Within(xml, reading).Where(node => node == XmlNodeType.Element))
        {
            if (xml.LocalName == "ExtendedData")
                ReadData(xml);
            else if (KmlGeometry.Kinds.Contains(xml.LocalName))
                geometries.Add(KmlGeometry.Read(xml, reading));
            else if (xml.Depth == depth + 1 && !Looks.Contains(xml.LocalName))
                ReadProperty(xml);
        }

        if (geometries.Count > 0)
            layer.Locate(() => KmlGeometry.Build(geometries));
        layer.End();
    }

    // name, description, address, phoneNumber; what has elements of its own is no property.
    private void ReadProperty(XmlReader xml)
    {
        var property = xml.LocalName;
        if (property is not ("MultiGeometry" or "TimeStamp" or "TimeSpan" or "Style" or "StyleMap" or "LookAt" or "Camera" or "Region"))
            layer.Set(property, ReadText(xml).Trim());
    }

    private void ReadData(XmlReader xml)
    {
        var name = "";
        foreach (var _ in SafeXml.Within(xml, reading).Where(node => node == XmlNodeType.Element))
        {
            if (xml.LocalName == "Data")
                name = xml.GetAttribute("name") ?? "";
            else if (xml.LocalName == "SimpleData" && xml.GetAttribute("name") is { } simple)
                layer.Set(simple, ReadText(xml));
            else if (xml.LocalName == "value")
                layer.Set(name, ReadText(xml));
        }
    }

    /// <summary>The text of an element, also of those within it; the reader ends on its last node.</summary>
    private string ReadText(XmlReader xml)
    {
        var text = new System.Text.StringBuilder();
        foreach (var node in SafeXml.Within(xml, reading))
        {
            if (node is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(xml.Value);
        }

        return text.ToString();
    }
}
