using System.Buffers.Binary;
using System.Text;

namespace Gis.Web.Maps.Marks;

/// <summary>A field of marks. Each of its different values is kept once, in the bytes that a tile has for it (MVT 2.1, 4.4).</summary>
public sealed class MarkField
{
    private const byte ValueTag = 0x22;

    // Beyond this a tile's marks hardly share a value, and to look for it costs more than to write it twice.
    private const int MostShared = 16_384;

    private const int None = -1;

    private readonly int[] valueOfMark;
    private readonly byte[] encoded;
    private readonly int[] ends;

    private MarkField(string name, bool isEssential, int[] valueOfMark, byte[] encoded, int[] ends)
    {
        (Name, IsEssential) = (name, isEssential);
        (this.valueOfMark, this.encoded, this.ends) = (valueOfMark, encoded, ends);
    }

    public string Name { get; }

    /// <summary>Whether a tile that would be too large keeps it.</summary>
    public bool IsEssential { get; }

    public int Count => valueOfMark.Length;

    internal int ValueCount => ends.Length;

    internal bool IsShared => ends.Length <= MostShared;

    /// <summary>A field of texts; a mark that has none of it has no such field.</summary>
    public static MarkField Text(string name, IEnumerable<string?> values, bool isEssential = false) =>
        Of(name, isEssential, values, (value, text) => value.Block(0x0A, Encoding.UTF8.GetBytes(text)));

    public static MarkField Whole(string name, IEnumerable<long> values, bool isEssential = false) => Of(name, isEssential, values, (value, number) =>
    {
        // As unsigned (5) where it can be, for signed ones (6) of the same size take a bit more.
        value.Byte((byte)(number >= 0 ? 0x28 : 0x30));
        if (number >= 0)
            value.Number((ulong)number);
        else
            value.Signed(number);
    });

    public static MarkField Real(string name, IEnumerable<double> values, bool isEssential = false) => Of(name, isEssential, values, (value, number) =>
    {
        value.Byte(0x19);
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        value.Raw(bytes);
    });

    public static MarkField Flag(string name, IEnumerable<bool> values, bool isEssential = false) => Of(name, isEssential, values, (value, isSet) =>
    {
        value.Byte(0x38);
        value.Byte((byte)(isSet ? 1 : 0));
    });

    /// <summary>The number of a mark's value among the different ones; below 0 where it has none.</summary>
    internal int ValueOf(int mark) => valueOfMark[mark];

    /// <summary>A value as it stands in a layer, tag and length included.</summary>
    internal ReadOnlySpan<byte> Encoded(int value)
    {
        var from = value == 0 ? 0 : ends[value - 1];
        return encoded.AsSpan(from, ends[value] - from);
    }

    /// <summary>The field of the same marks in another order; so are the values, for a tile then finds its own beside one another.</summary>
    internal MarkField InOrder(int[] order)
    {
        var moved = new int[ends.Length];
        Array.Fill(moved, None);
        using var values = new MvtBuffer();
        var newEnds = new List<int>(ends.Length);
        var ofMark = new int[order.Length];
        for (var row = 0; row < order.Length; row++)
        {
            var value = valueOfMark[order[row]];
            if (value != None && moved[value] == None)
            {
                moved[value] = newEnds.Count;
                values.Raw(Encoded(value));
                newEnds.Add(values.Length);
            }

            ofMark[row] = value == None ? None : moved[value];
        }

        return new MarkField(Name, IsEssential, ofMark, values.Written.ToArray(), [.. newEnds]);
    }

    private static MarkField Of<T>(string name, bool isEssential, IEnumerable<T?> values, Action<MvtBuffer, T> write)
        where T : notnull
    {
        using var all = new MvtBuffer();
        var numbers = new Dictionary<T, int>();
        var ends = new List<int>();
        var ofMark = new List<int>();
        foreach (var value in values)
        {
            if (value is not null && numbers.TryAdd(value, ends.Count))
            {
                using var one = new MvtBuffer();
                write(one, value);
                all.Block(ValueTag, one.Written);
                ends.Add(all.Length);
            }

            ofMark.Add(value is null ? None : numbers[value]);
        }

        return new MarkField(name, isEssential, [.. ofMark], all.Written.ToArray(), [.. ends]);
    }
}
