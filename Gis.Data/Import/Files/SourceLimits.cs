namespace Gis.Data.Import.Files;

/// <summary>What a file may take, so that none fills the memory; exactly at a limit is allowed.</summary>
public sealed record SourceLimits
{
    public static SourceLimits Default { get; } = new();

    /// <summary>Bytes of the file.</summary>
    public long MostBytes { get; init; } = 512L << 20;

    /// <summary>Bytes that all read parts of a packed file unpack to.</summary>
    public long MostUnpackedBytes { get; init; } = 1L << 30;

    /// <summary>Bytes that a part may unpack to for each packed one, once it is larger than <see cref="FreelyUnpackedBytes"/>.</summary>
    public int MostRatio { get; init; } = 200;

    /// <summary>Bytes that any part may unpack to.</summary>
    public long FreelyUnpackedBytes { get; init; } = 16L << 20;

    /// <summary>Files in a packed file.</summary>
    public int MostParts { get; init; } = 10_000;

    /// <summary>Rows of all tables; the register of the whole country has 620,000.</summary>
    public int MostRows { get; init; } = 2_000_000;

    /// <summary>Cells of all tables.</summary>
    public int MostCells { get; init; } = 50_000_000;

    /// <summary>Columns of a table, as in a spreadsheet.</summary>
    public int MostColumns { get; init; } = 16_384;
}
