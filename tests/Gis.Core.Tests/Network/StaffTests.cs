using Gis.Core.Network;
using Gis.Core.Units;

namespace Gis.Core.Tests.Network;

public sealed class StaffTests
{
    private static readonly Provenance Ledger = new(Basis.Fact, "ledger");

    private static readonly Staff One = new(Town.RoomId(0), Post.Adviser, 1, new MonthlyHours(4), Ledger);

    private static NetworkException Refuse(params Staff[] staff) =>
        Assert.Throws<NetworkException>(() => Town.Staffed([.. staff], Town.Row(1), Town.Room(0)));

    [Fact]
    public void Posts_stand_in_order_of_point_and_post() => Assert.Equal(
        [Post.Mediator, Post.Adviser],
        Town.Staffed([One, One with { Post = Post.Mediator, Hours = null }], Town.Row(1), Town.Room(0)).Staff.Select(staff => staff.Post));

    [Fact]
    public void A_post_at_a_point_that_is_not_there_is_refused_and_named() => Assert.Equal(
        $"adviser of point {Town.RoomId(7)}: the point is not there", Assert.Single(Refuse(One with { Point = Town.RoomId(7) }).Faults));

    [Fact]
    public void A_post_given_twice_is_refused_and_named() => Assert.Equal(
        $"staff adviser of point {Town.RoomId(0)} is given 2 times", Assert.Single(Refuse(One, One with { Count = 2 }).Faults));

    [Fact]
    public void A_count_below_zero_is_refused_with_what_was_found() => Assert.Equal(
        $"adviser of point {Town.RoomId(0)}: found -1 people, should be 0 or more", Assert.Single(Refuse(One with { Count = -1 }).Faults));

    [Fact]
    public void Hours_of_nobody_are_refused() => Assert.Contains("nobody holds it", Assert.Single(Refuse(One with { Count = 0 }).Faults), StringComparison.Ordinal);

    [Fact]
    public void A_vacant_post_is_reported_with_nobody_and_no_hours() =>
        Assert.Equal(0, Town.Staffed([One with { Count = 0, Hours = null }], Town.Row(1), Town.Room(0)).Staff[0].Count);

    [Theory, InlineData(-0.001), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Hours_that_are_negative_or_no_number_are_refused(double hours) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonthlyHours(hours));

    [Fact]
    public void Four_hours_for_two_thousand_residents_are_two_for_a_thousand() =>
        Assert.Equal(2, HoursPerResident.Of(new MonthlyHours(4), new Residents(2000))!.Value.PerThousand, 12);

    [Fact]
    public void An_illustrative_post_makes_the_network_say_so() =>
        Assert.True(Town.Staffed([One with { Provenance = new Provenance(Basis.Illustrative, "rule") }], Town.Row(1), Town.Room(0)).HasIllustration);
}
