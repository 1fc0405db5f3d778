using System.Collections.Immutable;
using System.Text;

namespace Gis.Core.Finder;

/// <summary>Finds the places whose names are like a written one but not the same.</summary>
internal sealed class LikeNames
{
    // A name of two characters of which one is wrong may be anything.
    private const int ShortestWithSlip = 3;

    private readonly Readings readings;
    private readonly ILookup<char, (SearchPlaces.Name Name, SpokenName Spoken)> spokenByLetter;
    private readonly ImmutableArray<SearchPlaces.Name> names;
    private readonly ILookup<string, (string Text, LikelyPlace Found)> bySound;
    private readonly ILookup<string, (string Text, LikelyPlace Found)> byDeletion;

    internal LikeNames(SearchPlaces places, Readings readings)
    {
        this.readings = readings;
        names = places.Names;
        var units = names.Where(name => name.Found.Place.Point is null || name.Found.By is not null).ToList();
        spokenByLetter = units.Select(name => (Name: name, Spoken: readings.Speak(name.Key)))
            .SelectMany(each => FirstLetters(each.Name.Key).Select(letter => (Letter: letter, Each: each)))
            .ToLookup(pair => pair.Letter, pair => pair.Each);
        var texts = units.SelectMany(name => name.Stem == name.Key
            ? [(Text: name.Key, name.Found)]
            : new[] { (Text: name.Key, name.Found), (Text: name.Stem, name.Found with { Weakness = name.Found.Weakness + 1 }) }).ToList();
        bySound = texts.SelectMany(text => SoundsOf(text.Text).Select(sound => (sound, text))).ToLookup(pair => pair.sound, pair => pair.text);
        byDeletion = texts.Where(text => text.Text.Length >= ShortestWithSlip)
            .SelectMany(text => Deletions(text.Text).Select(shorter => (shorter, text))).ToLookup(pair => pair.shorter, pair => pair.text);
    }

    /// <summary>Names that sound as a text does.</summary>
    internal IEnumerable<LikelyPlace> ListAlikeInSound(string text) => SoundsOf(text)
        .SelectMany(sound => bySound[sound])
        .Select(name => name.Found with { How = MatchHow.Homophone });

    /// <summary>Names that a text is but for one slip.</summary>
    internal IEnumerable<LikelyPlace> ListWithSlip(string text) => text.Length < ShortestWithSlip
        ? []
        : Deletions(text).SelectMany(shorter => byDeletion[shorter]).Distinct()
            .Select(name => (name.Found, Slip: Misspelling.Find(text, name.Text)))
            .Where(found => found.Slip is not null)
            .Select(found => found.Found with { How = MatchHow.OneCharacter, Weakness = found.Found.Weakness + (found.Slip!.Value.TellsApart ? 2 : 0) });

    /// <summary>Names of which a text of two characters or more is the beginning or another part.</summary>
    internal IEnumerable<LikelyPlace> ListParts(string text)
    {
        if (text.Length < 2)
            yield break;
        foreach (var name in names)
        {
            if (name.Key.StartsWith(text, StringComparison.Ordinal))
                yield return name.Found with { How = MatchHow.Start };
            else if (name.Key.Contains(text, StringComparison.Ordinal))
                yield return name.Found with { How = MatchHow.Part };
        }
    }

    /// <summary>Names that are begun or spelled by pinyin, or by first letters.</summary>
    /// <param name="typed">Plain pinyin without spaces.</param>
    /// <param name="with">Characters that the name must have.</param>
    internal IEnumerable<LikelyPlace> ListSpelled(string typed, string with = "")
    {
        foreach (var (name, sound) in spokenByLetter[typed[0]])
        {
            if (with.All(name.Key.Contains) && sound.Compare(typed) is { } likeness)
            {
                yield return name.Found with
                {
                    How = likeness <= SpokenLikeness.Start ? MatchHow.Pinyin : MatchHow.Initials,
                    Weakness = name.Found.Weakness + (likeness is SpokenLikeness.Start or SpokenLikeness.StartOfInitials ? 2 : 0),
                };
            }
        }
    }

    /// <summary>A text of Chinese characters and letters as pinyin, every character as it is most often read; null if one has no reading.</summary>
    internal string? Spell(string text)
    {
        var spelled = new StringBuilder();
        foreach (var character in text)
        {
            if (readings.Of(character) is not [var first, ..])
                return null;
            spelled.Append(first);
        }

        return spelled.ToString();
    }

    private IEnumerable<char> FirstLetters(string name) => name.Select(readings.Of).Where(choices => !choices.IsEmpty).Take(1)
        .SelectMany(choices => choices.Select(choice => choice[0])).Distinct();

    // With spaces between syllables, so that names of as many characters alone sound alike.
    private List<string> SoundsOf(string text)
    {
        List<string> sounds = [""];
        foreach (var character in text)
        {
            var choices = readings.Of(character);
            if (choices.IsEmpty)
                return [];
            sounds = [.. sounds.SelectMany(sound => choices.Select(choice => $"{sound} {choice}")).Take(SearchPlaces.MostReadings)];
        }

        return sounds;
    }

    // Two texts that differ by one slip have a text in common that is either with at most one character left out.
    private static IEnumerable<string> Deletions(string text) =>
        Enumerable.Range(0, text.Length).Select(at => text.Remove(at, 1)).Prepend(text).Distinct();
}
