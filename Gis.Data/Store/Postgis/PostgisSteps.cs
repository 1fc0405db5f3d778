using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gis.Data.Store.Postgis;

/// <summary>
/// The steps by which the tables of a database came to be what they are, beside those that this program knows. A newer program
/// may have gone further; the database itself says which step one must know to work on it all the same.
/// </summary>
/// <param name="Applied">The steps that were gone, in order.</param>
/// <param name="Least">The step that a program must know; null where the database is from before it was said.</param>
internal sealed record PostgisSteps(IReadOnlyList<string> Applied, string? Least)
{
    internal const string AskLeast = "SELECT step FROM least_step";

    private static readonly Lazy<IReadOnlyList<string>> Program = new(() =>
    {
        using var context = new PostgisContextDesign().CreateDbContext([]);
        return [.. context.Database.GetMigrations()];
    });

    internal static IReadOnlyList<string> Known => Program.Value;

    internal bool IsOlder => Known.Except(Applied).Any();

    internal string? FirstUnknown => Applied.Except(Known).FirstOrDefault();

    internal static PostgisSteps Read(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return new(
            Find(connection, "\"__EFMigrationsHistory\"", "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\""),
            Find(connection, "least_step", AskLeast) is [var least] ? least : null);
    }

    /// <summary>Why this program must not work on the database; null where it may.</summary>
    internal string? FindRefusal(string name) =>
        FirstUnknown is not { } unknown ? null
        : Least is null || !Known.Contains(Least) ? Refuse(name, Least ?? unknown)
        : IsOlder ? $"{name} has steps that this program does not know ({unknown}) and lacks some that it needs. Use the version that made them."
        : null;

    /// <summary>What is to be known of a database on which this program works although a newer one went further; null where none did.</summary>
    internal string? FindNotice(string name) => FirstUnknown is { } unknown && FindRefusal(name) is null
        ? $"{name} was brought up to date by a newer version of this program (step {unknown}); this one works on it and leaves what it does not know alone"
        : null;

    internal static string Refuse(string name, string step) => $"{name} was written by a newer version of this program (step {step}). Use that version.";

    private static List<string> Find(DbConnection connection, string table, string question) =>
        StoreAccess.Ask(connection, $"SELECT 1 WHERE to_regclass('{table}') NOTNULL") is [] ? [] : StoreAccess.Ask(connection, question);
}
