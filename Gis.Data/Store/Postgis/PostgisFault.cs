using Npgsql;

namespace Gis.Data.Store.Postgis;

/// <summary>What is the matter with a database, in words for whoever runs the program; no secret of the connection is said.</summary>
internal static class PostgisFault
{
    internal static string Explain(string name, PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"{name} lets nobody in with this name and password ({fault.MessageText}). Put them right in the connection string.",
        PostgresErrorCodes.InvalidCatalogName => $"{name} is not there ({fault.MessageText}). Make it: createdb, then CREATE EXTENSION postgis.",
        PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported => $"{name} has no PostGIS ({fault.MessageText}). Install it on the server (Debian: postgresql-15-postgis-3).",
        PostgresErrorCodes.InsufficientPrivilege => $"{name} does not allow it ({fault.MessageText}). Let its owner make the tables, and an administrator CREATE EXTENSION postgis beforehand.",
        PostgresErrorCodes.TooManyConnections => $"{name} has no connection free ({fault.MessageText}). Let it take more, or each instance fewer (Maximum Pool Size).",
        PostgresErrorCodes.DiskFull => $"the disk of {name} is full. Make room there, then do it again.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow => $"{name} is starting or stopping ({fault.MessageText}). Do it again in a moment.",
        _ => $"{name}: {fault.MessageText}",
    };

    internal static string Explain(string name, NpgsqlException fault) =>
        $"{name} cannot be reached ({fault.InnerException?.Message ?? fault.Message}). Start it, or put its address right in the connection string.";
}
