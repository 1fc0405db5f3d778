using System.Diagnostics;
using System.Text;
using CsCheck;

namespace Gis.Fuzzing;

/// <summary>
/// Inputs as they come when something went wrong on the way, made from seeds that are kept in the folder Seeds beside the tests: cut,
/// doubled, mixed with each other, strewn with what parsers stumble over. The setting GIS_FUZZ multiplies how many.
/// </summary>
internal static class Malformed
{
    // A thousand times what the slowest should take on a busy machine, yet a hang is found.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const long MostMemory = 1L << 30;

    private static readonly string[] OddTexts =
    [
        "", "-", "+", ".", "0", "-0", "NaN", "Infinity", "1e999", "-1e-999", "99999999999999999999", "2147483648", "0x10", "٣", "９", "1,5", "\0", "\r\n", "\t", "\"", "'", "=", "&", "&&", "%", "%00", "%zz",
        "%E9%87", "+", ";", ":", "::", "@", "_", "__", "/", "//", "..", "../", "\\", "?", "#", "<", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "{", "}", "[", "{\"a\":", "room@", "new-1", "\uFEFF", "\uD800",
        "\u202E", "里", "𠮷", "e\u0301", "null", "true", "undefined", "'; DROP TABLE points; --", "${7*7}",
    ];

    private static readonly byte[][] OddBytes =
    [
        [0], [0xFF], [0x80], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0x78, 0x9C], [0x1F, 0x8B], [0x50, 0x4B, 3, 4],
        .. OddTexts.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>How many inputs a run tries.</summary>
    internal static int Times(int usual) => usual * (int.TryParse(Environment.GetEnvironmentVariable("GIS_FUZZ"), out var factor) ? factor : 1);

    /// <summary>The seeds of the folder Seeds of a capability.</summary>
    internal static string[] ListSeeds(string folder, string pattern)
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder, "Seeds"), pattern);
        return files.Length > 0 ? [.. files.Order(StringComparer.Ordinal)] : throw new InvalidOperationException($"No seeds {pattern} in {folder}.");
    }

    internal static Gen<string> Texts(IReadOnlyList<string> seeds) =>
        From(seeds.Select(seed => seed.ToCharArray()).ToArray(), [.. OddTexts.Select(text => text.ToCharArray())]).Select(letters => new string(letters));

    internal static Gen<byte[]> Bytes(IReadOnlyList<byte[]> seeds) => From(seeds, OddBytes);

    /// <summary>Does something with one input; whatever takes minutes or a gigabyte is a fault too.</summary>
    internal static void Try(Action work)
    {
        var (start, memory) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        work();
        var (time, used) = (Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - memory);
        if (time > Patience || used > MostMemory)
            throw new InvalidOperationException($"One input took {time} and {used:#,0} bytes.");
    }

    private static Gen<T[]> From<T>(IReadOnlyList<T[]> seeds, T[][] odd) =>
        Gen.Select(Gen.Int[0, seeds.Count - 1], Gen.Int[0, seeds.Count - 1], Edits, (seed, other, edits) =>
            edits.Aggregate(seeds[seed], (content, edit) => edit.Apply(content, seeds[other], odd)));

    private static Gen<Edit[]> Edits => Gen.Select(
        Gen.Int[0, 5], Gen.Double.Unit, Gen.Int[0, 40], Gen.Int[0, 10_000], (kind, place, length, which) => new Edit(kind, place, length, which)).Array[1, 5];

    /// <summary>One thing gone wrong: of what kind, where, over what length, with which odd piece.</summary>
    private readonly record struct Edit(int Kind, double Place, int Length, int Which)
    {
        internal T[] Apply<T>(T[] content, T[] other, T[][] odd)
        {
            var start = (int)(Place * content.Length);
            var end = Math.Min(content.Length, start + Length);
            var piece = odd[Which % odd.Length];
            return Kind switch
            {
                0 => [.. content[..start], .. content[end..]],
                1 => [.. content[..start], .. piece, .. content[start..]],
                2 => [.. content[..start], .. piece, .. content[end..]],
                3 => [.. content[..end], .. content[start..]],
                4 => [.. content[..start], .. other[Math.Min(other.Length, start)..]],
                _ => [.. content[..start], .. Enumerable.Repeat(piece, Which % 500).SelectMany(each => each), .. content[start..]],
            };
        }
    }
}
