using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Pairing;
using Microsoft.Extensions.DependencyInjection;

namespace Gis.Web.Tests.Pairing.Duty;

/// <summary>Pairs that stand, by a round led through to its publication.</summary>
internal static class StandingPairs
{
    /// <summary>Pairs the first villages with the first firms from a day on: the first two villages with the first firm, the last village with the second.</summary>
    internal static async Task Pair(this GisApp app, DateOnly since)
    {
        var network = app.Snapshot.Network;
        await Publish(
            app.Services.GetRequiredService<RoundStore>(),
            since,
            Of(network.Villages[0].Code.Digits, network.Firms[0].Id),
            Of(network.Villages[1].Code.Digits, network.Firms[0].Id),
            Of(network.Villages[^1].Code.Digits, network.Firms[1].Id));
    }

    private static async Task Publish(RoundStore rounds, DateOnly since, params ProposedPair[] pairs)
    {
        var order = new AccountOrder("account-of-a-test", "因为测试", "640100", new DateTimeOffset(since, default, TimeSpan.Zero));
        var rules = new RoundRules(since.AddDays(-21), since.AddDays(-14), since.AddDays(-7), TravelMode.Car, new Minutes(60), PairingAim.VillageBest, 2, ServeAll: true, 1);
        var proposal = new RoundProposal([.. pairs], [], [], default, IsProven: true, "");
        var id = (await rounds.OpenAsync("结对", rules, order))!.Id;
        (RoundAct Act, RoundState Next)[] steps =
            [(RoundAct.Close, RoundState.Closed), (RoundAct.Propose, RoundState.Proposed), (RoundAct.Confirm, RoundState.Confirmed), (RoundAct.Publish, RoundState.Published)];
        foreach (var (act, next) in steps)
            Assert.True(await rounds.StepAsync((await rounds.FindAsync(id))!, act, next, act == RoundAct.Propose ? proposal : null, order, since));
    }

    private static ProposedPair Of(string village, string firm) => new(village, firm, null, null, null, PairSource.Choice);
}
