using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>Reads a folded text: what is known first, then what the rest is like.</summary>
internal sealed class SearchReader(SearchTerms terms, LikeNames like)
{
    // What is like a name and not the same speaks less for it.
    internal const double Likely = 0.9;

    // More than this that is not understood is a story and no name with a slip.
    private const int MostUnknown = 8;
    private const int MostSegments = 2;
    private const int LongestPlain = 16;
    private const int LongestName = 12;
    private const int ShortestWithKind = 3;
    private const int WidestStar = 8;

    private readonly LatinReader latin = new(terms, like);

    private static readonly ImmutableArray<(Matter Matter, string[] Parts)> Patterns =
    [
        .. Matters.All.SelectMany(matter => matter.Words.Where(word => word.Contains('*', StringComparison.Ordinal)).Select(word => (matter, word.Split('*')))),
    ];

    internal SearchReading Read(string text)
    {
        var reading = new SearchReading();
        var marks = new Mark[text.Length];
        Mark(text, marks, reading);
        ReadPatterns(text, marks, reading);
        if (reading.Elsewhere is null)
            ReadMixed(text, marks, reading);
        latin.Read(text, marks, reading);
        if (reading.Elsewhere is null)
            ReadUnknown(text, marks, reading);
        reading.StayAtHome();
        return reading;
    }

    private void Mark(string text, Mark[] marks, SearchReading reading)
    {
        for (var at = 0; at < text.Length; at++)
            marks[at] = text[at] == ' ' ? Finder.Mark.Gap : TypedText.IsLatin(text[at]) ? Finder.Mark.Latin : Finder.Mark.Unknown;
        var tokens = TokenCover.Best(text.Length, terms.Longest, (start, end) => FindToken(text, marks, start, end));
        foreach (var token in tokens)
            marks.AsSpan(token.Start, token.Length).Fill(token.IsFiller ? Finder.Mark.Filler : Finder.Mark.Known);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if ((token.IsBare && !IsAlone(marks, token)) || (token.IsElsewhere && IsStreet(text, token)))
                marks.AsSpan(token.Start, token.Length).Fill(Finder.Mark.Unknown);
            else if (!token.IsFiller && !(token.IsVillage && at > 0 && tokens[at - 1].IsElsewhere && tokens[at - 1].End == token.Start))
                reading.Add(token.Terms, token.Start, token.Length, token.Length);
        }
    }

    // 北京路 is a street of this city.
    private static bool IsStreet(string text, Token token) => token.End < text.Length && "路街道巷东西南北中".Contains(text[token.End], StringComparison.Ordinal);

    private Token? FindToken(string text, Mark[] marks, int start, int end) =>
        marks[end - 1] == Finder.Mark.Unknown && marks[start] == Finder.Mark.Unknown && terms.Find(text.AsSpan(start, end - start)) is { IsEmpty: false } found
            ? new Token(start, end - start, found)
            : null;

    private static bool IsAlone(Mark[] marks, Token token) =>
        (token.Start == 0 || marks[token.Start - 1] != Finder.Mark.Unknown) && (token.End == marks.Length || marks[token.End] != Finder.Mark.Unknown);

    private static void ReadPatterns(string text, Mark[] marks, SearchReading reading)
    {
        foreach (var (matter, parts) in Patterns)
        {
            var first = text.IndexOf(parts[0], StringComparison.Ordinal);
            if (first < 0)
                continue;
            var after = first + parts[0].Length;
            var second = text.AsSpan(after, Math.Min(text.Length - after, WidestStar + parts[1].Length)).IndexOf(parts[1]);
            if (second < 0)
                continue;
            reading.Add(matter, first, parts[0].Length + parts[1].Length);
            foreach (ref var mark in marks.AsSpan(first, after + second + parts[1].Length - first))
                mark = mark == Finder.Mark.Unknown ? Finder.Mark.Filler : mark;
        }
    }

    // 立gang or li岗镇: characters beside letters, which only together are a name.
    private void ReadMixed(string text, Mark[] marks, SearchReading reading)
    {
        foreach (var (start, end) in Runs(marks, mark => mark is Finder.Mark.Unknown or Finder.Mark.Latin or Finder.Mark.Filler))
        {
            var piece = text[start..end];
            if (!piece.Any(TypedText.IsLatin) || piece.All(TypedText.IsLatin) || piece.Length > LongestName || like.Spell(piece) is not { } typed)
                continue;
            if (reading.Add(piece.Length * Likely, like.ListSpelled(typed, string.Concat(piece.Where(character => !TypedText.IsLatin(character))))))
                marks.AsSpan(start, piece.Length).Fill(Finder.Mark.Known);
        }
    }

    private void ReadUnknown(string text, Mark[] marks, SearchReading reading)
    {
        var segments = Runs(marks, mark => mark == Finder.Mark.Unknown).ToList();
        var isStory = text.Length > LongestPlain || segments.Count > MostSegments || segments.Sum(segment => segment.End - segment.Start) > MostUnknown;
        foreach (var (start, end) in Runs(marks, mark => mark is Finder.Mark.Unknown or Finder.Mark.Filler))
        {
            var inside = segments.Where(segment => segment.Start >= start && segment.End <= end).ToList();
            var isAll = end - start == text.Length;
            if ((inside.Count > 0 || isAll) && !(ReadName(text[start..end], isStory, reading) || ReadWithKind(text[start..end], reading)))
                inside.ForEach(segment => ReadName(text[segment.Start..segment.End], isStory, reading));
        }
    }

    private bool ReadName(string name, bool isStory, SearchReading reading)
    {
        if (isStory || name.Length is < 2 or > LongestName)
            return false;
        if (reading.Add(name.Length * Likely, like.ListAlikeInSound(name).Concat(like.ListWithSlip(name)).Concat(like.ListParts(name))))
            return true;
        var matters = like.Spell(name) is { } spelled ? terms.Find(spelled).OfType<Term.OfMatter>().ToList() : [];
        matters.ForEach(term => reading.Add(term.Matter, 0, name.Length));
        return matters.Count > 0;
    }

    // In a story a misspelled name is known by the word for its kind at its end.
    private bool ReadWithKind(string piece, SearchReading reading)
    {
        for (var length = Math.Min(LongestName, piece.Length); length >= ShortestWithKind; length--)
        {
            for (var start = 0; start + length <= piece.Length; start++)
            {
                var name = piece.Substring(start, length);
                if (RegisterName.KindOf(name).Length > 0 && reading.Add(length * Likely, like.ListAlikeInSound(name).Concat(like.ListWithSlip(name))))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The longest runs of characters that are part of something, in the order of the text.</summary>
    internal static IEnumerable<(int Start, int End)> Runs(Mark[] marks, Func<Mark, bool> isPart)
    {
        for (var start = 0; start < marks.Length; start++)
        {
            if (!isPart(marks[start]))
                continue;
            var end = start + 1;
            while (end < marks.Length && isPart(marks[end]))
                end++;
            yield return (start, end);
            start = end;
        }
    }
}

/// <summary>What is known of a character of a text.</summary>
internal enum Mark
{
    /// <summary>A space.</summary>
    Gap,

    /// <summary>A letter of pinyin or English.</summary>
    Latin,

    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>It is part of a word that names nothing.</summary>
    Filler,

    /// <summary>It is part of something understood.</summary>
    Known,
}
