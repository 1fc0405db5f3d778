using System.Collections.Immutable;
using CsCheck;
using Gis.Core.Pairing.Matching;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Matching;

/// <summary>Villages left over: small rounds against every way to place them, and a street a child can count.</summary>
public sealed class LeftoverTests
{
    private static readonly Gen<(PairingTask Task, ImmutableArray<PairingHelper> Helpers, int Limit)> Rounds =
        from task in SmallRound.Any
        from room in Gen.Int[0, 2].Array[2]
        from way in Gen.Int[0, 12].Array[10]
        from limit in Gen.Int[0, 12]
        select (
            task,
            room.Select((capacity, h) => new PairingHelper($"h{h}", h == 0 ? HelperKind.LegalWorker : HelperKind.Volunteer, capacity, [.. task.Villages
                .Select((village, v) => (village, minutes: way[(h * 5) + v])).Where(each => each.minutes < 10).Select(each => new HelperWay(each.village.Id, new Minutes(each.minutes)))])).ToImmutableArray(),
            limit);

    private static (LeftoverPlan Plan, PairingResult Result) Place(PairingTask task, ImmutableArray<PairingHelper> helpers, int limit)
    {
        var instance = PairingInstance.Of(task);
        var result = PairingStudy.Solve(instance, PairingAim.VillageBest, PairingStop.Never).Found!;
        return (LeftoverStudy.Place(instance, result, helpers, new Minutes(limit)), result);
    }

    /// <summary>The most of some villages that can be placed, and the least travel of it, by trying every way.</summary>
    private static (int Served, double Travel) Best(PairingTask task, PairingResult result, ImmutableArray<PairingHelper> helpers, double limit, string[] villages, string? widened = null, int more = 0)
    {
        var room = new Dictionary<string, int>();
        foreach (var firm in task.Firms)
        {
            var extra = SmallRound.Advisers(firm).Any(each => each.Adviser == widened) ? more : 0;
            room["firm " + firm.Id] = firm.Capacity + extra - result.Pairs.Count(pair => SmallRound.FirmOf(task, pair.Adviser).Id == firm.Id);
            foreach (var (adviser, capacity) in SmallRound.Advisers(firm))
                room[adviser] = capacity + (adviser == widened ? more : 0) - result.Pairs.Count(pair => pair.Adviser == adviser);
        }

        foreach (var helper in helpers)
            room["firm " + helper.Id] = room[helper.Id] = helper.Capacity + (helper.Id == widened ? more : 0);
        return Try(0);

        (int Served, double Travel) Try(int next)
        {
            if (next == villages.Length)
                return (0, 0);
            var best = Try(next + 1);
            foreach (var (place, owner, minutes) in Ways(task, helpers, limit, villages[next]).Where(way => room[way.Place] > 0 && room["firm " + way.Owner] > 0))
            {
                room[place]--;
                room["firm " + owner]--;
                var (served, travel) = Try(next + 1);
                room[place]++;
                room["firm " + owner]++;
                if (served + 1 > best.Served || (served + 1 == best.Served && travel + minutes < best.Travel))
                    best = (served + 1, travel + minutes);
            }

            return best;
        }
    }

    private static List<(string Place, string Owner, double Minutes)> Ways(PairingTask task, ImmutableArray<PairingHelper> helpers, double limit, string village)
    {
        var own = task.Villages.Single(each => each.Id == village).Wishes.Refused;
        var firms = from firm in task.Firms
                    where !firm.Wishes.Refused.Contains(village) && !own.Contains(firm.Id) && SmallRound.Way(task, village, firm.Id)?.Value <= limit
                    from each in SmallRound.Advisers(firm)
                    where !own.Contains(each.Adviser)
                    select (each.Adviser, firm.Id, SmallRound.Way(task, village, firm.Id)!.Value.Value);
        return [.. firms, .. helpers.SelectMany(helper => helper.Reach.Where(way => way.Village == village && way.Time.Value <= limit).Select(way => (helper.Id, helper.Id, way.Time.Value)))];
    }

    [Fact]
    public void As_many_as_can_be_are_placed_with_the_least_travel() => Rounds.Sample(
        round =>
        {
            var (plan, result) = Place(round.Task, round.Helpers, round.Limit);
            Assert.Equal(Best(round.Task, result, round.Helpers, round.Limit, [.. result.Unmatched]), (plan.Placed.Length, plan.Travel.Value));
            Assert.Equal(result.Unmatched.Order(), plan.Placed.Select(placed => placed.Village).Concat(plan.Unplaced).Order());
            Assert.Equal(plan.Travel.Value, plan.Placed.Sum(placed => placed.Time.Value));
        },
        iter: 3000);

    [Fact]
    public void Every_shortage_proves_itself_and_together_they_explain_every_village_not_placed() => Rounds.Sample(
        round =>
        {
            var (plan, result) = Place(round.Task, round.Helpers, round.Limit);
            Assert.Equal(plan.Unplaced.Length, plan.Shortages.Sum(shortage => shortage.Missing));
            foreach (var shortage in plan.Shortages)
            {
                Assert.True(shortage.Missing > 0);
                Assert.Equal(shortage.Room, Best(round.Task, result, round.Helpers, round.Limit, [.. shortage.Villages]).Served);
                Assert.Equal(
                    shortage.Villages.SelectMany(village => Ways(round.Task, round.Helpers, round.Limit, village)).Select(way => way.Place).Distinct().Order(),
                    shortage.Places);
            }
        },
        iter: 3000);

    [Fact]
    public void Every_remedy_does_what_it_says_and_no_lower_limit_serves_more() => Rounds.Sample(
        round =>
        {
            var (plan, result) = Place(round.Task, round.Helpers, round.Limit);
            string[] left = [.. result.Unmatched];
            foreach (var more in plan.Shortages.SelectMany(shortage => shortage.Remedies))
            {
                Assert.Equal((plan.Placed.Length + more.Served, more.Travel.Value), Best(round.Task, result, round.Helpers, round.Limit, left, more.Place, more.More));
                Assert.True(Best(round.Task, result, round.Helpers, round.Limit, left, more.Place, more.More - 1).Served < plan.Placed.Length + more.Served);
            }

            if (plan.Raised is { } raised)
                Assert.Equal(plan.Placed.Length + raised.Served, Best(round.Task, result, round.Helpers, raised.Limit.Value, left).Served);
            Assert.Equal(plan.Placed.Length, Best(round.Task, result, round.Helpers, plan.Raised is { } first ? first.Limit.Value - 1 : 99, left).Served);
        },
        iter: 2000);

    // Three villages wish for nobody; one volunteer with one place is 10 minutes from the first two, and nobody is near the third.
    [Fact]
    public void Exactly_at_the_limit_is_within_it_and_the_shortage_counts_what_is_missing()
    {
        var task = new PairingTask([.. "abc".Select(id => new PairingVillage($"{id}", WishList.Strict()))], []);
        var helper = new PairingHelper("w", HelperKind.Volunteer, 1, [new HelperWay("a", new Minutes(10)), new HelperWay("b", new Minutes(10)), new HelperWay("c", new Minutes(30))]);
        var (plan, _) = Place(task, [helper], 10);
        Assert.Single(plan.Placed);
        Assert.Equal(2, plan.Shortages.Length);
        Assert.Equal(("a b", 1), (string.Join(' ', plan.Shortages[0].Villages), plan.Shortages[0].Missing));
        Assert.Equal(new MorePlaces("w", 1, 1, new Minutes(20)), Assert.Single(plan.Shortages[0].Remedies));
        Assert.Equal(("c", 0), (Assert.Single(plan.Shortages[1].Villages), plan.Shortages[1].Room));
        // The one place is taken whatever the limit.
        Assert.Null(plan.Raised);
        Assert.Empty(Place(task, [helper], 9).Plan.Placed);
    }

    [Fact]
    public void A_helper_that_is_wrong_is_named()
    {
        var task = new PairingTask([new PairingVillage("a", WishList.Open)], [new PairingFirm("f", 1, WishList.Strict())]);
        Assert.Equal("helper f", Refuse(new PairingHelper("f", HelperKind.Volunteer, 1, [])).Record);
        Assert.Equal("capacity", Refuse(new PairingHelper("w", HelperKind.Volunteer, -1, [])).Field);
        Assert.Equal("reach", Refuse(new PairingHelper("w", HelperKind.Volunteer, 1, [new HelperWay("x", new Minutes(1))])).Field);

        PairingException Refuse(PairingHelper helper) => Assert.Throws<PairingException>(() => Place(task, [helper], 10));
    }
}
