using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Pairing;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Pairing;

/// <summary>Pairs that stand, made without a round having been held.</summary>
internal static class PublishedRound
{
    internal static async Task Pair(this GisApp app, DateOnly from, params (string Village, string Firm)[] pairs)
    {
        var (rounds, order) = (app.Services.GetRequiredService<RoundStore>(), new AccountOrder("account-of-a-test", "因为测试", "640100", DateTimeOffset.UtcNow));
        var rules = new RoundRules(from, from.AddDays(1), from.AddDays(2), TravelMode.Car, new Minutes(60), PairingAim.VillageBest, 2, ServeAll: true, 1);
        var proposal = new RoundProposal([.. pairs.Select(pair => new ProposedPair(pair.Village, pair.Firm, null, null, null, PairSource.Choice))], [], [], default, IsProven: true, "");
        var round = (await rounds.OpenAsync("测试", rules, order))!;
        foreach (var (act, next) in new[] { (RoundAct.Close, RoundState.Closed), (RoundAct.Propose, RoundState.Proposed), (RoundAct.Confirm, RoundState.Confirmed), (RoundAct.Publish, RoundState.Published) })
        {
            Assert.True(await rounds.StepAsync(round, act, next, act == RoundAct.Propose ? proposal : null, order, from));
            round = (await rounds.FindAsync(round.Id))!;
        }
    }
}
