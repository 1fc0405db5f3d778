using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Units;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Pairing;

/// <summary>
/// What both sides wish in a round, tell of themselves, and say against what was proposed. The log says who handed in what and
/// when; the words of an objection are not in it, as nothing can be taken out of the log and they may name somebody.
/// </summary>
public sealed class WishStore(GisStore store)
{
    /// <summary>Every sheet of a round, drafts among them.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<WishSheet>> ListAsync(string round, CancellationToken cancellation = default) => store.ReadAsync(
        "The wishes",
        async context => (await context.Wishes.AsNoTracking().Where(row => row.RoundId == round).OrderBy(row => row.Fid).ToListAsync(cancellation)).Select(Read).ToImmutableArray());

    /// <summary>The sheet of one side, blank where it has written none, with a tag that names this version of it.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<(WishSheet Sheet, string Tag)> FindAsync(string round, PairingSide side, string owner, CancellationToken cancellation = default) => store.ReadAsync(
        "The wishes",
        async context => await Seek(context, round, side, owner).AsNoTracking().SingleOrDefaultAsync(cancellation) is { } row
            ? (Read(row), TagOf(row))
            : (WishSheet.Blank(side, owner), ""));

    /// <summary>Keeps a sheet, as a draft or handed in.</summary>
    /// <param name="round">The round.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="seen">The tag of the version that whoever wrote it saw; null to take the place of any.</param>
    /// <param name="order">Who writes it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>False where somebody else changed it meanwhile, or the round is no longer open; nothing is kept then.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> KeepAsync(string round, WishSheet sheet, string? seen, AccountOrder order, CancellationToken cancellation = default) =>
        KeepAllAsync(round, [(sheet, seen)], order, cancellation);

    /// <summary>Keeps several sheets; all of them or none.</summary>
    /// <exception cref="StoreException">They cannot be saved.</exception>
    public Task<bool> KeepAllAsync(
        string round, IReadOnlyList<(WishSheet Sheet, string? Seen)> sheets, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (!await context.Rounds.AnyAsync(row => row.Id == round && row.State == RoundState.Open, cancellation))
                return false;
            var records = new List<RecordText>();
            foreach (var (sheet, seen) in sheets)
            {
                var row = await Seek(context, round, sheet.Side, sheet.Owner).SingleOrDefaultAsync(cancellation);
                if (seen is not null && seen != (row is null ? "" : TagOf(row)))
                    return false;
                records.Add(new RecordText("wishes", $"{round}/{sheet.Side.Written()}/{sheet.Owner}", row?.Wishes, ProposalText.Write(sheet.Wishes)));
                if (row is null)
                    context.Add(row = new WishRow { CityCode = order.City, RoundId = round, Side = sheet.Side, Owner = sheet.Owner, Wishes = "", AuthorId = "" });
                (row.Wishes, row.Capacity, row.IsSubmitted) = (ProposalText.Write(sheet.Wishes), sheet.Capacity, sheet.IsSubmitted);
                (row.ChangedUtc, row.AuthorId) = (order.Now, order.AuthorId!);
            }

            await context.SaveChangesAsync(cancellation);
            if (sheets.Any(each => each.Sheet.IsSubmitted))
                await LogChain.AppendAsync(context, new LogEntry("wishes.submit", $"round:{round}", order.Reason) { AuthorId = order.AuthorId, Records = [.. records] }, order.City, order.Now, cancellation);
            return true;
        },
        cancellation);

    /// <summary>
    /// Sets how many villages a firm takes, whatever it said, once the wishes are in. Where it handed in nothing it has no opinion
    /// beside; a draft was not handed in.
    /// </summary>
    /// <returns>False where wishes may still be written, or the round is called off.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> SetRoomAsync(string round, string firm, int villages, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (!await context.Rounds.AnyAsync(row => row.Id == round && row.State != RoundState.Open && row.State != RoundState.Withdrawn, cancellation))
                return false;
            var row = await Seek(context, round, PairingSide.Firm, firm).SingleOrDefaultAsync(cancellation);
            if (row is null)
                context.Add(row = new WishRow { CityCode = order.City, RoundId = round, Side = PairingSide.Firm, Owner = firm, Wishes = "", AuthorId = "" });
            if (!row.IsSubmitted)
                (row.Wishes, row.IsSubmitted) = (ProposalText.Write(WishList.Open), true);
            (row.Capacity, row.ChangedUtc, row.AuthorId) = (villages, order.Now, order.AuthorId!);
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, "round.room", $"firm:{firm}", null, cancellation);
            return true;
        },
        cancellation);

    /// <summary>The objections of a round, in the order in which they were made.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<Objection>> ListObjectionsAsync(string round, CancellationToken cancellation = default) => store.ReadAsync(
        "The objections",
        async context => (await context.Objections.AsNoTracking().Where(row => row.RoundId == round).OrderBy(row => row.Fid).ToListAsync(cancellation))
            .Select(row => new Objection(row.Fid, row.Side, row.VillageCode, row.FirmId, row.Reason, row.State, row.Answer)).ToImmutableArray());

    /// <summary>Objects to a pair that was proposed; one that the side has not had answered yet takes its place.</summary>
    /// <returns>False where nothing is proposed in the round by now.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> ObjectAsync(string round, Objection objection, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (!await context.Rounds.AnyAsync(row => row.Id == round && row.State == RoundState.Proposed, cancellation))
                return false;
            var row = await context.Objections.SingleOrDefaultAsync(
                row => row.RoundId == round && row.Side == objection.Side && row.VillageCode == objection.Village && row.FirmId == objection.Firm && row.State == ObjectionState.Open,
                cancellation);
            if (row is null)
            {
                context.Add(row = new ObjectionRow
                {
                    CityCode = order.City,
                    RoundId = round,
                    Side = objection.Side,
                    VillageCode = objection.Village,
                    FirmId = objection.Firm,
                    Reason = objection.Reason,
                    Answer = "",
                    MadeUtc = order.Now,
                    AuthorId = order.AuthorId!,
                });
            }

            row.Reason = objection.Reason;
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, "objection.make", $"objection:{row.Fid}", null, cancellation);
            return true;
        },
        cancellation);

    /// <summary>Answers an objection.</summary>
    /// <returns>False where there is none that waits for an answer.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> AnswerAsync(string round, long objection, ObjectionState state, string answer, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await context.Objections.SingleOrDefaultAsync(row => row.Fid == objection && row.RoundId == round, cancellation) is not { State: ObjectionState.Open } row)
                return false;
            (row.State, row.Answer) = (state, answer);
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, $"objection.{state.Written()}", $"objection:{row.Fid}", null, cancellation);
            return true;
        },
        cancellation);

    /// <summary>What the sides tell of themselves; who tells nothing is not among them.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<ImmutableDictionary<(PairingSide Side, string Owner), PairingProfile>> ListProfilesAsync(CancellationToken cancellation = default) => store.ReadAsync(
        "What villages and firms tell of themselves",
        async context => (await context.Profiles.AsNoTracking().ToListAsync(cancellation)).Select(Read).ToImmutableDictionary(profile => (profile.Side, profile.Owner)));

    /// <summary>Keeps what one side tells of itself.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task TellAsync(PairingProfile profile, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var row = await context.Profiles.SingleOrDefaultAsync(row => row.Side == profile.Side && row.Owner == profile.Owner, cancellation);
            if (row is null)
                context.Add(row = new ProfileRow { CityCode = order.City, Side = profile.Side, Owner = profile.Owner, Fields = "", MarketDays = "", GroupLink = "", Note = "" });
            row.Fields = string.Join(' ', profile.Fields.Select(field => field.Written()));
            row.MarketDays = string.Join(' ', profile.MarketDays);
            (row.HoursAMonth, row.GroupLink, row.Note) = (profile.Hours?.Value, profile.GroupLink, profile.Note);
            await context.SaveChangesAsync(cancellation);
            await order.WriteAsync(context, "profile.change", $"{profile.Side.Written()}:{profile.Owner}", null, cancellation);
            return true;
        },
        cancellation);

    private static IQueryable<WishRow> Seek(GisDbContext context, string round, PairingSide side, string owner) =>
        context.Wishes.Where(row => row.RoundId == round && row.Side == side && row.Owner == owner);

    private static WishSheet Read(WishRow row) => new(row.Side, row.Owner, ProposalText.ReadWishes(row.Wishes), row.Capacity, row.IsSubmitted);

    private static string TagOf(WishRow row) => row.ChangedUtc.UtcTicks.ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    private static PairingProfile Read(ProfileRow row)
    {
        try
        {
            return new PairingProfile(
                row.Side,
                row.Owner,
                [.. Split(row.Fields).Select(field => WrittenName.TryRead<LegalField>(field, out var read) ? read : throw new FormatException($"'{field}' is no field"))],
                [.. Split(row.MarketDays).Select(day => int.Parse(day, System.Globalization.CultureInfo.InvariantCulture))],
                row.HoursAMonth is { } hours ? new MonthlyHours(hours) : null,
                row.Note)
            { GroupLink = row.GroupLink };
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException)
        {
            throw new StoreException($"What {row.Owner} tells of itself cannot be read: {fault.Message}", fault);
        }
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
