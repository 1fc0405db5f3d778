using CsCheck;
using Gis.Core.Network;
using Gis.Data.Import;
using Gis.Fuzzing;

namespace Gis.Data.Tests.Import;

/// <summary>Whatever stands in a file where a table should, is read or refused by name.</summary>
public sealed class CsvFuzzTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gis-fuzz-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void No_content_breaks_the_reader_of_tables() => Malformed.Bytes([.. Malformed.ListSeeds("Import", "*.csv").Select(File.ReadAllBytes)]).Sample(
        content => Malformed.Try(() => Refuses(() => ReadCells(CsvTable.Read("t.csv", content, "id")))), iter: Malformed.Times(2000), threads: 1);

    [Fact]
    public void No_content_breaks_the_reader_of_siting_instances()
    {
        var seeds = Malformed.ListSeeds("Import", "siting-*.csv");
        var (demands, sites, costs) = (Put("demands.csv"), Put("sites.csv"), Put("costs.csv"));
        Gen.Select(Malformed.Bytes([.. seeds.Select(File.ReadAllBytes)]), Gen.Int[0, 2]).Sample(
            (content, which) => Malformed.Try(() =>
            {
                foreach (var (seed, path) in seeds.Zip([costs, demands, sites]))
                    File.Copy(seed, path, overwrite: true);
                File.WriteAllBytes(new[] { costs, demands, sites }[which], content);
                Refuses(() => SitingTables.Read(demands, sites, costs));
            }),
            iter: Malformed.Times(500),
            threads: 1);
    }

    private string Put(string name) => Path.Combine(folder, name);

    private static void ReadCells(CsvTable table)
    {
        foreach (var row in table.Rows)
        {
            Refuses(() => row.Number("x"));
            Refuses(() => row.WholeNumber("n"));
            Refuses(() => row.LonLat());
            Refuses(() => row.Code("code", AreaLevel.Village));
        }
    }

    private static void Refuses(Action read)
    {
        try
        {
            read();
        }
        catch (TableException refused)
        {
            Assert.Contains(": found ", refused.Message, StringComparison.Ordinal);
        }
    }
}
