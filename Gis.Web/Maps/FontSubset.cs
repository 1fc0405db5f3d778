using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Gis.Web.Maps;

/// <summary>
/// A TrueType font that draws some letters only. Skia puts whole fonts into a PDF, for Chinese some megabytes; and where two
/// characters share a glyph, as 行 and the radical ⾏ do, a reader would copy the one that was not written.
/// </summary>
internal static class FontSubset
{
    // Where the head table says how the places of outlines are written; its second byte is 1 for four bytes each.
    private const int HeadLocaFormat = 50;

    // The rest is for scripts, variations and vertical text, which maps do not have.
    private static readonly string[] Kept = ["OS/2", "cvt ", "fpgm", "head", "hhea", "hmtx", "maxp", "name", "post", "prep"];

    /// <summary>The font with those letters; null for one whose outlines are not TrueType, which is then taken whole.</summary>
    internal static SKTypeface? Of(SKTypeface font, IEnumerable<Rune> letters)
    {
        if (!font.TryGetTableData(TagOf("glyf"), out var outlines) || !font.TryGetTableData(TagOf("loca"), out var places))
            return null;

        using var drawn = font.ToFont();
        var glyphs = letters.Distinct().Order().Select(letter => (Letter: letter, Glyph: drawn.GetGlyph(letter.Value))).Where(pair => pair.Glyph != 0).ToList();
        var tables = Kept.Where(tag => font.TryGetTableData(TagOf(tag), out _)).ToDictionary(tag => tag, tag => font.GetTableData(TagOf(tag)));
        var outline = new GlyphOutlines(outlines, places, isLong: tables["head"][HeadLocaFormat + 1] == 1);
        tables["head"][HeadLocaFormat + 1] = 1;
        (tables["glyf"], tables["loca"]) = outline.Keep(glyphs.Select(pair => pair.Glyph));
        tables["cmap"] = MapOf(glyphs);
        return SKTypeface.FromData(SKData.CreateCopy(Join(tables)));
    }

    private static uint TagOf(string tag) => BinaryPrimitives.ReadUInt32BigEndian(Encoding.ASCII.GetBytes(tag));

    // One subtable of format 12, a group for each letter.
    private static byte[] MapOf(List<(Rune Letter, ushort Glyph)> glyphs)
    {
        var map = new BigEndian();
        map.Write16(0, 1, 3, 10);
        map.Write32(12);
        map.Write16(12, 0);
        map.Write32(16 + (12 * (uint)glyphs.Count), 0, (uint)glyphs.Count);
        foreach (var (letter, glyph) in glyphs)
            map.Write32((uint)letter.Value, (uint)letter.Value, glyph);
        return map.ToArray();
    }

    private static byte[] Join(Dictionary<string, byte[]> tables)
    {
        var (head, body) = (new BigEndian(), new BigEndian());
        head.Write32(0x00010000);
        // The three numbers for searching the directory are derived from the first; nobody uses them any more.
        head.Write16((ushort)tables.Count, 0, 0, 0);
        foreach (var (tag, table) in tables.OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            head.Write32(TagOf(tag), 0, (uint)(12 + (16 * tables.Count) + body.Length), (uint)table.Length);
            body.Append(table);
        }

        head.Append(body.ToArray());
        return head.ToArray();
    }
}

/// <summary>The outlines of a font by glyph, and where each begins.</summary>
internal sealed class GlyphOutlines(byte[] outlines, byte[] places, bool isLong)
{
    private const int ArgumentsAreWords = 0x1, HasScale = 0x8, MoreComponents = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;

    /// <summary>The same glyphs by number, but empty unless they are asked for or are part of one that is.</summary>
    internal (byte[] Outlines, byte[] Places) Keep(IEnumerable<ushort> glyphs)
    {
        var kept = new HashSet<int> { 0 };
        foreach (var glyph in glyphs)
            Add(glyph);

        var (body, starts) = (new BigEndian(), new BigEndian());
        for (var glyph = 0; glyph < (places.Length / (isLong ? 4 : 2)) - 1; glyph++)
        {
            starts.Write32((uint)body.Length);
            if (kept.Contains(glyph))
                body.Append(OutlineOf(glyph));
        }

        starts.Write32((uint)body.Length);
        return (body.ToArray(), starts.ToArray());

        void Add(int glyph)
        {
            if (!kept.Add(glyph))
                return;
            foreach (var part in ListParts(OutlineOf(glyph).ToArray()))
                Add(part);
        }
    }

    private ReadOnlySpan<byte> OutlineOf(int glyph) => outlines.AsSpan(PlaceOf(glyph)..PlaceOf(glyph + 1));

    private int PlaceOf(int glyph) => isLong
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(places.AsSpan(4 * glyph))
        : 2 * BinaryPrimitives.ReadUInt16BigEndian(places.AsSpan(2 * glyph));

    // A glyph with fewer than no contours is made of others.
    private static IEnumerable<int> ListParts(byte[] outline)
    {
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            yield break;
        for (int at = 10, flags = MoreComponents; (flags & MoreComponents) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            yield return BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2)
                + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
        }
    }
}

/// <summary>Bytes of a font file: the most significant first, each table padded to four.</summary>
internal sealed class BigEndian
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    internal int Length => bytes.WrittenCount;

    internal void Write16(params ReadOnlySpan<ushort> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.GetSpan(2), value);
            bytes.Advance(2);
        }
    }

    internal void Write32(params ReadOnlySpan<uint> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.GetSpan(4), value);
            bytes.Advance(4);
        }
    }

    internal void Append(ReadOnlySpan<byte> block)
    {
        bytes.Write(block);
        bytes.Write(new byte[-block.Length & 3]);
    }

    internal byte[] ToArray() => bytes.WrittenSpan.ToArray();
}
