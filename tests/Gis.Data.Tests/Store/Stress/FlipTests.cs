using Gis.Data.Illustration;
using Gis.Data.Store;
using Gis.Data.Store.GeoPackage;
using Gis.Data.Tests.Store.History;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Gis.Data.Tests.Store.Stress;

/// <summary>
/// Single bits of a store flipped at random places. Each is found by verify; or no reader could tell, since it lies where nothing
/// is kept; or it lies in what the log does not tell of, which only the digest of a backup covers.
/// </summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class FlipTests(ITestOutputHelper output) : IDisposable
{
    // Scenarios and their runs, accounts and what belongs to them: their log entries name them and do not hold them.
    private static readonly string[] OutsideTheLog =
    [
        "scenario", "run", "account", "account_claim", "account_login", "account_token", "account_passkey", "invitation", "sign_in", "contact",
    ];

    // What is only for the program's or the eye's convenience: titles, extents that may be too wide, numbers of rows, the tool's own version.
    private static readonly string[] Convenience =
    [
        "gpkg_contents.identifier", "gpkg_contents.description", "gpkg_contents.last_change", "gpkg_contents.min_x", "gpkg_contents.min_y", "gpkg_contents.max_x",
        "gpkg_contents.max_y", "city.fid", "staff.fid", "sqlite_sequence.seq", "__EFMigrationsHistory.ProductVersion",
    ];

    private readonly StoreFolder folder = new();
    private readonly SortedDictionary<string, int> endings = new(StringComparer.Ordinal);
    private readonly List<string> missed = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_flipped_bit_of_what_the_log_tells_of_is_always_found()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(folder.File);
        var before = Dump();
        Assert.Empty(await folder.VerifyAsync());
        var random = new Random(20260305);
        for (var flip = 0; flip < (Stress.IsFull ? 3000 : 60); flip++)
        {
            var (at, bit) = (random.Next(whole.Length), (byte)(1 << random.Next(8)));
            whole[at] ^= bit;
            await File.WriteAllBytesAsync(folder.File, whole);
            Count(await EndAsync(before, $"byte {at}, bit {bit}"));
            whole[at] ^= bit;
        }

        output.WriteLine(string.Join(", ", endings.Select(ending => $"{ending.Key}: {ending.Value}")));
        Assert.Empty(missed);
        Assert.True(endings["found"] > 0);
    }

    private async Task<string> EndAsync(Dictionary<string, List<string>>? before, string where)
    {
        if ((await folder.VerifyAsync()).Count > 0)
            return "found";
        var after = Dump();
        var differing = before!.Keys.Union(after.Keys).Where(part => !before.GetValueOrDefault(part, []).SequenceEqual(after.GetValueOrDefault(part, []))).ToList();
        if (differing.Count == 0)
            return "nothing is kept there";
        if (differing.TrueForAll(part => OutsideTheLog.Contains(part.Split('.')[0])))
            return "outside the log";
        if (differing.TrueForAll(Convenience.Contains))
            return "convenience";
        missed.Add($"{where} changed {string.Join(", ", differing)}");
        return "missed";
    }

    private void Count(string ending) => endings[ending] = endings.GetValueOrDefault(ending) + 1;

    private async Task FillAsync()
    {
        using var store = await folder.SaveAsync(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));
        for (var edit = 0; edit < 20; edit++)
        {
            var point = (await store.Network()).Points[edit];
            await store.Rename(point.Id, $"名{edit}");
        }

        folder.Execute("INSERT INTO scenario (id, city_code, name, question, settings, made_utc, changed_utc, edit) SELECT 's' || code, '640100', name, name, name, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 1 FROM village LIMIT 100");
    }

    /// <summary>Every column of every table, by its name; the head of the file; the spatial index by what it finds.</summary>
    private Dictionary<string, List<string>> Dump()
    {
        using var connection = GeoPackageConnection.Open(folder.File, SqliteOpenMode.ReadOnly);
        var columns = new Dictionary<string, List<string>>
        {
            ["head"] = [.. StoreAccess.Ask(connection, "SELECT application_id FROM pragma_application_id"), .. StoreAccess.Ask(connection, "SELECT user_version FROM pragma_user_version")],
        };
        foreach (var table in StoreAccess.Ask(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree%' UNION ALL SELECT 'sqlite_master'"))
        {
            foreach (var column in StoreAccess.Ask(connection, $"SELECT name FROM pragma_table_info('{table}')"))
                columns[$"{table}.{column}"] = StoreAccess.Ask(connection, $"SELECT quote(\"{column}\") FROM \"{table}\" ORDER BY 1");
        }

        foreach (var table in FeatureTables.All)
            columns[$"rtree of {table}"] = StoreAccess.Ask(connection, $"SELECT id FROM rtree_{table}_geom ORDER BY 1");
        return columns;
    }
}
