namespace Gis.Data.Import.Files;

/// <summary>A file is not read; the message says which, what was found and what would be right. Nothing was changed.</summary>
public sealed class SourceFileException : Exception
{
    public SourceFileException(string file, SourceFault fault, string found, string right, Exception? inner = null)
        : base($"{file}: found {found}; should be {right}.", inner)
    {
        File = file;
        Fault = fault;
    }

    /// <summary>What the person calls the file.</summary>
    public string File { get; }

    /// <summary>What is the matter, for pages that say it in another language.</summary>
    public SourceFault Fault { get; }
}

/// <summary>Why a file is not read.</summary>
public enum SourceFault
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It has no bytes, or no table with a row.</summary>
    Empty,

    /// <summary>It, or what it unpacks to, is larger than allowed.</summary>
    TooLarge,

    /// <summary>It ends before it is whole.</summary>
    Truncated,

    /// <summary>It is of a kind that is read, but what it holds cannot be.</summary>
    Damaged,

    /// <summary>It is of no kind that is read.</summary>
    UnknownKind,

    /// <summary>It is an old binary workbook, .xls or .xlsb.</summary>
    OldWorkbook,

    /// <summary>It asks for a password.</summary>
    Encrypted,

    /// <summary>It holds macros, or queries that would run while it is read.</summary>
    ActiveContent,

    /// <summary>It unpacks to far more than any table would, or to other than it says.</summary>
    ZipBomb,

    /// <summary>It holds a packed file within the packed file.</summary>
    NestedArchive,

    /// <summary>A name in it leads out of it.</summary>
    UnsafeName,

    /// <summary>It declares a document type, by which XML can be made to grow or to fetch.</summary>
    DocumentType,

    /// <summary>Its brackets or elements lie deeper in each other than any table's.</summary>
    TooDeep,

    /// <summary>A file that belongs to it was not brought along.</summary>
    PartMissing,

    /// <summary>Another program has it open and has not written everything into it.</summary>
    InUse,
}
