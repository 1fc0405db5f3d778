using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Data.Store;
using Gis.Data.Store.Pairing;
using Gis.Web.Accounts;
using Gis.Web.Network;
using Gis.Web.Progress;

namespace Gis.Web.Pairing;

/// <summary>The rounds of two-way choice as they stand today, and what is done with them.</summary>
public sealed class RoundDesk(RoundStore rounds, WishStore wishes, YearDesk year, CurrentNetwork current, PairingTravel travel)
{
    /// <summary>The day it is in China.</summary>
    public DateOnly Today => year.Today;

    /// <summary>Every round, the newest first.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<Round>> List(CancellationToken cancel) => rounds.ListAsync(cancel);

    /// <summary>A round with all that was written in it; null where there is none of that name.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<RoundView?> Read(string id, CancellationToken cancel) => await rounds.FindAsync(id, cancel) is { } round ? await Read(round, cancel) : null;

    /// <summary>The round that villages and firms are in, or were in last; null before the first.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<RoundView?> ReadCurrent(CancellationToken cancel) =>
        await FindCurrent(cancel) is { } round ? await Read(round, cancel) : null;

    /// <summary>Whether no round was opened after one and not called off.</summary>
    /// <exception cref="StoreException">The rounds cannot be read.</exception>
    public async Task<bool> IsLast(Round round, CancellationToken cancel) => (await FindCurrent(cancel))?.Id == round.Id;

    /// <summary>The pairs that stand today.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async Task<ImmutableArray<StandingPair>> ListStanding(CancellationToken cancel) => [.. (await rounds.ListPairsAsync(cancel)).Where(pair => pair.Until is null)];

    /// <summary>Opens a round; null where another is not over yet.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<Round?> Open(string name, RoundRules rules, SignedIn who, string reason, CancellationToken cancel) =>
        rounds.OpenAsync(name, rules, year.Order(who, reason), cancel);

    /// <summary>
    /// Leads a round on; a proposal is computed on the way. A round that is published is paired anew only while no other has been
    /// opened since.
    /// </summary>
    /// <returns>Why it was not done; null where it was.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task<RoundRefusal?> Step(RoundView view, RoundAct act, SignedIn who, string reason, CancellationToken cancel)
    {
        var answer = RoundSteps.Take(view.Round, act, view.Objections);
        if (answer is not StepAnswer.Taken taken)
            return new RoundRefusal(answer, null);
        if (view.Round.State == RoundState.Published && !await IsLast(view.Round, cancel))
            return new RoundRefusal(new StepAnswer.NotNow(view.Round.State), null);
        RoundProposal? proposal = null;
        if (act == RoundAct.Propose)
        {
            var run = new RoundRun(view).Propose(travel.ListHelpers(view), cancel);
            if (run.Proposal is null)
                return new RoundRefusal(null, run.Reason);
            proposal = run.Proposal;
        }

        return await rounds.StepAsync(view.Round, act, taken.Next, proposal, year.Order(who, reason), Today, cancel) ? null : new RoundRefusal(null, null);
    }

    /// <summary>The wishes of one side, with the tag of their version.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<(WishSheet Sheet, string Tag)> FindWishes(Round round, PairingSide side, string owner, CancellationToken cancel) =>
        wishes.FindAsync(round.Id, side, owner, cancel);

    /// <summary>Keeps wishes; false where somebody else changed them meanwhile, or the round is closed by now.</summary>
    /// <exception cref="StoreException">They cannot be saved.</exception>
    public Task<bool> Keep(Round round, WishSheet sheet, string? seen, SignedIn who, string reason, CancellationToken cancel) =>
        wishes.KeepAsync(round.Id, sheet, seen, year.Order(who, reason), cancel);

    /// <summary>Keeps the wishes of many; all or none. False where the round is closed by now.</summary>
    /// <exception cref="StoreException">They cannot be saved.</exception>
    public Task<bool> Keep(Round round, IEnumerable<WishSheet> sheets, SignedIn who, string reason, CancellationToken cancel) =>
        wishes.KeepAllAsync(round.Id, [.. sheets.Select(sheet => (sheet, (string?)null))], year.Order(who, reason), cancel);

    /// <summary>Sets how many villages a firm still takes, once the wishes are in; false where they may still be written or the round is called off.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> SetRoom(Round round, string firm, int villages, SignedIn who, string reason, CancellationToken cancel) =>
        wishes.SetRoomAsync(round.Id, firm, villages, year.Order(who, reason), cancel);

    /// <summary>What one side tells of itself; a blank one where it tells nothing.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<PairingProfile> FindProfile(PairingSide side, string owner, CancellationToken cancel) =>
        (await wishes.ListProfilesAsync(cancel)).GetValueOrDefault((side, owner)) ?? PairingProfile.Blank(side, owner);

    /// <summary>Keeps what one side tells of itself.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task Tell(PairingProfile profile, SignedIn who, string reason, CancellationToken cancel) => wishes.TellAsync(profile, year.Order(who, reason), cancel);

    /// <summary>Objects to a pair proposed; false where nothing is proposed by now.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> RaiseObjection(Round round, Objection objection, SignedIn who, string reason, CancellationToken cancel) =>
        wishes.ObjectAsync(round.Id, objection, year.Order(who, reason), cancel);

    /// <summary>Answers an objection; false where it waits for none.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> Answer(Round round, long objection, ObjectionState state, string answer, SignedIn who, string reason, CancellationToken cancel) =>
        wishes.AnswerAsync(round.Id, objection, state, answer, year.Order(who, reason), cancel);

    private async Task<Round?> FindCurrent(CancellationToken cancel) => (await rounds.ListAsync(cancel)).FirstOrDefault(round => round.State != RoundState.Withdrawn);

    private async Task<RoundView> Read(Round round, CancellationToken cancel) => new(
        round,
        current.Snapshot.Network,
        travel.By(round.Rules.Mode),
        await wishes.ListAsync(round.Id, cancel),
        await wishes.ListObjectionsAsync(round.Id, cancel),
        await wishes.ListProfilesAsync(cancel),
        await ListStanding(cancel),
        Today);
}

/// <summary>Why a round was not led on.</summary>
/// <param name="Answer">What stands against it by the rules of rounds; null where something else does.</param>
/// <param name="Reason">Why no pairing was found; null where that is not it. With neither, somebody else has led the round on meanwhile.</param>
public sealed record RoundRefusal(StepAnswer? Answer, string? Reason);

/// <summary>A round with all that was written in it, over one version of the network.</summary>
/// <param name="Round">The round.</param>
/// <param name="Network">The network.</param>
/// <param name="Ways">The ways between villages and offices, by the mode of the round.</param>
/// <param name="Sheets">The wishes of both sides, drafts among them.</param>
/// <param name="Objections">The objections, in the order in which they were made.</param>
/// <param name="Profiles">What the sides tell of themselves.</param>
/// <param name="Standing">The pairs that stand today.</param>
/// <param name="Today">The day it is.</param>
public sealed record RoundView(
    Round Round,
    ServiceNetwork Network,
    OfficeWays Ways,
    ImmutableArray<WishSheet> Sheets,
    ImmutableArray<Objection> Objections,
    ImmutableDictionary<(PairingSide Side, string Owner), PairingProfile> Profiles,
    ImmutableArray<StandingPair> Standing,
    DateOnly Today)
{
    /// <summary>The sheet that one side handed in; null where it has not.</summary>
    public WishSheet? HandedIn(PairingSide side, string owner) => Sheets.FirstOrDefault(sheet => sheet.Side == side && sheet.Owner == owner && sheet.IsSubmitted);

    /// <summary>What one side tells of itself; a blank one where it tells nothing.</summary>
    public PairingProfile ProfileOf(PairingSide side, string owner) => Profiles.GetValueOrDefault((side, owner)) ?? PairingProfile.Blank(side, owner);

    /// <summary>How many villages a firm takes.</summary>
    public int RoomOf(Firm firm) => RoundTask.CapacityOf(firm, Round.Rules, HandedIn(PairingSide.Firm, firm.Id));

    /// <summary>The villages whose adviser the proposal changes, with who it is today; none where it leaves them without one, or they had none.</summary>
    public IEnumerable<(string Village, string? Before, string? After)> Changes()
    {
        var standing = Standing.ToDictionary(pair => pair.Village, pair => pair.Firm, StringComparer.Ordinal);
        var proposed = (Round.Proposal?.Pairs ?? []).ToDictionary(pair => pair.Village, pair => pair.Firm, StringComparer.Ordinal);
        return standing.Keys.Union(proposed.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(village => (village, standing.GetValueOrDefault(village), proposed.GetValueOrDefault(village)))
            .Where(change => change.Item2 != change.Item3);
    }

    /// <summary>The units of one side that have handed in nothing.</summary>
    public IEnumerable<(string Id, string Name)> Missing(PairingSide side)
    {
        var done = Sheets.Where(sheet => sheet.Side == side && sheet.IsSubmitted).Select(sheet => sheet.Owner).ToHashSet(StringComparer.Ordinal);
        return Units(side).Where(unit => !done.Contains(unit.Id));
    }

    /// <summary>All that take part on one side.</summary>
    public IEnumerable<(string Id, string Name)> Units(PairingSide side) => side == PairingSide.Village
        ? Network.Villages.Select(village => (village.Code.Digits, village.Name))
        : Network.Firms.Select(firm => (firm.Id, firm.Name));

    /// <summary>The name of a firm, or its identifier where it is no longer there.</summary>
    public string FirmName(string id) => PairingWords.FirmName(Network, id);

    /// <summary>The name of a village with that of its county, or its code where it is no longer there.</summary>
    public string VillageName(string code) => AreaCode.TryParse(code, out var area) && Network.FindVillage(area) is { } village ? village.Name : code;

    /// <summary>The name of the county and township of a village.</summary>
    public string WhereOf(string code) => AreaCode.TryParse(code, out var area) ? PairingWords.WhereOf(Network, area) : "";
}
