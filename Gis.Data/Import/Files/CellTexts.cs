namespace Gis.Data.Import.Files;

/// <summary>Lets equal cells share one text where they follow soon upon each other, as counties and kinds do; its own size is fixed.</summary>
internal sealed class CellTexts
{
    private const int Slots = 1 << 16;

    // Longer ones hardly ever come twice.
    private const int LongestShared = 64;

    private readonly string?[] recent = new string?[Slots];

    internal string Take(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        if (text.Length > LongestShared)
            return text.ToString();
        ref var slot = ref recent[string.GetHashCode(text) & (Slots - 1)];
        if (slot is null || !text.SequenceEqual(slot))
            slot = text.ToString();
        return slot;
    }
}
