using System.Diagnostics;
using System.Globalization;
using Gis.Core.Places;
using Gis.Data.Roads;
using OsmSharp;
using OsmSharp.Streams;
using OsmSharp.Tags;

namespace Gis.Benchmarks;

/// <summary>
/// Import of a PBF of a million nodes against only reading it through with the same library, each in a process of its own, so
/// that the one neither warms the other up nor adds to its memory.
/// </summary>
internal static class ImportBenchmarks
{
    internal const string ReadWord = "import-read";

    internal const string ImportWord = "import-import";

    private const int Nodes = 1_000_000;

    private const int Runs = 3;

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("gis-import-").FullName;
        try
        {
            var file = Path.Combine(folder, "made-up.osm.pbf");
            new MadeUpExtract(Nodes, seed: 1).Write(file);
            Console.WriteLine($"a PBF of {Nodes} nodes, {new FileInfo(file).Length / 1e6:0.0} MB");
            // In turns, so that what else runs on the machine slows both alike.
            var (reads, imports) = (new List<(double Seconds, double Processor, double Megabytes)>(), new List<(double Seconds, double Processor, double Megabytes)>());
            for (var run = 0; run < Runs; run++)
            {
                reads.Add(RunChild(ReadWord, file));
                imports.Add(RunChild(ImportWord, file));
            }

            Print("only read through", reads);
            Print("imported", imports);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ratio of the medians {Median(imports, run => run.Seconds) / Median(reads, run => run.Seconds):0.00}, of processor time {Median(imports, run => run.Processor) / Median(reads, run => run.Processor):0.00}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a process of its own does: one reading or one import, printed as seconds and megabytes at most.</summary>
    internal static void RunAsChild(string word, string file)
    {
        var start = Stopwatch.GetTimestamp();
        if (word == ReadWord)
            ReadThrough(file);
        else
            RoadsImport.Read(file, Crs.Wgs84);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {self.TotalProcessorTime.TotalSeconds} {self.PeakWorkingSet64 / 1e6}"));
    }

    private static void ReadThrough(string file)
    {
        using var stream = File.OpenRead(file);
        using var source = new PBFOsmStreamSource(stream);
        var count = 0;
        while (source.MoveNext())
            count += source.Current() is Node ? 1 : 0;
        if (count != Nodes)
            throw new InvalidOperationException($"{count} nodes instead of {Nodes}.");
    }

    private static (double Seconds, double Processor, double Megabytes) RunChild(string word, string file)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ImportBenchmarks).Assembly.Location, word, file]) { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (Number(words[0]), Number(words[1]), Number(words[2]));

        static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
    }

    private static double Median(List<(double Seconds, double Processor, double Megabytes)> runs, Func<(double Seconds, double Processor, double Megabytes), double> what) =>
        runs.Select(what).Order().ElementAt(runs.Count / 2);

    private static void Print(string name, List<(double Seconds, double Processor, double Megabytes)> runs) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-60} median {Median(runs, run => run.Seconds),9:0.00} s    processor {Median(runs, run => run.Processor),9:0.00} s    memory at most {runs.Max(run => run.Megabytes),7:0} MB   {runs.Count} runs"));

    /// <summary>
    /// A made-up extract: streets of eight steps along a grid, which meet at every eighth node, take three in five nodes; houses
    /// of four corners the others.
    /// </summary>
    private sealed class MadeUpExtract(int nodes, int seed)
    {
        private const int Steps = 8;

        private static readonly DateTime Edited = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        private static readonly string[] Highways = ["residential", "residential", "residential", "tertiary", "service", "footway", "secondary", "primary"];

        private readonly Random random = new(seed);
        private readonly int junctionsASide = (int)Math.Sqrt(nodes * 0.6 / (1 + (2 * (Steps - 1))));

        internal void Write(string file)
        {
            using var stream = File.Create(file);
            var target = new PBFOsmStreamTarget(stream, true, null, null);
            target.Initialize();
            for (var id = 1; id <= nodes; id++)
                target.AddNode(Node(id));
            var way = 1L;
            foreach (var along in ListStreets())
                target.AddWay(Way(way++, along, Tags("highway", Highways[random.Next(Highways.Length)])));
            for (var corner = FirstHouseNode; corner + 3 <= nodes; corner += 4)
                target.AddWay(Way(way++, [corner, corner + 1, corner + 2, corner + 3, corner], Tags("building", "yes")));
            target.Flush();
            target.Close();
        }

        private long FirstHouseNode => 1 + (junctionsASide * junctionsASide) + (2L * junctionsASide * (junctionsASide - 1) * (Steps - 1));

        // The junctions come first, then the steps of each street, then the corners of the houses.
        private IEnumerable<long[]> ListStreets()
        {
            var step = 1L + (junctionsASide * junctionsASide);
            for (var junction = 0; junction < junctionsASide * junctionsASide; junction++)
            {
                foreach (var next in new[] { junction % junctionsASide < junctionsASide - 1 ? junction + 1 : -1, junction + junctionsASide < junctionsASide * junctionsASide ? junction + junctionsASide : -1 })
                {
                    if (next < 0)
                        continue;
                    yield return [junction + 1, .. Enumerable.Range(0, Steps - 1).Select(_ => step++), next + 1];
                }
            }
        }

        private Node Node(long id) => new()
        {
            Id = id,
            Longitude = 106 + (random.Next(1_000_000) / 1e6),
            Latitude = 38 + (random.Next(1_000_000) / 1e6),
            Version = 1,
            TimeStamp = Edited,
            ChangeSetId = 1,
            UserId = 1,
            UserName = "made up",
            Visible = true,
            Tags = new TagsCollection(),
        };

        private static Way Way(long id, long[] along, TagsCollection tags) => new()
        {
            Id = id,
            Nodes = along,
            Tags = tags,
            Version = 1,
            TimeStamp = Edited,
            ChangeSetId = 1,
            UserId = 1,
            UserName = "made up",
            Visible = true,
        };

        private static TagsCollection Tags(string key, string value) => new(new Tag(key, value));
    }
}
