namespace Gis.Data.Roads;

/// <summary>
/// Walks along a message of protocol buffers: each field is its number and kind, then a number or a length with as many bytes.
/// Nothing is copied and no object made.
/// </summary>
internal ref struct PbfFields(ReadOnlySpan<byte> message)
{
    private const int NumberKind = 0;
    private const int EightBytes = 1;
    private const int BytesKind = 2;
    private const int FourBytes = 5;

    private PbfNumbers left = new(message);
    private int kind;

    /// <summary>The number of the field.</summary>
    internal int Field { get; private set; }

    /// <summary>What it holds if that is a number.</summary>
    internal long Number { get; private set; }

    /// <summary>What it holds if that is bytes.</summary>
    internal ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Where in the message the bytes begin.</summary>
    internal readonly int Start => left.Position - Bytes.Length;

    /// <summary>Goes to the next field; false at the end.</summary>
    /// <exception cref="InvalidDataException">The message is damaged.</exception>
    internal bool MoveNext()
    {
        if (left.IsEmpty)
            return false;
        var key = left.Next();
        Field = (int)(key >> 3);
        kind = (int)(key & 7);
        Number = kind == NumberKind ? left.Next() : 0;
        Bytes = kind switch
        {
            NumberKind => default,
            EightBytes => left.Take(8),
            BytesKind => left.Take(left.Next()),
            FourBytes => left.Take(4),
            _ => throw new InvalidDataException($"a field of kind {kind}, which there is not"),
        };
        return true;
    }

    /// <summary>Adds what it holds to a row, of which writers make one field of all its numbers or a field of each.</summary>
    /// <exception cref="InvalidDataException">The row ends within a number.</exception>
    internal readonly void AddTo(List<long> row)
    {
        if (kind == NumberKind)
            row.Add(Number);
        var numbers = new PbfNumbers(Bytes);
        while (!numbers.IsEmpty)
            row.Add(numbers.Next());
    }
}

/// <summary>Numbers in a row, seven bits a byte and the lowest first; the last byte of each has its highest bit clear.</summary>
internal ref struct PbfNumbers(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes were read.</summary>
    internal int Position { get; private set; }

    internal readonly bool IsEmpty => Position == bytes.Length;

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">The row ends within it, or before it.</exception>
    internal long Next()
    {
        var number = 0L;
        for (var shift = 0; shift < 64 && Position < bytes.Length; shift += 7)
        {
            var part = bytes[Position++];
            number |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }

        throw new InvalidDataException("a number without an end");
    }

    /// <summary>The number that is kept as this one: 0, -1, 1, -2 and so on as 0, 1, 2, 3.</summary>
    internal static long Signed(long kept) => (kept >>> 1) ^ -(kept & 1);

    /// <summary>Takes bytes as they are.</summary>
    /// <exception cref="InvalidDataException">There are fewer.</exception>
    internal ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > bytes.Length - Position)
            throw new InvalidDataException("a field longer than what it is part of");
        Position += (int)length;
        return bytes.Slice(Position - (int)length, (int)length);
    }
}
