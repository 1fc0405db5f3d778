using System.Collections.Immutable;

namespace Gis.Core.Finder;

/// <summary>Reads what is written with letters: pinyin, whole, cut short or by first letters, and English.</summary>
internal sealed class LatinReader(SearchTerms terms, LikeNames like)
{
    // About so many letters weigh as much as a character.
    private const double LettersOfCharacter = 3;

    private const int MostWords = 6;

    // A sentence of more words that are not understood is no name by first letters.
    private const int MostUnknownWords = 3;
    private const int LongestUnknown = 30;

    internal void Read(string text, Mark[] marks, SearchReading reading)
    {
        List<(int Start, string Text)> words = [.. SearchReader.Runs(marks, mark => mark == Mark.Latin).Select(run => (run.Start, text[run.Start..run.End]))];
        var known = TokenCover.Best(words.Count, MostWords, (start, end) => FindToken(words, start, end));
        foreach (var token in known)
            Add(token.Terms, words[token.Start].Start, token, words, reading);
        var unknown = Enumerable.Range(0, words.Count).Where(at => known.TrueForAll(token => at < token.Start || at >= token.End)).ToList();
        var isStory = unknown.Count > MostUnknownWords;
        foreach (var run in Neighbours(unknown))
            ReadUnknown(string.Concat(run.Select(at => words[at].Text)), words[run[0]].Start, isStory, reading);
    }

    private Token? FindToken(List<(int Start, string Text)> words, int start, int end) =>
        terms.Find(string.Concat(words.Take(end).Skip(start).Select(word => word.Text))) is { IsEmpty: false } found ? new Token(start, end - start, found) : null;

    private static void Add(ImmutableArray<Term> found, int start, Token token, List<(int Start, string Text)> words, SearchReading reading)
    {
        var letters = words.Take(token.End).Skip(token.Start).Sum(word => word.Text.Length);
        reading.Add(found, start, letters, letters / LettersOfCharacter);
    }

    // ligangtudi is ligang and tudi, if pieces that are known make up all of it; or else it may be cut short.
    private void ReadUnknown(string typed, int start, bool isStory, SearchReading reading)
    {
        var pieces = TokenCover.Best(typed.Length, terms.Longest, (from, to) =>
            terms.Find(typed.AsSpan(from, to - from)) is { IsEmpty: false } found && found.Any(term => term is not Term.Filler) ? new Token(from, to - from, found) : null);
        if (pieces.Sum(piece => piece.Length) == typed.Length)
            pieces.ForEach(piece => reading.Add(piece.Terms, start + piece.Start, piece.Length, piece.Length / LettersOfCharacter));
        else if (!isStory && typed.Length is >= 2 and <= LongestUnknown && reading.Elsewhere is null)
            reading.Add(typed.Length * SearchReader.Likely / LettersOfCharacter, like.ListSpelled(typed));
    }

    private static IEnumerable<List<int>> Neighbours(List<int> numbers)
    {
        for (var first = 0; first < numbers.Count;)
        {
            var run = numbers.Skip(first).TakeWhile((number, at) => number == numbers[first] + at).ToList();
            yield return run;
            first += run.Count;
        }
    }
}
