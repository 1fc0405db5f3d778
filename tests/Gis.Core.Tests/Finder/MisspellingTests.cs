using CsCheck;
using Gis.Core.Finder;

namespace Gis.Core.Tests.Finder;

public sealed class MisspellingTests
{
    private const string Characters = "甲乙南";

    private static readonly string[] Words = [.. ListWords(4)];

    /// <summary>All that one slip makes of a word, by doing it at every place with every character.</summary>
    private static HashSet<string> ListSlips(string word)
    {
        var slips = new HashSet<string>();
        for (var at = 0; at <= word.Length; at++)
        {
            slips.UnionWith(Characters.Select(character => word.Insert(at, character.ToString())));
            if (at == word.Length)
                break;
            slips.Add(word.Remove(at, 1));
            slips.UnionWith(Characters.Select(character => word.Remove(at, 1).Insert(at, character.ToString())));
            if (at + 1 < word.Length)
                slips.Add(word.Remove(at, 2).Insert(at, $"{word[at + 1]}{word[at]}"));
        }

        slips.Remove(word);
        return slips;
    }

    private static IEnumerable<string> ListWords(int longest) => longest == 0
        ? [""]
        : ListWords(longest - 1).SelectMany(word => word.Length == longest - 1 ? Characters.Select(character => word + character).Prepend(word) : [word]);

    [Fact]
    public void One_slip_is_found_between_exactly_the_words_that_one_slip_makes_of_each_other()
    {
        foreach (var word in Words)
        {
            var slips = ListSlips(word);
            Assert.All(Words, other => Assert.Equal(slips.Contains(other), Misspelling.Find(word, other) is not null));
        }
    }

    [Fact]
    public void The_distance_is_one_exactly_where_there_is_one_slip_and_none_from_a_word_to_itself() => Assert.All(Words, word =>
        Assert.All(Words, other =>
        {
            var distance = Misspelling.Distance(word, other);
            Assert.Equal(word == other, distance == 0);
            Assert.Equal(Misspelling.Find(word, other) is not null, distance == 1);
        }));

    [Fact]
    public void A_distance_is_as_long_either_way_and_no_longer_than_the_longer_word() =>
        Gen.Select(Gen.String[Gen.Char[Characters], 0, 12], Gen.String[Gen.Char[Characters], 0, 12]).Sample((left, right) =>
            Misspelling.Distance(left, right) == Misspelling.Distance(right, left) && Misspelling.Distance(left, right) <= Math.Max(left.Length, right.Length));

    [Theory, InlineData("通南", "通北", true), InlineData("太新", "大新", false), InlineData("立岗东", "立岗", true), InlineData("立岗花", "立岗", false), InlineData("一二", "二一", true), InlineData("岗立", "立岗", false)]
    public void A_slip_among_the_words_for_directions_and_numbers_tells_places_apart(string left, string right, bool tellsApart)
    {
        Assert.Equal(tellsApart, Misspelling.Find(left, right)!.Value.TellsApart);
        Assert.Equal(tellsApart, Misspelling.Find(right, left)!.Value.TellsApart);
    }
}
