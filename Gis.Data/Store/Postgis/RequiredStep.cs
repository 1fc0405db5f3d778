using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gis.Data.Store.Postgis;

/// <summary>
/// What a step does to the tables that older programs cannot live with. A step that only adds needs nothing of this: a table, a
/// column that may be empty or that the database fills, an index that forbids nothing. A column of the network's own tables is
/// not that: its version and its log are made of all of them.
/// </summary>
internal static class RequiredStep
{
    /// <summary>
    /// Lets no program work on the database from now on that does not know this step, those that run now neither. Belongs first in a
    /// step, so that it waits for the last of their writing before it holds any table.
    /// </summary>
    internal static void RequireThisStep(this MigrationBuilder builder, Migration step) => builder.Sql(StatementOf(step));

    internal static string StatementOf(Migration step) => $"""
        SELECT pg_advisory_xact_lock({PostgisContext.WriterLock});
        UPDATE least_step SET step = '{step.GetType().GetCustomAttribute<MigrationAttribute>()!.Id}';
        """;
}
