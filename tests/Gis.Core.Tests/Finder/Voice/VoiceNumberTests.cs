using CsCheck;
using Gis.Core.Finder.Voice;

namespace Gis.Core.Tests.Finder.Voice;

public sealed class VoiceNumberTests
{
    private static readonly Gen<VoiceNumber> Numbers = Gen.OneOf(VoiceNumber.Letters.Select(letter => Gen.Const(letter)).ToArray())
        .Array[VoiceNumber.Drawn].Select(drawn => VoiceNumber.Of(new string(drawn)));

    [Fact]
    public void The_check_is_the_sum_by_places()
    {
        // 3 is worth 0 and 4 is worth 1: 1·1 at the second place is 2; and 9 ones are 1 + 2 + … + 9 = 45 = 22 modulo 23, which is Y.
        Assert.Equal("34333-33336", VoiceNumber.Of("343333333").ToString());
        Assert.Equal("44444-4444Y", VoiceNumber.Of("444444444").ToString());
    }

    [Fact]
    public void A_number_is_read_as_it_is_shown() =>
        Numbers.Sample(number => VoiceNumber.TryParse(number.ToString(), out var read) && read == number, iter: 500);

    [Fact]
    public void Any_one_wrong_character_is_noticed() => Gen.Select(Numbers, Gen.Int[0, 9], Gen.Int[1, 22]).Sample(
        (number, place, other) =>
        {
            var letters = number.ToString().Replace("-", "", StringComparison.Ordinal).ToCharArray();
            letters[place] = VoiceNumber.Letters[(VoiceNumber.Letters.IndexOf(letters[place]) + other) % VoiceNumber.Letters.Length];
            return !VoiceNumber.TryParse(new string(letters), out _);
        },
        iter: 2000);

    [Fact]
    public void Any_two_that_changed_places_are_noticed() => Gen.Select(Numbers, Gen.Int[0, 9], Gen.Int[0, 9]).Sample(
        (number, first, second) =>
        {
            var letters = number.ToString().Replace("-", "", StringComparison.Ordinal).ToCharArray();
            (letters[first], letters[second]) = (letters[second], letters[first]);
            return VoiceNumber.TryParse(new string(letters), out _) == (letters[first] == letters[second]);
        },
        iter: 2000);

    [Theory]
    [InlineData("34333-33336"), InlineData("3433333336"), InlineData(" 34333 33336 "), InlineData("34333—33336"), InlineData("\uFF13\uFF14\uFF13\uFF13\uFF13\uFF0D\uFF13\uFF13\uFF13\uFF13\uFF16"), InlineData("34333\u300033336")]
    public void Small_wide_and_spaced_writing_is_read(string text)
    {
        Assert.True(VoiceNumber.TryParse(text, out var number));
        Assert.Equal("34333-33336", number.ToString());
    }

    [Fact]
    public void Small_letters_are_read_as_large_ones() =>
        Numbers.Sample(number => VoiceNumber.TryParse(number.ToString().ToLowerInvariant(), out var read) && read == number, iter: 200);

    [Theory]
    [InlineData(null), InlineData(""), InlineData("34333-3333"), InlineData("34333-333366"), InlineData("O4333-33336"), InlineData("查询号"), InlineData("\uD83D34333-33336"), InlineData("' OR 1=1 --")]
    public void Anything_else_is_no_number(string? text) => Assert.False(VoiceNumber.TryParse(text, out _));

    [Fact]
    public void No_character_is_mistaken_for_another() => Assert.DoesNotContain(VoiceNumber.Letters, letter => "0OQ1IL2Z5S8BU".Contains(letter, StringComparison.Ordinal));

    [Theory]
    [InlineData("34333333"), InlineData("3433333333"), InlineData("34333333O")]
    public void What_was_drawn_otherwise_is_refused(string drawn) => Assert.Throws<ArgumentException>(() => VoiceNumber.Of(drawn));
}
