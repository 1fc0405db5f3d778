using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gis.Core.Network;
using Gis.Data.Illustration;
using Gis.Data.Import.Files;
using Gis.Data.Import.Ledger;

namespace Gis.Benchmarks;

/// <summary>
/// A list as long as the national register: the villages of the default city among 620,000 made-up ones of others, read and
/// compared in a process of its own, and a list of all 508 rooms by names alone.
/// </summary>
internal static class ListBenchmarks
{
    internal const string Word = "list-register";

    private const int Rows = 620_000;

    internal static void Run()
    {
        var network = Draw();
        var rooms = RoomsByName(network);
        Timing.Run($"{rooms.Rows.Count} rooms told by names, one character wrong in every tenth", 20, () => ImportStudy.Preview(network, rooms, ImportPlan.Guess(rooms, "")));

        var file = Path.GetTempFileName();
        try
        {
            WriteRegister(file, network);
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ListBenchmarks).Assembly.Location, Word, file]))!;
            process.WaitForExit();
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What a process of its own does.</summary>
    internal static void RunAsChild(string file)
    {
        var network = Draw();
        var start = Stopwatch.GetTimestamp();
        var table = SourceFile.Read(file, "register.csv", null, default)[0];
        var read = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        var preview = ImportStudy.Preview(network, table, ImportPlan.Guess(table, "", LedgerKind.Villages));
        var compared = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Rows.Count} rows of a register, {new FileInfo(file).Length / 1e6:0.0} MB: read in {read:0.0} s, compared in {compared:0.0} s; {preview.Count(RowState.Changed)} changed, {preview.Count(RowState.Wrong)} of other cities; memory at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    private static ServiceNetwork Draw() => new(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));

    private static void WriteRegister(string file, ServiceNetwork network)
    {
        using var writer = new StreamWriter(file, append: false, Encoding.UTF8);
        writer.WriteLine("统计用区划代码,县(市)区,乡镇(街道),村名,人口");
        foreach (var village in network.Villages)
            writer.WriteLine($"{village.Code},{network.FindAreaName(village.Code.County)},{network.FindAreaName(village.Code.Township)},{village.Name},{village.Residents.Count + 1}");
        for (var row = network.Villages.Length; row < Rows; row++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1101{row:D8},某县{row / 5000},某镇{row / 100},某村{row},{row % 3000}"));
    }

    private static SourceTable RoomsByName(ServiceNetwork network) => new(
        "rooms.csv", "rooms", ["乡镇(街道)", "村(居)", "建设状态"],
        [.. network.Points.Where(point => point.Tier == Tier.Room).Select((room, row) => new SourceRow(
            row + 2, [network.FindAreaName(room.Area.Township)!, Spoil(network.FindAreaName(room.Area)!, row), "已建成"], null))]);

    private static string Spoil(string name, int row) => row % 10 == 0 ? string.Concat("某", name.AsSpan(1)) : name;
}
