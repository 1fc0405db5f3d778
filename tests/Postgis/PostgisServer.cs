using System.Diagnostics;
using Npgsql;

namespace Gis.Tests.Postgis;

/// <summary>
/// A real PostgreSQL with PostGIS for one run of tests: a cluster of its own in a throw-away folder, reached through a socket
/// there, so that it needs no port and meets no other. It is started when the first test asks for a database.
/// </summary>
internal static class PostgisServer
{
    private static readonly Lazy<string> Folder = new(Start);

    /// <summary>A new, empty database; its connection string.</summary>
    internal static string MakeDatabase()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        Execute(ConnectionTo("postgres"), $"CREATE DATABASE {name} TEMPLATE template0");
        return ConnectionTo(name);
    }

    /// <summary>A new database with all that another one has, which nobody may be using.</summary>
    internal static string Copy(string connection)
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        Execute(ConnectionTo("postgres"), $"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(connection).Database}");
        return ConnectionTo(name);
    }

    /// <summary>Ends every connection to a database, as a server does that starts anew.</summary>
    internal static void Disconnect(string connection)
    {
        Forget(connection);
        Execute(ConnectionTo("postgres"), $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(connection).Database}'");
    }

    internal static void Drop(string connection)
    {
        Forget(connection);
        Execute(ConnectionTo("postgres"), $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    internal static void Execute(string connection, string statements)
    {
        using var opened = new NpgsqlConnection(connection);
        opened.Open();
        using var command = new NpgsqlCommand(statements, opened);
        command.ExecuteNonQuery();
    }

    // Those of the tests themselves.
    private static void Forget(string connection)
    {
        using var pooled = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(pooled);
    }

    private static string ConnectionTo(string database) => $"Host={Folder.Value};Username=gis;Database={database}";

    /// <summary>The folder of the cluster, in which its socket is.</summary>
    internal static string Host => Folder.Value;

    private static string Start()
    {
        var folder = MakeFolder("gis-pg-");
        RunAsOwner("initdb", "-D", $"{folder}/data", "-A", "trust", "-U", "gis", "-E", "UTF8", "--locale=C.UTF-8");
        StartIn(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            StopIn(folder);
            Directory.Delete(folder, recursive: true);
        };
        return folder;
    }

    /// <summary>A throw-away folder of whoever PostgreSQL runs as, which is never root.</summary>
    internal static string MakeFolder(string prefix)
    {
        var folder = Directory.CreateTempSubdirectory(prefix).FullName;
        if (Environment.UserName == "root")
            Run("chown", "postgres", folder);
        return folder;
    }

    // What is written need not outlive the run.
    internal static void StartIn(string folder) =>
        RunAsOwner("pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", $"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=300", "start");

    internal static void StopIn(string folder) => RunAsOwner("pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop");

    /// <summary>Runs one of PostgreSQL's programs.</summary>
    internal static void RunAsOwner(string name, params string[] arguments)
    {
        var program = $"{Directory.GetDirectories("/usr/lib/postgresql").Order().Last()}/bin/{name}";
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server inherits what is redirected and would hold it open for ever.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cd / && exec \"$@\" >/dev/null 2>&1", program, program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} (Debian: postgresql, postgresql-15-postgis-3) ended with {process.ExitCode}: {string.Join(' ', arguments)}");
    }
}
