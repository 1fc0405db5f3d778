using System.Text;

namespace Gis.Data.Import.Files;

/// <summary>
/// How the texts of a .dbf file are written: by the .cpg beside it, by the language its header names, else by looking at them.
/// What is stated is believed only where the texts can be read that way.
/// </summary>
internal sealed record DbfEncoding(Encoding Form, string Name, string? Remark)
{
    internal static DbfEncoding Find(SourceReading reading, ShapefileSet set)
    {
        using var stream = new BufferedStream(set.Table.Open(), 1 << 16);
        var header = DbfHeader.Read(reading, set.Table, stream);
        var (utf8, chinese) = CountFaults(reading, header, stream);
        var found = utf8 == 0 || utf8 < chinese ? new DbfEncoding(Encoding.UTF8, "UTF-8", null) : new DbfEncoding(TextForm.Chinese, "GB18030", null);
        var stated = (set.CodePage is { } page ? OfCodePage(page.ReadText()) : null) ?? OfLanguage(header.Language);
        var wrong = stated?.Name switch { "UTF-8" => utf8, "GB18030" => chinese, _ => 0 };
        return stated is null ? found
            : wrong == 0 || stated.Name == found.Name ? stated
            : found with { Remark = $"The file says that its texts are {stated.Name}, but they can only be read as {found.Name}." };
    }

    private static DbfEncoding? OfCodePage(string text)
    {
        var name = text.Trim('\uFEFF', ' ', '\r', '\n', '\t', '\0').ToUpperInvariant().Replace("ANSI ", "", StringComparison.Ordinal).Replace("CP", "", StringComparison.Ordinal);
        return name switch
        {
            "UTF-8" or "UTF8" or "65001" => new(Encoding.UTF8, "UTF-8", null),
            "GB18030" or "GBK" or "GB2312" or "936" or "54936" or "EUC-CN" => new(TextForm.Chinese, "GB18030", null),
            "BIG5" or "BIG-5" or "950" => Big5(),
            _ => null,
        };
    }

    // 0x57 and 0 say nothing: programs write them whatever the texts are in.
    private static DbfEncoding? OfLanguage(byte language) => language switch
    {
        0x4D or 0x7A => new(TextForm.Chinese, "GB18030", null),
        0x4F or 0x78 => Big5(),
        _ => null,
    };

    private static DbfEncoding Big5() => new(Encoding.GetEncoding("big5", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")), "Big5", null);

    private static (int Utf8, int Chinese) CountFaults(SourceReading reading, DbfHeader header, Stream stream)
    {
        var (utf8, chinese, record) = (0, 0, new byte[header.RecordLength]);
        foreach (var field in header.Fields)
            Count(field.Name);
        for (var row = 0; row < header.Records; row++)
        {
            if (row % 1_000 == 0)
                reading.Glance();
            stream.ReadExactly(record);
            foreach (var field in header.Fields.Where(field => field.Kind == 'C'))
                Count(record.AsSpan(field.Start, field.Length).TrimEnd(" \0"u8));
        }

        return (utf8, chinese);

        void Count(ReadOnlySpan<byte> text)
        {
            if (System.Text.Ascii.IsValid(text))
                return;
            utf8 += FaultsIn(Encoding.UTF8, text);
            chinese += FaultsIn(TextForm.Chinese, text);
        }
    }

    // A last letter that was cut off with its column is no fault of the encoding: a decoder waits for the rest of it.
    private static int FaultsIn(Encoding form, ReadOnlySpan<byte> text)
    {
        Span<char> letters = stackalloc char[form.GetMaxCharCount(byte.MaxValue)];
        return letters[..form.GetDecoder().GetChars(text, letters, flush: false)].Count('\uFFFD');
    }
}
