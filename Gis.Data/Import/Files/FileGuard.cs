using System.Text;

namespace Gis.Data.Import.Files;

/// <summary>Looks at a file before anything is made of it: whether it may be read at all, and what it is.</summary>
internal sealed class FileGuard(SourceReading reading, string path)
{
    private const int HeadLength = 4096;

    private static readonly (byte[] Mark, string Words)[] Others =
    [
        ("%PDF"u8.ToArray(), "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), ([0x1F, 0x8B], "a file packed with gzip"),
        ("Rar!"u8.ToArray(), "a file packed with RAR"), ([0x37, 0x7A, 0xBC, 0xAF], "a file packed with 7-Zip"), ([0x7F, 0x45, 0x4C, 0x46], "a program"), ("MZ"u8.ToArray(), "a program"),
    ];

    /// <exception cref="SourceFileException">It is missing, empty, too large, cut short, locked, dangerous, or of no kind that is read.</exception>
    internal SourceKind TellKind()
    {
        JudgeSize();
        var head = ReadHead();
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
            return new ZipGuard(reading).TellKind(path);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            throw RefuseCompound();
        if (head.StartsWith("SQLite format 3\0"u8))
            return SourceKind.GeoPackage;
        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0x27, 0x0A]))
            return SourceKind.Shapefile;
        foreach (var (mark, words) in Others)
        {
            if (head.StartsWith(mark))
                throw Unknown(words);
        }

        return TellText(head);
    }

    private void JudgeSize()
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw reading.Refuse(SourceFault.Missing, Directory.Exists(path) ? "a folder" : "no such file", SourceKinds.All);
        if (file.Length == 0)
            throw reading.Refuse(SourceFault.Empty, "an empty file", SourceKinds.All);
        if (file.Length > reading.Limits.MostBytes)
            throw reading.Refuse(SourceFault.TooLarge, $"a file of {file.Length} bytes", $"one of at most {reading.Limits.MostBytes} bytes: divide it");
    }

    private ReadOnlySpan<byte> ReadHead()
    {
        using var stream = File.OpenRead(path);
        var head = new byte[HeadLength];
        return head.AsSpan(0, stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false));
    }

    private SourceKind TellText(ReadOnlySpan<byte> head)
    {
        var encoding = TextForm.GuessWide(head) ?? (head.IndexOf((byte)0) < 0 ? Encoding.UTF8 : throw Unknown("something that is neither text nor any kind of file known here"));
        var text = encoding.GetString(head).AsSpan().TrimStart('\uFEFF').TrimStart();
        return text switch
        {
            [] => throw reading.Refuse(SourceFault.Empty, "a file of nothing but blanks", SourceKinds.All),
            ['{', ..] => SourceKind.GeoJson,
            ['<', ..] => TellXml(text),
            _ => SourceKind.Text,
        };
    }

    private SourceKind TellXml(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw Unknown("a web page, as some systems call a workbook; open it in a spreadsheet and save it as .xlsx. A web page");
        using var stream = File.OpenRead(path);
        using var xml = SafeXml.Open(stream);
        xml.MoveToContent();
        return xml.LocalName switch
        {
            "kml" => SourceKind.Kml,
            "Workbook" => throw reading.Refuse(SourceFault.OldWorkbook, "a workbook in the XML of 2003", "one saved as .xlsx"),
            var root => throw Unknown($"XML whose first element is {root}"),
        };
    }

    // Old workbooks and locked new ones are both compound files; what they hold is named in entries of 128 bytes each.
    private SourceFileException RefuseCompound()
    {
        using var stream = new BufferedStream(File.OpenRead(path), 1 << 16);
        var entry = new byte[128];
        while (stream.ReadAtLeast(entry, entry.Length, throwOnEndOfStream: false) == entry.Length)
        {
            if (IsNamed(entry, "EncryptedPackage"))
                return reading.Refuse(SourceFault.Encrypted, "a workbook that asks for a password", "one saved without: File, Info, Protect Workbook, and clear the password");
            if (IsNamed(entry, "Workbook") || IsNamed(entry, "Book"))
                return reading.Refuse(SourceFault.OldWorkbook, "an old workbook (.xls)", "one saved as .xlsx: File, Save As, Excel Workbook");
        }

        return Unknown("a compound file, as old Office programs write them");
    }

    private static bool IsNamed(ReadOnlySpan<byte> entry, string name) => entry.StartsWith(Encoding.Unicode.GetBytes(name + '\0'));

    private SourceFileException Unknown(string found) => reading.Refuse(SourceFault.UnknownKind, found, SourceKinds.All);
}
