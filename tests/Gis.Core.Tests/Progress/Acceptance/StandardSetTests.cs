using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;

namespace Gis.Core.Tests.Progress.Acceptance;

public sealed class StandardSetTests
{
    // Each tier with each group.
    private static readonly ImmutableArray<Standard> Enough =
    [
        .. Enum.GetValues<Tier>().SelectMany(tier => "WSF".Select(group => Sheets.Ask($"{tier}{group}", $"{group} 1") with { Tier = tier })),
    ];

    [Fact]
    public void A_tier_is_asked_its_own_group_by_group()
    {
        var set = new StandardSet(Enough);
        Assert.Equal(["StationF", "StationS", "StationW"], set.Of(Tier.Station).Select(standard => standard.Code));
        Assert.Equal(9, set.All.Length);
        Assert.Equal(Tier.Room, set.Find("RoomW")!.Tier);
        Assert.Null(set.Find("roomw"));
    }

    [Fact]
    public void A_code_given_twice_is_named() => AssertRefused(Enough.Add(Enough[4]), "StationS is given 2 times");

    [Fact]
    public void A_standard_without_a_code_is_named() => AssertRefused(Enough.Add(Enough[0] with { Code = "", Text = "有招牌" }), "有招牌");

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_weight_out_of_range_is_named(int weight) => AssertRefused(Enough.SetItem(2, Enough[2] with { Weight = weight }), $"CentreF has weight {weight}");

    [Fact]
    public void A_tier_without_a_group_is_named() => AssertRefused(Enough.RemoveAt(7), "Nothing is asked of a room under staff");

    private static void AssertRefused(ImmutableArray<Standard> standards, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => new StandardSet(standards)).Message, StringComparison.Ordinal);
}
