using System.Buffers;

namespace Gis.Web.Maps.Marks;

/// <summary>Bytes of a vector tile on their way, with the few words of the protocol buffers' language that a tile needs.</summary>
public sealed class MvtBuffer : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 15);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    internal void Byte(byte value)
    {
        Reserve(1);
        bytes[Length++] = value;
    }

    internal void Number(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[Length++] = (byte)value;
    }

    /// <summary>A number of which small ones of either sign are short.</summary>
    internal void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    public void Raw(ReadOnlySpan<byte> more)
    {
        Reserve(more.Length);
        more.CopyTo(bytes.AsSpan(Length));
        Length += more.Length;
    }

    /// <summary>What has its length before it: a text, or a message.</summary>
    internal void Block(byte tag, ReadOnlySpan<byte> content)
    {
        Byte(tag);
        Number((ulong)content.Length);
        Raw(content);
    }

    /// <summary>Room to write into without asking for each byte; <see cref="Take"/> says how much of it was used.</summary>
    internal Span<byte> Room(int most)
    {
        Reserve(most);
        return bytes.AsSpan(Length, most);
    }

    internal void Take(int used) => Length += used;

    internal static int Number(Span<byte> room, int at, uint value)
    {
        while (value >= 0x80)
        {
            room[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        room[at++] = (byte)value;
        return at;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    private void Reserve(int more)
    {
        if (bytes.Length - Length >= more)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + more));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
