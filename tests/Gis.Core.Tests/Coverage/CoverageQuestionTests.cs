using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Places;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Coverage;

public sealed class CoverageQuestionTests
{
    private static readonly CoverageQuestion Plain = CoverageQuestion.Of(TravelMode.Walk, new Minutes(30));

    [Fact]
    public void A_question_without_changes_reads_as_it_always_did() => Assert.Equal(
        "mode=walk&limit=30&tiers=centre,station,room&with=room-100000001001&without=room-100000001002",
        (Plain with { With = [Town.RoomId(1)], Without = [Town.RoomId(2)] }).ToString());

    [Fact]
    public void Moves_stand_in_order_of_id_and_additions_in_their_own_order()
    {
        var question = Plain with
        {
            Moves = Plain.Moves.Add(Town.RoomId(2), LonLat.Of(106.25, 38.5)).Add(Town.RoomId(1), LonLat.Of(-0.5, 0)),
            Additions = [new Addition(Tier.Room, LonLat.Of(106, 38)), new Addition(Tier.Centre, LonLat.Of(105, 37))],
            Weighting = Weighting.Villages,
        };
        Assert.EndsWith(
            "&move=room-100000001001@-0.500000_0.000000,room-100000001002@106.250000_38.500000"
            + "&add=room@106.000000_38.000000,centre@105.000000_37.000000&weigh=villages",
            question.ToString(), StringComparison.Ordinal);
    }

    // The seventh decimal is a centimetre; were it kept, two questions that read the same would have two answers.
    [Fact]
    public void A_question_knows_a_place_no_finer_than_it_writes_it()
    {
        var (fine, coarse) = (LonLat.Of(106.12345678, 38.00000049), LonLat.Of(106.123457, 38));
        Assert.Equal(coarse, new Addition(Tier.Room, fine).At);
        Assert.Equal(coarse, (Plain with { Moves = Plain.Moves.Add(Town.RoomId(1), fine) }).Moves[Town.RoomId(1)]);
    }

    [Theory]
    [InlineData("106.2309_38.4872"), InlineData("-180_-90"), InlineData("180.000000_90.000000"), InlineData("-0.0000001_0")]
    public void A_place_reads_back_as_it_was_written(string text)
    {
        Assert.True(WrittenPosition.TryRead(text, out var at));
        Assert.True(WrittenPosition.TryRead(WrittenPosition.Of(at), out var again));
        Assert.Equal(at, again);
        Assert.DoesNotContain("-0.000000", WrittenPosition.Of(at), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("106.2"), InlineData("106_38_1"), InlineData("38_106"), InlineData("NaN_38"), InlineData("1e2_38"), InlineData("106,38"), InlineData("180.1_0")]
    public void What_is_no_place_is_not_read(string? text) => Assert.False(WrittenPosition.TryRead(text, out _));

    [Theory]
    [InlineData(VillageKind.Village, 70), InlineData(VillageKind.VillageLike, 70), InlineData(VillageKind.Community, 0), InlineData(VillageKind.CommunityLike, 0)]
    public void Rural_counts_the_residents_of_villages_only(VillageKind kind, long counted) => Assert.Equal(
        new Residents(counted), Weighting.Rural.Of(Town.Row(70)[0] with { Kind = kind }));

    [Fact]
    public void As_villages_each_counts_one_even_where_nobody_lives() =>
        Assert.Equal([new Residents(1), new Residents(1)], Town.Row(0, 500).Select(village => Weighting.Villages.Of(village)));
}
