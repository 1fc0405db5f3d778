using System.Security.Cryptography;
using System.Text;
using Gis.Core.Finder.Voice;

namespace Gis.Web.Finder.Voice;

/// <summary>
/// Counts what one household says twice within a day once: the second time it gets the number of the first. It is known by a digest
/// with a key of this run, in memory alone, so that no address is written down and none can be told from it.
/// </summary>
public sealed class Repeats(TimeProvider clock)
{
    /// <summary>For how long the same words are the same message; exactly so long after, they are another.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(1);

    // Some ten megabytes.
    private const int Most = 100_000;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, Task<VoiceNumber>> numbers = [];
    private readonly Queue<(string Digest, DateTimeOffset At)> ages = [];
    private readonly Lock turn = new();

    /// <summary>The number of a message, received now unless it is a repeat.</summary>
    /// <param name="said">The household and all it said.</param>
    /// <param name="receive">Receives it; where that fails, it was not said.</param>
    public async Task<VoiceNumber> Once(IEnumerable<string> said, Func<Task<VoiceNumber>> receive)
    {
        var digest = Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Join('\0', said))));
        try
        {
            return await Begin(digest, receive);
        }
        catch
        {
            lock (turn)
                numbers.Remove(digest);
            throw;
        }
    }

    private Task<VoiceNumber> Begin(string digest, Func<Task<VoiceNumber>> receive)
    {
        lock (turn)
        {
            var now = clock.GetUtcNow();
            while (ages.TryPeek(out var oldest) && (oldest.At + Span <= now || ages.Count > Most))
                numbers.Remove(ages.Dequeue().Digest);
            if (numbers.TryGetValue(digest, out var known))
                return known;
            ages.Enqueue((digest, now));
            return numbers[digest] = receive();
        }
    }
}
