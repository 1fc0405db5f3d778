using System.Buffers;
using System.Numerics;
using System.Text;

namespace Gis.Web.Maps.Marks;

/// <summary>Writes one layer of a vector tile straight into bytes (Mapbox Vector Tile 2.1, 4.1 to 4.4).</summary>
internal sealed class MvtLayer : IDisposable
{
    // So many tags of six bytes, and a feature's length still takes one byte.
    private const int MostKeys = 16;
    private const int LargestFeature = 128;

    internal const int ExtentBits = 12;
    internal const int Extent = 1 << ExtentBits;

    private readonly MvtBuffer features = new();
    private readonly MvtBuffer values = new();
    private readonly Dictionary<long, int> numbers = [];
    private readonly string name;
    private readonly string[] keys;
    private int valueCount;

    internal MvtLayer(string name, string[] keys)
    {
        if (keys.Length > MostKeys)
            throw new ArgumentException($"A layer has at most {MostKeys} fields, and {name} would have {keys.Length}.");
        (this.name, this.keys) = (name, keys);
    }

    /// <summary>Adds marks one by one, with the fields that the layer has keys for.</summary>
    internal void AddMarks(MarkIndex marks, int first, int end, int zoom)
    {
        var writer = new MarkRows(this, [.. keys.Select(key => marks.Fields.First(field => field.Name == key))]);
        for (var row = first; row < end; row++)
            writer.Write(row, marks.PlaceIn(zoom, row));
        writer.GiveBack();
    }

    /// <summary>Adds one mark for each cell that holds any: the first in it.</summary>
    internal void AddFirstOfCells(MarkIndex marks, int first, int end, int zoom, int cellBits)
    {
        var writer = new MarkRows(this, [.. keys.Select(key => marks.Fields.First(field => field.Name == key))]);
        for (var row = first; row < end; row = marks.EndOfCell(row, end, zoom + cellBits))
            writer.Write(row, marks.PlaceIn(zoom, row));
        writer.GiveBack();
    }

    /// <summary>Adds, in the middle of each cell that holds any, how many marks it holds and their totals; a total of 0 is left out.</summary>
    internal void AddCells(MarkIndex marks, int first, int end, int zoom, int cellBits)
    {
        var side = Extent >> cellBits;
        for (var row = first; row < end;)
        {
            var next = marks.EndOfCell(row, end, zoom + cellBits);
            var (x, y) = marks.PlaceIn(zoom, row);
            var feature = new Feature(features.Room(LargestFeature));
            feature.AddTag(0, IndexOf(next - row));
            for (var total = 0; total < marks.TotalNames.Length; total++)
            {
                if (marks.Sum(total, row, next) is not 0 and var sum)
                    feature.AddTag(total + 1, IndexOf(sum));
            }

            features.Take(feature.End((x / side * side) + (side / 2), (y / side * side) + (side / 2)));
            row = next;
        }
    }

    /// <summary>Writes the layer into a tile, unless nothing was added.</summary>
    internal void WriteTo(MvtBuffer tile)
    {
        if (features.Length == 0)
            return;
        using var layer = new MvtBuffer();
        layer.Raw([0x78, 2]);
        layer.Block(0x0A, Encoding.UTF8.GetBytes(name));
        layer.Raw(features.Written);
        foreach (var key in keys)
            layer.Block(0x1A, Encoding.UTF8.GetBytes(key));
        layer.Raw(values.Written);
        layer.Byte(0x28);
        layer.Number(Extent);
        tile.Block(0x1A, layer.Written);
    }

    public void Dispose()
    {
        features.Dispose();
        values.Dispose();
    }

    private int IndexOf(long number)
    {
        if (!numbers.TryGetValue(number, out var index))
        {
            numbers[number] = index = valueCount;
            var zigzag = (ulong)((number << 1) ^ (number >> 63));
            values.Byte(0x22);
            values.Byte((byte)(1 + LengthOf(zigzag)));
            values.Byte(0x30);
            values.Number(zigzag);
            valueCount++;
        }

        return index;
    }

    private static int LengthOf(ulong number) => (BitOperations.Log2(number | 1) / 7) + 1;

    /// <summary>A point on its way into the bytes: tags, then type and geometry, with the lengths filled in at the end.</summary>
    private ref struct Feature(Span<byte> room)
    {
        private const int Head = 4;

        private readonly Span<byte> room = room;
        private int at = Head;

        internal void AddTag(int key, int value)
        {
            room[at++] = (byte)key;
            at = MvtBuffer.Number(room, at, (uint)value);
        }

        internal int End(int x, int y)
        {
            (room[0], room[2], room[3]) = (0x12, 0x12, (byte)(at - Head));
            (room[at], room[at + 1], room[at + 2]) = (0x18, 1, 0x22);
            var geometry = at + 4;
            // MoveTo, once; both numbers as zigzag, which doubles what is not negative.
            room[geometry] = (1 << 3) | 1;
            var end = MvtBuffer.Number(room, MvtBuffer.Number(room, geometry + 1, (uint)x << 1), (uint)y << 1);
            (room[at + 3], room[1]) = ((byte)(end - geometry), (byte)(end - 2));
            return end;
        }
    }

    /// <summary>Writes rows of one index; what different rows share is in the layer once.</summary>
    private readonly struct MarkRows(MvtLayer layer, MarkField[] fields)
    {
        // One more than the place of a value in the layer; 0 where it is not there yet.
        private readonly int[]?[] places = [.. fields.Select(RentPlaces)];

        internal void Write(int row, (int X, int Y) place)
        {
            var feature = new Feature(layer.features.Room(LargestFeature));
            for (var key = 0; key < fields.Length; key++)
            {
                if (fields[key].ValueOf(row) is >= 0 and var value)
                    feature.AddTag(key, PlaceOf(key, value));
            }

            layer.features.Take(feature.End(place.X, place.Y));
        }

        internal void GiveBack()
        {
            foreach (var rented in places.OfType<int[]>())
                ArrayPool<int>.Shared.Return(rented);
        }

        private int PlaceOf(int key, int value)
        {
            var known = places[key];
            if (known is not null && known[value] > 0)
                return known[value] - 1;
            layer.values.Raw(fields[key].Encoded(value));
            var index = layer.valueCount++;
            if (known is not null)
                known[value] = index + 1;
            return index;
        }

        private static int[]? RentPlaces(MarkField field)
        {
            if (!field.IsShared)
                return null;
            var rented = ArrayPool<int>.Shared.Rent(field.ValueCount);
            Array.Clear(rented, 0, field.ValueCount);
            return rented;
        }
    }
}
