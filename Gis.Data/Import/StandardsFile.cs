using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;

namespace Gis.Data.Import;

/// <summary>The standards of acceptance, from standards.csv in geodata; geodata/README.md says where they come from.</summary>
public static class StandardsFile
{
    private static readonly string[] Columns = ["code", "tier", "group", "topic", "must", "weight", "zh", "en", "paragraph"];

    /// <summary>Reads the file of the program.</summary>
    /// <exception cref="TableException">It is missing or wrong; the message names file, line and column.</exception>
    public static StandardSet Read() => Read(CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "standards.csv"), Columns));

    /// <summary>Reads the content of such a file; <paramref name="file"/> is what errors call it.</summary>
    /// <exception cref="TableException">It is wrong; the message names file, line and column.</exception>
    public static StandardSet Read(string file, byte[] content) => Read(CsvTable.Read(file, content, Columns));

    private static StandardSet Read(CsvTable table)
    {
        var standards = table.ReadUnique("code", ReadStandard, standard => standard.Code);
        try
        {
            return new StandardSet(standards);
        }
        catch (ArgumentException fault)
        {
            throw new TableException(table.File, null, null, $"{standards.Count} standards", fault.Message.Split(" (Parameter")[0].TrimEnd('.'));
        }
    }

    private static Standard ReadStandard(CsvRow row) => new(
        row.Text("code"),
        Choice<Tier>(row, "tier"),
        Choice<StandardGroup>(row, "group"),
        Choice<StandardTopic>(row, "topic"),
        row.Text("must") switch { "true" => true, "false" => false, _ => throw row.Wrong("must", "true or false") },
        row.WholeNumber("weight") is >= 1 and <= Standard.MostWeight and var weight ? (int)weight : throw row.Wrong("weight", $"1 to {Standard.MostWeight}"),
        row.Text("zh"),
        row.Text("en"),
        row.Text("paragraph"));

    private static T Choice<T>(CsvRow row, string column)
        where T : struct, Enum =>
        WrittenName.TryRead<T>(row.Text(column), out var value) ? value : throw row.Wrong(column, "one of " + string.Join(", ", WrittenName.List<T>()));
}
