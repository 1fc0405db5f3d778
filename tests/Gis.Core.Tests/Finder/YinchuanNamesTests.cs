using Gis.Core.Finder;
using Gis.Core.Network;

namespace Gis.Core.Tests.Finder;

/// <summary>The register of Yinchuan, with all its 555 villages, against itself.</summary>
public sealed class YinchuanNamesTests
{
    private static readonly ServiceNetwork Network = YinchuanRegister.Bare;

    private static readonly RegisterMatch Match = new(Network, Readings.Mandarin);

    private static RegisterAnswer Find(Village village, string name, string? code = null) => Match.Find(new WrittenUnit
    {
        County = Network.FindCounty(village.Code.County)!.Name,
        Township = Network.FindTownship(village.Code.Township)!.Name,
        Name = name,
        Code = code,
    });

    [Fact]
    public void Every_village_is_itself_by_its_name_within_its_township()
    {
        Assert.Equal(555, Network.Villages.Length);
        Assert.All(Network.Villages, village =>
        {
            foreach (var name in new[] { village.Name, RegisterName.PlaceOf(village.Name) })
            {
                var same = Assert.IsType<RegisterAnswer.Same>(Find(village, name));
                Assert.Equal((village.Code, MatchHow.Name), (same.Place.Area, same.How));
            }
        });
    }

    [Fact]
    public void Every_village_is_itself_by_its_code_however_a_spreadsheet_keeps_it() => Assert.All(Network.Villages, village =>
    {
        var digits = village.Code.Digits;
        foreach (var code in new[] { digits, $"{digits[..6]} {digits[6..9]} {digits[9..]}", digits + ".0", $"{digits[0]}.{digits[1..]}E+11", string.Concat(digits.Select(digit => (char)(digit - '0' + '０'))) })
        {
            var same = Assert.IsType<RegisterAnswer.Same>(Find(village, village.Name, code));
            Assert.Equal((village.Code, MatchHow.Code), (same.Place.Area, same.How));
        }
    });

    [Fact]
    public void The_code_of_another_village_of_the_township_is_never_silently_taken() => Assert.All(Network.Villages, village =>
    {
        var other = Network.Villages.FirstOrDefault(other => other.Code != village.Code && other.Code.Township == village.Code.Township);
        if (other is not null)
            Assert.IsType<RegisterAnswer.Doubtful>(Find(village, village.Name, other.Code.Digits));
    });

    [Fact]
    public void Every_township_is_itself_by_its_name_and_by_its_code_filled_with_zeros() => Assert.All(Network.Townships, township =>
    {
        var county = Network.FindCounty(township.Code.County)!.Name;
        foreach (var code in new[] { null, township.Code + "000" })
            Assert.Equal(township.Code, Assert.IsType<RegisterAnswer.Same>(Match.Find(new WrittenUnit { County = county, Township = township.Name, Code = code })).Place.Area);
    });

    [Fact]
    public void In_pinyin_every_village_is_itself_or_one_of_those_that_sound_the_same() => Assert.All(Network.Villages, village =>
    {
        var typed = Readings.Mandarin.Speak(FoldedText.KeyOf(village.Name)).FullForms[0];
        var found = Find(village, typed) switch
        {
            RegisterAnswer.Same same => [same.Place.Area],
            RegisterAnswer.Doubtful doubtful => doubtful.Candidates.Select(match => match.Place.Area),
            _ => [],
        };
        // Some villages of the register carry the path before their name, by which nobody types them.
        Assert.True(found.Contains(village.Code) || village.Name.StartsWith("贺兰县", StringComparison.Ordinal), $"{village.Name} as {typed}");
    });

    [Fact]
    public void Sounding_alike_is_the_same_both_ways_for_all_villages()
    {
        var names = Network.Villages.Select(village => Readings.Mandarin.Speak(RegisterName.StemOf(village.Name))).ToList();
        Assert.All(names, left => Assert.All(names, right => Assert.Equal(left.SoundsLike(right), right.SoundsLike(left))));
    }
}
