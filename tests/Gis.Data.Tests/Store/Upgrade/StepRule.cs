using Gis.Core.Network;
using Gis.Data.Store.Postgis;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Gis.Data.Tests.Store.Upgrade;

/// <summary>What of a step an older program, running beside the newer, could not live with.</summary>
internal static class StepRule
{
    // A row of them is written anew with its whole network, and is in its version and in the log with every field.
    private static readonly HashSet<string> OfNetwork = [.. Enum.GetValues<RecordKind>().Select(kind => kind.Written().Replace('-', '_'))];

    /// <summary>A sentence for each; none where the step requires itself.</summary>
    internal static IReadOnlyList<string> FindFaults(Migration step)
    {
        if (step.UpOperations is [SqlOperation first, ..] && first.Sql == RequiredStep.StatementOf(step))
            return [];
        var made = step.UpOperations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet();
        return [.. step.UpOperations.Select(operation => FindFault(operation, made)).OfType<string>()];
    }

    private static string? FindFault(MigrationOperation operation, HashSet<string> made) => operation switch
    {
        CreateTableOperation table => table.ForeignKeys.Where(key => !made.Contains(key.PrincipalTable) && key.OnDelete is not (ReferentialAction.Cascade or ReferentialAction.SetNull))
            .Select(key => $"{table.Name}: {key.Name} keeps an older program from deleting rows of {key.PrincipalTable}").FirstOrDefault(),
        AddColumnOperation column when OfNetwork.Contains(column.Table) => $"{column.Table}.{column.Name}: an older program loses it with every network it saves",
        AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null || column.ComputedColumnSql is not null
            ? null
            : $"{column.Table}.{column.Name}: an older program leaves it empty, which is not allowed",
        CreateIndexOperation index => !index.IsUnique || made.Contains(index.Table) ? null : $"{index.Name}: it may refuse what an older program writes",
        SqlOperation sql => made.Any(table => sql.Sql == PostgisNews.Tell(table)) ? null : $"nobody can tell what this does to older programs: {sql.Sql}",
        _ => $"{operation.GetType().Name}: it does not only add",
    };
}
