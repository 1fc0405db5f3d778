using System.Xml;

namespace Gis.Data.Import.Files;

/// <summary>XML in which nothing is fetched and nothing unfolds.</summary>
internal static class SafeXml
{
    // Tables lie a dozen elements deep; the reader keeps every open one in memory.
    internal const int Deepest = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Whether a whole file may be read is decided by its size.
        MaxCharactersInDocument = 0,
    };

    internal static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings);

    /// <summary>Moves on by one node and looks how deep it lies.</summary>
    /// <exception cref="SourceFileException">It lies too deep.</exception>
    internal static bool Next(XmlReader xml, SourceReading reading)
    {
        if (xml.Depth > Deepest)
            throw reading.Refuse(SourceFault.TooDeep, $"elements more than {Deepest} deep", "a file whose elements lie a few deep, as those of tables and places do");
        return xml.Read();
    }

    /// <summary>The nodes within the element the reader is on; what reads on inside of it leaves the rest.</summary>
    /// <exception cref="SourceFileException">They lie too deep.</exception>
    internal static IEnumerable<XmlNodeType> Within(XmlReader xml, SourceReading reading)
    {
        if (xml.IsEmptyElement)
            yield break;
        for (var depth = xml.Depth; Next(xml, reading) && xml.Depth > depth;)
            yield return xml.NodeType;
    }

    /// <summary>Whether the reader stumbled over a declared document type.</summary>
    internal static bool IsOfDocumentType(XmlException fault) => fault.Message.Contains("DTD", StringComparison.Ordinal);
}
