using Microsoft.Data.Sqlite;

namespace Gis.Data.Store.GeoPackage;

/// <summary>What is the matter with a file of the store, in words for whoever runs the program.</summary>
internal static class GeoPackageFault
{
    internal static string Explain(string file, SqliteException fault) => fault.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => $"the disk that holds {file} is full. Make room there, then do it again.",
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"another program kept {file} to itself for longer than {GeoPackageConnection.Patience.TotalSeconds:0} seconds. End its edit or close it (QGIS, a database tool), then do it again.",
        SQLitePCL.raw.SQLITE_IOERR => $"the disk that holds {file} could not read or write ({fault.Message}). Look after the disk, then run verify.",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
            $"{file} cannot be written to ({fault.Message}). Let the program write to the file, to its folder and to what is beside it (-wal, -shm).",
        SQLitePCL.raw.SQLITE_CANTOPEN =>
            $"{file} cannot be opened ({fault.Message}). It or its folder is not there, or the program may not read and write there.",
        SQLitePCL.raw.SQLITE_NOTADB => $"{file} is no GeoPackage, nor any database. Put a copy back (restore).",
        SQLitePCL.raw.SQLITE_CORRUPT => $"{file} is damaged ({fault.Message}). Put a copy back (restore).",
        _ => $"{file}: {fault.Message}",
    };
}
