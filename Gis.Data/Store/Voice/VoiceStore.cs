using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.Voice;

/// <summary>
/// What people told the bureau. The log says by number that a message came and what was done with it; words, answers and contacts
/// are not in it, as nothing can be taken out of it and they may name somebody.
/// </summary>
public sealed class VoiceStore(GisStore store)
{
    private const string Kind = "voice";

    /// <summary>Keeps a message under a number that nobody can guess.</summary>
    /// <param name="message">The message; its number is drawn here, whatever it has.</param>
    /// <param name="contact">How the person can be reached; empty where that was not told.</param>
    /// <param name="city">The code of the city.</param>
    /// <param name="now">When it came.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The number.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<VoiceNumber> ReceiveAsync(VoiceMessage message, string contact, string city, DateTimeOffset now, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            var number = VoiceNumber.Of(RandomNumberGenerator.GetString(VoiceNumber.Letters, VoiceNumber.Drawn));
            var row = VoiceText.RowOf(message with { Number = number }, city, now);
            context.Add(row);
            if (contact.Length > 0)
                context.Add(new VoiceContactRow { CityCode = city, Number = row.Number, Contact = contact });
            await context.SaveChangesAsync(cancellation);
            await WriteAsync(context, "voice.receive", row, null, new AccountOrder(null, "", city, now), cancellation);
            return number;
        },
        cancellation);

    /// <summary>A message with the tag of this version of it; null where there is none of the number.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<(VoiceMessage Message, string Tag)?> FindAsync(VoiceNumber number, CancellationToken cancellation = default) => store.ReadNowAsync(
        "The message",
        async context => await Seek(context, number).AsNoTracking().SingleOrDefaultAsync(cancellation) is { } row ? (VoiceText.Read(row), TagOf(row)) : ((VoiceMessage, string)?)null);

    /// <summary>The messages in some states, of one bureau or of all, in the order of a queue.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<VoiceMessage>> ListAsync(AreaCode? bureau, IReadOnlyCollection<VoiceState> states, CancellationToken cancellation = default) => store.ReadNowAsync(
        "The messages",
        async context =>
        {
            var rows = context.Voices.AsNoTracking().Where(row => states.Contains(row.State));
            if (bureau?.Digits is { } code)
                rows = rows.Where(row => row.BureauCode == code);
            return VoiceMessage.InOrder((await rows.ToListAsync(cancellation)).Select(VoiceText.Read)).ToImmutableArray();
        });

    /// <summary>The ratings that count, since a day, that day included; of one point or of all.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ILookup<PointId, Rating>> ListRatingsAsync(DateOnly since, PointId? point = null, CancellationToken cancellation = default) => store.ReadAsync(
        "The ratings",
        async context =>
        {
            var rows = context.Voices.AsNoTracking().Where(row => row.Kind == VoiceKind.Rating && !row.IsHeld && row.PointId != null && row.ReceivedOn >= since);
            if (point?.ToString() is { } id)
                rows = rows.Where(row => row.PointId == id);
            return (await rows.ToListAsync(cancellation)).Select(VoiceText.Read).ToLookup(message => message.Point!.Value, message => message.Rating!);
        });

    /// <summary>How the person can be reached, for the account that took the message up and no other; null where that was not told, or is erased.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<string?> FindContactAsync(VoiceNumber number, string handlerId, CancellationToken cancellation = default) => store.ReadNowAsync(
        "The contact",
        async context => await Seek(context, number).AnyAsync(row => row.HandlerId == handlerId, cancellation)
            ? await context.VoiceContacts.AsNoTracking().Where(row => row.Number == number.ToString()).Select(row => row.Contact).SingleOrDefaultAsync(cancellation)
            : null);

    /// <summary>Leads a message on by one act.</summary>
    /// <param name="number">The message.</param>
    /// <param name="step">What is done.</param>
    /// <param name="seen">The tag of the version that whoever does it saw.</param>
    /// <param name="today">The day.</param>
    /// <param name="order">Who does it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>False where somebody else changed it meanwhile, or the act is not to be done now; nothing is changed then.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> StepAsync(VoiceNumber number, VoiceStep step, string seen, DateOnly today, AccountOrder order, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            if (await Seek(context, number).SingleOrDefaultAsync(cancellation) is not { } row || TagOf(row) != seen || VoiceSteps.After(VoiceText.Read(row), step.Act) is not { } state)
                return false;
            var before = Describe(row);
            Apply(row, step, today, order);
            // Two steps within the stored precision of time are still two versions.
            var later = row.ChangedUtc.AddMilliseconds(1);
            (row.State, row.ChangedUtc) = (state, order.Now > later ? order.Now : later);
            await context.SaveChangesAsync(cancellation);
            await WriteAsync(context, $"voice.{step.Act.Written()}", row, before, order, cancellation);
            return true;
        },
        cancellation);

    /// <summary>Erases the contacts of messages that were closed long enough ago.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<int> PurgeAsync(VoiceTerms terms, DateOnly today, CancellationToken cancellation = default) => store.WriteAsync(
        async context =>
        {
            // Overwritten, not only unlinked: nothing of them is left in the file.
            await context.OverwriteErasedAsync(cancellation);
            var closed = await context.Voices.Where(row => row.ClosedOn != null && context.VoiceContacts.Any(contact => contact.Number == row.Number))
                .Select(row => new { row.Number, row.ClosedOn }).ToListAsync(cancellation);
            var past = closed.Where(each => terms.IsContactPast(each.ClosedOn!.Value, today)).Select(each => each.Number).ToList();
            return await context.VoiceContacts.Where(row => past.Contains(row.Number)).ExecuteDeleteAsync(cancellation);
        },
        cancellation);

    private static void Apply(VoiceRow row, VoiceStep step, DateOnly today, AccountOrder order)
    {
        switch (step.Act)
        {
            case VoiceAct.TakeUp:
                row.HandlerId = order.AuthorId;
                break;
            case VoiceAct.Answer:
                (row.Answer, row.AnsweredOn) = (step.Words, today);
                break;
            case VoiceAct.Forward:
                (row.BureauCode, row.HandlerId) = (step.To!.Value.Digits, null);
                break;
            case VoiceAct.Close:
                row.ClosedOn = today;
                break;
            case VoiceAct.Reopen:
                (row.ClosedOn, row.HandlerId) = (null, order.AuthorId);
                break;
            case VoiceAct.Release:
                row.IsHeld = false;
                break;
            default:
                row.Note = step.Words;
                break;
        }
    }

    private static IQueryable<VoiceRow> Seek(GisDbContext context, VoiceNumber number)
    {
        var text = number.ToString();
        return context.Voices.Where(row => row.Number == text);
    }

    private static string TagOf(VoiceRow row) => row.ChangedUtc.ToUnixTimeMilliseconds().ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    private static Task WriteAsync(GisDbContext context, string command, VoiceRow row, string? before, AccountOrder order, CancellationToken cancellation) =>
        order.WriteAsync(context, command, $"{Kind}:{row.Number}", new RecordText(Kind, row.Number, before, Describe(row)), cancellation);

    private static string Describe(VoiceRow row) => JsonSerializer.Serialize(new
    {
        kind = row.Kind.Written(),
        point = row.PointId,
        bureau = row.BureauCode,
        state = row.State.Written(),
        held = row.IsHeld,
        due = row.DueOn,
    });
}

/// <summary>One act on a message, with what it takes.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Words">The answer, or the note.</param>
/// <param name="To">The bureau that it is forwarded to.</param>
public sealed record VoiceStep(VoiceAct Act, string Words = "", AreaCode? To = null);
