using System.Text;

namespace Gis.Core.Pairing.Matching;

/// <summary>
/// The lot a village and a place draw, which parts equals that are equally far: the lower comes first. Reckoned from the seed
/// and the two ids alone, so that anyone can check it and no order of the input matters.
/// </summary>
/// <remarks>
/// lot = mix(mix(seed xor name(village)) xor name(place)), where name is FNV-1a of 64 bits over the UTF-8 bytes of the id (Fowler,
/// Noll, Vo 1991) and mix the finishing steps of SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number
/// generators"). In a village's list the place is the adviser, in a firm's list the firm.
/// </remarks>
public static class PairingLottery
{
    /// <summary>The lot of a village and a place.</summary>
    public static ulong Draw(ulong seed, string village, string place) => Draw(seed, Name(village), Name(place));

    internal static ulong Draw(ulong seed, ulong village, ulong place) => Mix(Mix(seed ^ village) ^ place);

    internal static ulong Name(string id)
    {
        Span<byte> bytes = stackalloc byte[256];
        var hash = 14695981039346656037;
        foreach (var value in Encoding.UTF8.TryGetBytes(id, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(id))
            hash = unchecked((hash ^ value) * 1099511628211);
        return hash;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
