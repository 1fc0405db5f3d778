using System.Text;

namespace Gis.Web.Ogc.Filtering;

/// <summary>
/// A pattern of LIKE: % stands for any letters, _ for one, and \ takes the meaning from the letter after it. Matching goes back
/// only to the last %, so that it takes at most the product of both lengths, whatever the pattern.
/// </summary>
internal sealed class LikePattern
{
    private readonly List<(Rune Letter, Part Part)> parts = [];

    internal LikePattern(string pattern)
    {
        var isPlain = false;
        foreach (var letter in pattern.EnumerateRunes())
        {
            if (!isPlain && letter.Value == '\\')
            {
                isPlain = true;
                continue;
            }

            parts.Add((letter, isPlain ? Part.Letter : letter.Value switch { '%' => Part.Any, '_' => Part.One, _ => Part.Letter }));
            isPlain = false;
        }
    }

    private enum Part
    {
        Letter,
        One,
        Any,
    }

    internal bool Matches(string text)
    {
        Rune[] letters = [.. text.EnumerateRunes()];
        var (at, part, lastAny, resume) = (0, 0, -1, 0);
        while (at < letters.Length)
        {
            if (part < parts.Count && parts[part].Part == Part.Any)
            {
                (lastAny, resume) = (part++, at);
            }
            else if (part < parts.Count && (parts[part].Part == Part.One || parts[part].Letter == letters[at]))
            {
                at++;
                part++;
            }
            else if (lastAny >= 0)
            {
                (part, at) = (lastAny + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return parts.Skip(part).All(rest => rest.Part == Part.Any);
    }
}
