using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Rounds;

public sealed class HelperPostTests
{
    private static readonly RoundRules Rules =
        new(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 23), TravelMode.Car, new Minutes(60), PairingAim.VillageBest, 2, ServeAll: false, 7);

    private static readonly TripsTo Trips = (_, _) => [new Trip(new Minutes(5), new Metres(4000)), null];

    private static Staff Post(Post post, int count) => new(Town.RoomId(0), post, count, null, new Provenance(Basis.Fact, "made up for a test"));

    private static ImmutableArray<PairingHelper> List(Objection[] objections, params Staff[] staff) =>
        HelperPost.List(Town.Staffed([.. staff], Town.Row(5, 6), Town.Room(0)), Rules, objections, Trips);

    private static string Village(int number) => Town.VillageCode(number).Digits;

    [Fact]
    public void Each_legal_worker_and_volunteer_takes_as_many_villages_as_a_lawyer_and_goes_where_there_is_a_way()
    {
        var helpers = List([], Post(Core.Network.Post.LegalWorker, 3), Post(Core.Network.Post.Volunteer, 1));
        Assert.Equal([(HelperKind.LegalWorker, 6), (HelperKind.Volunteer, 2)], helpers.Select(helper => (helper.Kind, helper.Capacity)));
        Assert.All(helpers, helper => Assert.Equal(new HelperWay(Village(0), new Minutes(5)), Assert.Single(helper.Reach)));
    }

    [Fact]
    public void Other_posts_and_vacant_ones_help_nobody() =>
        Assert.Empty(List([], Post(Core.Network.Post.LegalWorker, 0), Post(Core.Network.Post.Mediator, 3), Post(Core.Network.Post.Adviser, 1)));

    [Fact]
    public void An_objection_upheld_parts_a_village_from_a_post_and_one_dismissed_does_not()
    {
        var id = new HelperPost(Town.RoomId(0), Core.Network.Post.LegalWorker).ToString();
        var objection = new Objection(1, PairingSide.Village, Village(0), id, "why", ObjectionState.Upheld, "");
        Assert.Empty(List([objection], Post(Core.Network.Post.LegalWorker, 1))[0].Reach);
        Assert.Single(List([objection with { State = ObjectionState.Dismissed }], Post(Core.Network.Post.LegalWorker, 1))[0].Reach);
    }

    [Theory, InlineData("station-640122100/legal-worker", true), InlineData("station-640122100/mediator", false), InlineData("station-640122100", false), InlineData("firm-001", false), InlineData("/legal-worker", false), InlineData("a/b/c", false)]
    public void A_post_is_told_from_a_firm_by_its_identifier(string text, bool isPost)
    {
        Assert.Equal(isPost, HelperPost.TryParse(text, out var read));
        if (isPost)
            Assert.Equal(text, read.ToString());
    }
}
