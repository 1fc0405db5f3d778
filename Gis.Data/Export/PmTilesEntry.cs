namespace Gis.Data.Export;

/// <summary>A line of a directory of PMTiles: from which id on, for how many (0: a leaf directory), where, how long.</summary>
public readonly record struct PmTilesEntry(ulong Id, ulong Offset, uint Length, uint Run)
{
    /// <summary>The id after the last this line is of.</summary>
    internal ulong End => Id + Run;

    /// <summary>The id of a tile: all of the zooms above come first, then those of its zoom along the Hilbert curve.</summary>
    public static ulong IdOf(int zoom, int column, int row)
    {
        var id = ((1UL << (2 * zoom)) - 1) / 3;
        var (x, y) = ((ulong)column, (ulong)row);
        for (var bit = zoom - 1; bit >= 0; bit--)
        {
            var side = 1UL << bit;
            var (right, below) = ((x & side) != 0, (y & side) != 0);
            id += ((right ? 3UL : 0) ^ (below ? 1UL : 0)) << (2 * bit);
            if (below)
                continue;
            if (right)
                (x, y) = (~x, ~y);
            (x, y) = (y, x);
        }

        return id;
    }

    /// <summary>A directory as the specification has it, not yet packed: ids by their steps, runs, lengths, and offsets, 0 for what follows the last.</summary>
    internal static byte[] Write(IReadOnlyList<PmTilesEntry> entries)
    {
        var directory = new MemoryStream();
        WriteNumber(directory, (ulong)entries.Count);
        for (var i = 0; i < entries.Count; i++)
            WriteNumber(directory, i == 0 ? entries[0].Id : entries[i].Id - entries[i - 1].Id);
        foreach (var entry in entries)
            WriteNumber(directory, entry.Run);
        foreach (var entry in entries)
            WriteNumber(directory, entry.Length);
        for (var i = 0; i < entries.Count; i++)
            WriteNumber(directory, i > 0 && entries[i].Offset == entries[i - 1].Offset + entries[i - 1].Length ? 0 : entries[i].Offset + 1);
        return directory.ToArray();
    }

    private static void WriteNumber(MemoryStream to, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            to.WriteByte((byte)(number | 0x80));
        to.WriteByte((byte)number);
    }
}
