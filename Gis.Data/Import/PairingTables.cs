using System.Collections.Immutable;
using System.Security.Cryptography;
using Gis.Core.Pairing.Matching;
using Gis.Core.Units;

namespace Gis.Data.Import;

/// <summary>A round of two-way choice as analysts bring it: CSV files of villages, of firms and, if they like, of the ways between them.</summary>
public sealed record PairingTables(PairingInstance Instance, string Hash, IReadOnlyList<string> FilesInGb18030)
{
    /// <summary>Reads <c>id,wishes[,group]</c>, <c>id,capacity,wishes</c> and <c>village,firm,cost</c>.</summary>
    /// <exception cref="TableException">A file, line or column is not as it should be.</exception>
    public static PairingTables Read(string villageFile, string firmFile, string? costFile)
    {
        var villageTable = CsvTable.Read(villageFile, "id", "wishes");
        var firmTable = CsvTable.Read(firmFile, "id", "capacity", "wishes");
        var costTable = costFile is null ? null : CsvTable.Read(costFile, "village", "firm", "cost");
        var villageIds = ListIds(villageTable);
        var firmIds = ListIds(firmTable);
        var villages = villageTable.Rows.Select(row => new PairingVillage(row.Text("id"), ReadWishes(row, firmIds, "firm"), row.Optional("group")));
        var firms = firmTable.Rows.Select(row => new PairingFirm(row.Text("id"), ReadCapacity(row), ReadWishes(row, villageIds, "village")));
        var task = new PairingTask([.. villages], [.. firms]) { Costs = costTable is null ? [] : ReadCosts(costTable, villageIds, firmIds) };
        return new PairingTables(
            PairingInstance.Of(task),
            HashOf(costFile is null ? [villageFile, firmFile] : [villageFile, firmFile, costFile]),
            [.. new[] { villageTable, firmTable, costTable }.OfType<CsvTable>().Where(table => table.IsGb18030).Select(table => table.File)]);
    }

    private static HashSet<string> ListIds(CsvTable table) =>
        [.. table.ReadUnique("id", row => row.Text("id"), id => id)];

    private static int ReadCapacity(CsvRow row) => row.WholeNumber("capacity") is <= int.MaxValue and var capacity
        ? (int)capacity
        : throw row.Wrong("capacity", $"at most {int.MaxValue}");

    private static WishList ReadWishes(CsvRow row, HashSet<string> known, string other)
    {
        WishList wishes;
        try
        {
            wishes = WishList.Read(row.Optional("wishes"));
        }
        catch (FormatException wrong)
        {
            throw row.Wrong("wishes", $"ids parted by spaces, equals in parentheses as F3 (F1 F2) F7; {wrong.Message}");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in wishes.Ranks.SelectMany(rank => rank))
        {
            if (!known.Contains(id))
                throw row.Wrong("wishes", $"ids of the {other}s' own file; {id} is not one of them");
            if (!seen.Add(id))
                throw row.Wrong("wishes", $"each {other} once; {id} stands there twice");
        }

        return wishes;
    }

    private static ImmutableArray<PairingCost> ReadCosts(CsvTable table, HashSet<string> villages, HashSet<string> firms)
    {
        var (costs, seen) = (ImmutableArray.CreateBuilder<PairingCost>(table.Rows.Count), new HashSet<(string, string)>());
        foreach (var row in table.Rows)
        {
            var (village, firm) = (Known(row, "village", villages), Known(row, "firm", firms));
            if (!seen.Add((village, firm)))
                throw row.Wrong("firm", $"a firm once for each village; {village} has it already");
            costs.Add(new PairingCost(village, firm, new Minutes(row.Number("cost") is >= 0 and var cost ? cost : throw row.Wrong("cost", "0 or more"))));
        }

        return costs.MoveToImmutable();
    }

    private static string Known(CsvRow row, string column, HashSet<string> known) =>
        row.Text(column) is var id && known.Contains(id) ? id : throw row.Wrong(column, $"an id of the {column}s' own file");

    private static string HashOf(params string[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
