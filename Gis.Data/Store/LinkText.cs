using System.Security.Cryptography;

namespace Gis.Data.Store;

/// <summary>What links end in that nobody can guess: letters and digits that nobody mistakes for another when reading a link aloud.</summary>
public static class LinkText
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new one.</summary>
    public static string New(int length) => RandomNumberGenerator.GetString(Letters, length);

    /// <summary>Whether a text may be one; nothing else may name a file or a folder.</summary>
    public static bool MayBe(string text) => text.Length > 0 && text.All(Letters.Contains);
}
