using System.Data.Common;
using Gis.Core.Network;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Store.Postgis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;
using Npgsql;

namespace Gis.Data.Store;

/// <summary>What is the matter with a store, in words for whoever runs the program: what was found, and what helps.</summary>
internal static class StoreFault
{
    /// <summary>Whether a fault comes from the database, and not from what was asked of it.</summary>
    internal static bool IsOfDatabase(Exception fault) => fault is SqliteException or NpgsqlException or DbUpdateException
        // What may be well the next time, as a connection that was lost, comes wrapped.
        || fault is InvalidOperationException { InnerException: NpgsqlException };

    /// <summary>Whether a fault comes from what the store holds, which another program may have edited.</summary>
    internal static bool IsUnreadable(Exception fault) => fault
        is DbException or FormatException or InvalidOperationException or InvalidCastException or ArgumentException or NetworkException or ParseException;

    /// <param name="store">What the store is called, or the file that was being written.</param>
    /// <param name="fault">What happened.</param>
    internal static string Explain(string store, Exception fault) => fault.GetBaseException() switch
    {
        SqliteException file => GeoPackageFault.Explain(store, file),
        PostgresException refused => PostgisFault.Explain(store, refused),
        _ when Array.Find([fault, fault.InnerException], each => each is NpgsqlException) is NpgsqlException lost => PostgisFault.Explain(store, lost),
        var other => $"{store}: {other.Message}",
    };
}
