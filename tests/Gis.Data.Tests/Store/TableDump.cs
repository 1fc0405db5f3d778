using System.Text;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Tests.Store;

/// <summary>All that a table holds, as text: two dumps are equal where no reader of the table could tell them apart.</summary>
internal static class TableDump
{
    internal static string Of(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
        using var reader = command.ExecuteReader();
        var text = new StringBuilder();
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
                text.Append(reader.GetName(column)).Append('=').Append(Text(reader.GetValue(column))).Append('|');
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string text => '\'' + text + '\'',
        double number => number.ToString("R", null),
        _ => $"{value.GetType().Name}:{value}",
    };
}
