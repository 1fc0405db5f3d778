using System.Text;

namespace Gis.Data.Import.Files;

/// <summary>How text is written as bytes, found by looking through all of them, since most files do not say.</summary>
/// <param name="Encoding">What to read it with.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Faults">Places that are in no encoding; they read as U+FFFD.</param>
internal sealed record TextForm(Encoding Encoding, string Name, long Faults)
{
    private const int StretchLength = 1 << 16;

    // By itself it reads what it does not know as a question mark, which may as well have been written.
    internal static readonly Encoding Chinese = Encoding.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>Tells UTF-16 by its mark, UTF-8 by being valid, damaged UTF-8 by most of it being valid, and takes the rest for GB18030.</summary>
    /// <exception cref="SourceFileException">UTF-8 is cut off within a letter.</exception>
    internal static TextForm Detect(SourceReading reading, Func<Stream> open)
    {
        using (var stream = open())
        {
            var head = new byte[4096];
            if (GuessWide(head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))) is { } wide)
                return new TextForm(wide, "UTF-16", 0);
        }

        var (faults, letters, isCut) = Count(reading, open, Encoding.UTF8);
        if (faults == 0 && isCut)
            throw reading.Refuse(SourceFault.Truncated, "text cut off within a letter at its end", "the whole file: copy or fetch it again");
        // Of text in GB18030 hardly a letter in ten happens to be one in UTF-8; of damaged UTF-8 most still are.
        return letters > faults || faults == 0
            ? new TextForm(Encoding.UTF8, "UTF-8", faults)
            : new TextForm(Chinese, "GB18030", Count(reading, open, Chinese).Faults);
    }

    /// <summary>UTF-16 by its mark or, without one, by the zero bytes that every digit and comma has on one side.</summary>
    internal static Encoding? GuessWide(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        var (even, odd) = (0, 0);
        for (var at = 0; at < head.Length; at++)
            _ = head[at] != 0 ? 0 : at % 2 == 0 ? even++ : odd++;
        return (even, odd) switch
        {
            (0, > 0) when odd > head.Length / 32 => Encoding.Unicode,
            ( > 0, 0) when even > head.Length / 32 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    /// <summary>What is to be said of letters in no encoding.</summary>
    internal string? Remark => Faults == 0 ? null
        : $"{Faults} letters could not be read as {Name} and stand as \uFFFD; save the file as UTF-8 and bring it again.";

    internal StreamReader Open(Stream stream) => new(stream, Encoding, detectEncodingFromByteOrderMarks: true, StretchLength);

    private static (long Faults, long Letters, bool IsCut) Count(SourceReading reading, Func<Stream> open, Encoding encoding)
    {
        using var stream = open();
        var decoder = encoding.GetDecoder();
        var (bytes, text, faults, beyondAscii) = (new byte[StretchLength], new char[encoding.GetMaxCharCount(StretchLength)], 0L, 0L);
        while (stream.Read(bytes) is > 0 and var read)
        {
            reading.Glance();
            var found = text.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), text, flush: false));
            faults += found.Count('\uFFFD');
            foreach (var letter in found)
                beyondAscii += letter > '\x7F' ? 1 : 0;
        }

        var left = decoder.GetChars([], text, flush: true);
        return (faults, beyondAscii - faults, text.AsSpan(0, left).Contains('\uFFFD'));
    }
}
