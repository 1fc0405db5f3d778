using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.GeoPackage;
using Gis.Tests.Postgis;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gis.Data.Tests.Store;

/// <summary>
/// A data folder of a test with the place of its store, gone with it, and small networks to put there. The store is a file;
/// with GIS_STORE=postgis it is a database, so that the same tests tell of both.
/// </summary>
internal sealed class StoreFolder : IDisposable
{
    /// <summary>The trait of tests that are of a file and of nothing else.</summary>
    internal const string OfFile = "file";

    /// <summary>The trait of tests that tell something of a database alone.</summary>
    internal const string OfDatabase = "database";

    private static readonly Lazy<string> Migrated = new(() =>
    {
        var connection = PostgisServer.MakeDatabase();
        Task.Run(() => GisStore.OpenAsync(new StorePlace.Database(connection + ";Pooling=false"))).GetAwaiter().GetResult().Dispose();
        return connection;
    });

    internal static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    private static readonly Provenance Rule = new(Basis.Illustrative, "ruled 规则");

    internal StoreFolder()
    {
        Folder = Directory.CreateTempSubdirectory("gis-store-").FullName;
        Place = IsPostgis ? new StorePlace.Database(PostgisServer.Copy(Migrated.Value)) : new StorePlace.Folder(Folder);
    }

    internal static bool IsPostgis => Environment.GetEnvironmentVariable("GIS_STORE") == "postgis";

    internal string Folder { get; }

    internal StorePlace Place { get; }

    internal string File => PathOf("network.gpkg");

    internal string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose()
    {
        if (Place is StorePlace.Database database)
            PostgisServer.Drop(database.Connection);
        Directory.Delete(Folder, recursive: true);
    }

    internal Task<GisStore> OpenAsync() => GisStore.OpenAsync(Place);

    /// <summary>The place as one text, as it is given to another process.</summary>
    internal string Written => Place is StorePlace.Database { Connection: var connection } ? connection : Folder;

    /// <summary>What GDAL calls the store.</summary>
    internal string GdalName => Place is StorePlace.Database { Connection: var connection } && new NpgsqlConnectionStringBuilder(connection) is var to
        ? $"PG:host={to.Host} user={to.Username} dbname={to.Database}"
        : File;

    internal Task<IReadOnlyList<string>> VerifyAsync() => GisStore.VerifyAsync(Place);

    internal async Task<GisStore> SaveAsync(NetworkParts parts)
    {
        var store = await OpenAsync();
        await store.SaveAsync(parts, "first", Noon);
        return store;
    }

    /// <summary>The store, with the town in it unless it holds a network already.</summary>
    internal async Task<GisStore> OpenFilledAsync()
    {
        var store = await OpenAsync();
        await store.FillAsync(Town, "first", Noon);
        return store;
    }

    /// <summary>Runs a statement past the store, as another program would.</summary>
    internal void Execute(string statement)
    {
        using var connection = Open(SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        // The same wish in the words of the other database: references are not looked after, and bytes are written otherwise.
        command.CommandText = IsPostgis
            ? Regex.Replace(statement.Replace("PRAGMA foreign_keys = OFF", "SET session_replication_role = replica", StringComparison.Ordinal), "x'([0-9A-F]+)'", @"'\x$1'")
            : statement;
        command.ExecuteNonQuery();
    }

    internal string Ask(string question)
    {
        using var connection = Open(SqliteOpenMode.ReadOnly);
        return string.Join("|", StoreAccess.Ask(connection, question));
    }

    private DbConnection Open(SqliteOpenMode mode)
    {
        if (Place is not StorePlace.Database database)
            return GeoPackageConnection.Open(File, mode);
        var connection = new NpgsqlConnection(database.Connection);
        connection.Open();
        return connection;
    }

    /// <summary>A program of GDAL with its output; a program that is missing or fails fails the test.</summary>
    internal static string Gdal(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} (Debian: gdal-bin, python3-gdal) ended with {process.ExitCode}: {output} {errors.Result}");
        return output + errors.Result;
    }

    /// <summary>Every record of a network, a line each.</summary>
    internal static IEnumerable<string> Lines(NetworkParts parts) =>
    [
        parts.City.ToString(), .. Lines(parts.Counties), .. Lines(parts.Townships), .. Lines(parts.Villages), .. Lines(parts.Points),
        .. Lines(parts.Firms), .. Lines(parts.Crossings), .. parts.River.Select(at => $"{at.Longitude:R} {at.Latitude:R}"),
    ];

    /// <summary>One county of two villages, one of them nowhere, three points, a firm, a crossing and a river.</summary>
    internal static NetworkParts Town()
    {
        var parts = new NetworkParts
        {
            Version = "",
            City = new City(AreaCode.Parse("640100"), "银川市", "Yinchuan"),
            Counties = [new County(AreaCode.Parse("640104"), "兴庆区", At(106.28, 38.47, Placement.Seat), new Residents(30), Made)],
            Townships = [new Township(AreaCode.Parse("640104100"), "掌政镇", TownshipKind.Town, At(106.38, 38.46, Placement.Approximate), new Bank("west"))],
            Villages =
            [
                new Village(AreaCode.Parse("640104100201"), "掌政村", VillageKind.Village, At(106.381, 38.461, Placement.Illustrative), new Bank("west"), new Residents(10), Rule),
                new Village(AreaCode.Parse("640104100202"), "无处村", VillageKind.CommunityLike, null, new Bank("west"), new Residents(20), Made),
            ],
            Points =
            [
                Point("centre-640104", Tier.Centre, "640104", At(106.2309, 38.4872, Placement.Surveyed), Stage.ProvinceAccepted),
                Point("station-640104100", Tier.Station, "640104100", At(106.382, 38.462, Placement.Seat), Stage.Returned),
                Point("room-640104100202", Tier.Room, "640104100202", null, Stage.Planned),
            ],
            Firms = [new Firm("firm-1", "公正律师事务所", At(106.25, 38.48, Placement.Approximate), AreaCode.Parse("640104"), 12, Rule)],
            Crossings = [new Crossing("黄河大桥", At(106.45, 38.4, Placement.Surveyed), new Bank("west"), new Bank("east"))],
            River = [LonLat.Of(106.4, 38.2), LonLat.Of(106.5, 38.4), LonLat.Of(106.6, 38.7)],
        };
        return Versioned(parts);
    }

    /// <summary>The town with two posts reported: one filled, with its hours, and one vacant.</summary>
    internal static NetworkParts StaffedTown() => Versioned(Town() with
    {
        Staff =
        [
            new Staff(PointId.Parse("centre-640104"), Post.DutyLawyer, 2, new MonthlyHours(500 / 3.0), Made),
            new Staff(PointId.Parse("room-640104100202"), Post.Adviser, 0, null, Rule),
        ],
    });

    /// <summary>A town of another city, whose firm, crossing and river are called as those of the first.</summary>
    internal static NetworkParts OtherTown()
    {
        var (town, village) = (Town(), AreaCode.Parse("640202100201"));
        return Versioned(town with
        {
            City = new City(AreaCode.Parse("640200"), "石嘴山市", "Shizuishan"),
            Counties = [town.Counties[0] with { Code = village.County, Name = "大武口区", Census = new Residents(10) }],
            Townships = [town.Townships[0] with { Code = village.Township, Name = "星海镇" }],
            Villages = [town.Villages[0] with { Code = village, Name = "星海村" }],
            Points = [Point("centre-640202", Tier.Centre, "640202", At(106.3676, 39.0194, Placement.Surveyed), Stage.Built)],
            Firms = [town.Firms[0] with { County = village.County }],
        });
    }

    internal static NetworkParts Versioned(NetworkParts parts) => parts with { Version = NetworkVersion.Of(parts) };

    // Records write out all their values, but positions to six decimals only.
    private static IEnumerable<string> Lines<T>(IEnumerable<T> records) => records.Select(record => record!.ToString()!);

    private static ServicePoint Point(string id, Tier tier, string area, Position? position, Stage stage) =>
        new(PointId.Parse(id), "公共法律服务 " + id, tier, AreaCode.Parse(area), position, new Bank("west"), stage, Rule);

    // A third has no short binary form, so a position or accuracy that is rounded somewhere is found out.
    private static Position At(double longitude, double latitude, Placement placement) =>
        new(LonLat.Of(longitude, latitude), placement, new Metres(100 / 3.0), $"source of {placement}");
}
