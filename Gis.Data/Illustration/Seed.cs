using System.Globalization;
using Gis.Core.Network;

namespace Gis.Data.Illustration;

/// <summary>Numbers that look drawn by chance and are the same on any machine, in any order.</summary>
internal static class Seed
{
    /// <summary>A number above 0 and below 1 for a unit: SplitMix64 (Steele, Lea and Flood 2014) over seed and code, the top 53 bits.</summary>
    internal static double Uniform(ulong seed, AreaCode code)
    {
        var mixed = seed + (ulong.Parse(code.Digits, CultureInfo.InvariantCulture) * 0x9E3779B97F4A7C15UL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        mixed ^= mixed >> 31;
        return ((mixed >> 11) + 0.5) / (1UL << 53);
    }
}
