using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Pairing;

/// <summary>The rounds of two-way choice and the pairs that came of them. Every step of a round is in the log.</summary>
public sealed class RoundStore(GisStore store)
{
    private const string Kind = "round";
    private const int IdLength = 8;

    /// <summary>Every round, the newest first.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<Round>> ListAsync(CancellationToken cancellation = default) => store.ReadAsync(
        "The rounds",
        async context => (await context.Rounds.AsNoTracking().OrderByDescending(row => row.Fid).ToListAsync(cancellation)).Select(Read).ToImmutableArray());

    /// <summary>One round; null where there is none of that name.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<Round?> FindAsync(string id, CancellationToken cancellation = default) => store.ReadAsync(
        "The round",
        async context => await context.Rounds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? Read(row) : null);

    /// <summary>Opens a round; null where another is not over yet, as one village cannot choose in two.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<Round?> OpenAsync(string name, RoundRules rules, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await context.Rounds.AnyAsync(row => row.State != RoundState.Published && row.State != RoundState.Withdrawn, cancellation))
                return null;
            var row = new RoundRow
            {
                CityCode = order.City,
                Id = LinkText.New(IdLength),
                Name = name,
                OpensOn = rules.OpensOn,
                ClosesOn = rules.ClosesOn,
                ObjectByOn = rules.ObjectBy,
                Mode = rules.Mode,
                LimitMinutes = rules.Limit.Value,
                Aim = rules.Aim,
                VillagesPerLawyer = rules.VillagesPerLawyer,
                ServesAll = rules.ServeAll,
                Seed = unchecked((long)rules.Seed),
                MadeUtc = order.Now,
            };
            context.Add(row);
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, "round.open", $"{Kind}:{row.Id}", null, cancellation);
            return Read(row);
        },
        cancellation);

    /// <summary>Leads a round to its next state, with the proposal where there is a new one.</summary>
    /// <param name="round">The round as it was seen.</param>
    /// <param name="act">What is done.</param>
    /// <param name="next">The state it comes to.</param>
    /// <param name="proposal">The pairing proposed; null leaves the one before.</param>
    /// <param name="order">Who does it and why.</param>
    /// <param name="today">The day on which it is done: pairs published stand from it on.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>False where somebody else has led it on meanwhile; nothing is changed then.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> StepAsync(
        Round round, RoundAct act, RoundState next, RoundProposal? proposal, AccountOrder order, DateOnly today, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var row = await context.Rounds.SingleOrDefaultAsync(row => row.Id == round.Id, cancellation);
            var seen = round.Proposal is { } before ? ProposalText.Write(before) : null;
            if (row is null || row.State != round.State || row.Proposal != seen)
                return false;
            row.State = next;
            if (proposal is not null)
                (row.Proposal, row.ObjectByOn) = (ProposalText.Write(proposal), round.Rules.ProposedOn(today).ObjectBy);
            if (act == RoundAct.Publish)
                await StandAsync(context, row.CityCode, round, today, cancellation);
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, $"round.{act.Written()}", $"{Kind}:{row.Id}", null, cancellation);
            return true;
        },
        cancellation);

    /// <summary>The pairs that stand, or stood, in order of village and of their first day.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<StandingPair>> ListPairsAsync(CancellationToken cancellation = default) => store.ReadAsync(
        "The pairs",
        async context => (await context.StandingPairs.AsNoTracking().OrderBy(row => row.VillageCode).ThenBy(row => row.SinceOn).ThenBy(row => row.Fid).ToListAsync(cancellation))
            .Select(Read).ToImmutableArray());

    /// <summary>The pair of a village that stands; null where it has none.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<StandingPair?> FindPairAsync(AreaCode village, CancellationToken cancellation = default) => store.ReadAsync(
        "The pair",
        async context =>
        {
            var code = village.Digits;
            return await context.StandingPairs.AsNoTracking().Where(row => row.VillageCode == code && row.UntilOn == null)
                .OrderBy(row => row.SinceOn).ThenBy(row => row.Fid).FirstOrDefaultAsync(cancellation) is { } row ? Read(row) : null;
        });

    // A pair goes on from the round that began it; whoever is paired anew, or not at all, leaves the pair before on the day before.
    private static async Task StandAsync(GisDbContext context, string city, Round round, DateOnly today, CancellationToken cancellation)
    {
        var pairs = (round.Proposal?.Pairs ?? []).ToDictionary(pair => pair.Village, pair => pair.Firm, StringComparer.Ordinal);
        foreach (var row in await context.StandingPairs.Where(row => row.UntilOn == null).ToListAsync(cancellation))
        {
            if (pairs.GetValueOrDefault(row.VillageCode) == row.FirmId)
                pairs.Remove(row.VillageCode);
            else if (row.SinceOn >= today)
                context.Remove(row);
            else
                row.UntilOn = today.AddDays(-1);
        }

        foreach (var (village, firm) in pairs)
            context.Add(new StandingPairRow { CityCode = city, VillageCode = village, FirmId = firm, RoundId = round.Id, SinceOn = today });
    }

    private static StandingPair Read(StandingPairRow row) => new(row.VillageCode, row.FirmId, row.RoundId, row.SinceOn, row.UntilOn);

    private static Round Read(RoundRow row) => new(
        row.Id,
        row.Name,
        row.State,
        new RoundRules(
            row.OpensOn, row.ClosesOn, row.ObjectByOn, row.Mode, new Minutes(row.LimitMinutes), row.Aim, row.VillagesPerLawyer, row.ServesAll, unchecked((ulong)row.Seed)),
        row.Proposal is { } text ? ProposalText.Read(text) : null);
}
