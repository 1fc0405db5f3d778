using System.Diagnostics;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Units;
using Gis.Data.Store;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Tests.Store;

/// <summary>A data folder of a test, gone with it, and small networks to put there.</summary>
internal sealed class StoreFolder : IDisposable
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly Provenance Made = new(Basis.Fact, "made up for a test");

    private static readonly Provenance Rule = new(Basis.Illustrative, "ruled 规则");

    internal StoreFolder() => Folder = Directory.CreateTempSubdirectory("gis-store-").FullName;

    internal string Folder { get; }

    internal string File => PathOf("network.gpkg");

    internal string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal Task<GisStore> OpenAsync() => GisStore.OpenAsync(Folder);

    internal Task<IReadOnlyList<string>> VerifyAsync() => GisStore.VerifyAsync(Folder);

    internal async Task<GisStore> SaveAsync(NetworkParts parts)
    {
        var store = await OpenAsync();
        await store.SaveAsync(parts, "first", Noon);
        return store;
    }

    /// <summary>Runs a statement past the store, as another program would.</summary>
    internal void Execute(string statement)
    {
        using var connection = GeoPackageConnection.Open(File, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    internal string Ask(string question)
    {
        using var connection = GeoPackageConnection.Open(File, SqliteOpenMode.ReadOnly);
        return string.Join("|", StoreFile.Ask(connection, question));
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

    internal static NetworkParts Versioned(NetworkParts parts) => parts with { Version = NetworkVersion.Of(parts) };

    // Records write out all their values, but positions to six decimals only.
    private static IEnumerable<string> Lines<T>(IEnumerable<T> records) => records.Select(record => record!.ToString()!);

    private static ServicePoint Point(string id, Tier tier, string area, Position? position, Stage stage) =>
        new(PointId.Parse(id), "公共法律服务 " + id, tier, AreaCode.Parse(area), position, new Bank("west"), stage, Rule);

    // A third has no short binary form, so a position or accuracy that is rounded somewhere is found out.
    private static Position At(double longitude, double latitude, Placement placement) =>
        new(LonLat.Of(longitude, latitude), placement, new Metres(100 / 3.0), $"source of {placement}");
}
