using System.Security.Cryptography;
using Gis.Core.Siting;

namespace Gis.Data.Import;

/// <summary>A siting instance as analysts bring it: three CSV files, of demands, sites and the costs between them.</summary>
public sealed record SitingTables(SitingInstance Instance, string Hash, IReadOnlyList<string> FilesInGb18030)
{
    private static readonly string[] Roles = ["candidate", "existing", "forbidden"];

    /// <summary>Reads <c>id,weight[,group]</c>, <c>id[,role][,cost][,capacity]</c> and <c>demand,site,cost</c>.</summary>
    /// <exception cref="TableException">A file, line or column is not as it should be.</exception>
    public static SitingTables Read(string demandFile, string siteFile, string costFile)
    {
        var demandTable = CsvTable.Read(demandFile, "id", "weight");
        var siteTable = CsvTable.Read(siteFile, "id");
        var costTable = CsvTable.Read(costFile, "demand", "site", "cost");
        var demands = demandTable.ReadUnique("id", ReadDemand, demand => demand.Id);
        var sites = siteTable.ReadUnique("id", ReadSite, site => site.Id);
        var instance = new SitingInstance([.. demands], [.. sites], ReadPairs(costTable, demands, sites));
        return new SitingTables(
            instance,
            HashOf(demandFile, siteFile, costFile),
            [.. new[] { demandTable, siteTable, costTable }.Where(table => table.IsGb18030).Select(table => table.File)]);
    }

    private static SitingDemand ReadDemand(CsvRow row) => new(row.Text("id"), Amount(row, "weight"), row.Optional("group"));

    private static SitingSite ReadSite(CsvRow row) => new(
        row.Text("id"),
        row.Optional("role") switch
        {
            "" or "candidate" => SiteRole.Candidate,
            "existing" => SiteRole.Existing,
            "forbidden" => SiteRole.Forbidden,
            _ => throw row.Wrong("role", $"one of {string.Join(", ", Roles)}, or nothing"),
        },
        row.Optional("cost").Length == 0 ? 1 : Amount(row, "cost"),
        row.Optional("capacity").Length == 0 ? double.PositiveInfinity : Amount(row, "capacity"));

    private static List<SitingPair> ReadPairs(CsvTable table, IReadOnlyList<SitingDemand> demands, IReadOnlyList<SitingSite> sites)
    {
        var demandOf = demands.Select((demand, index) => (demand.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var siteOf = sites.Select((site, index) => (site.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var (pairs, seen) = (new List<SitingPair>(table.Rows.Count), new HashSet<(int, int)>(table.Rows.Count));
        foreach (var row in table.Rows)
        {
            var demand = Find(row, "demand", demandOf);
            var site = Find(row, "site", siteOf);
            if (!seen.Add((demand, site)))
                throw row.Wrong("site", $"a site once for each demand; {row.Text("demand")} has it already");
            pairs.Add(new SitingPair(demand, site, Amount(row, "cost")));
        }

        return pairs;
    }

    private static int Find(CsvRow row, string column, Dictionary<string, int> known) =>
        known.TryGetValue(row.Text(column), out var index) ? index : throw row.Wrong(column, $"an id of the {column}s' own file");

    private static double Amount(CsvRow row, string column) =>
        row.Number(column) is >= 0 and var amount ? amount : throw row.Wrong(column, "0 or more");

    private static string HashOf(params string[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
