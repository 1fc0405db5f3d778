using System.Collections.Immutable;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Voice;
using Gis.Web.Accounts;
using Gis.Web.Finder.Hours;
using Gis.Web.Network;

namespace Gis.Web.Finder.Voice;

/// <summary>Takes in what people tell, hands it to its bureau, and does what officers ask.</summary>
public sealed class VoiceDesk(VoiceStore voices, VoiceTerms terms, Repeats repeats, CurrentNetwork current, CurrentCalendar calendar, TimeProvider clock)
{
    /// <summary>By when messages are answered and contacts are erased.</summary>
    public VoiceTerms Terms => terms;

    /// <summary>The day it is in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    private AreaCode City => current.Snapshot.Network.City.Code;

    /// <summary>Takes in what somebody told; what the household told before gets the number it had.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<VoiceNumber> Receive(VoiceSaid said, ServicePoint? point, string household)
    {
        string[] all = [household, said.Kind.Written(), point?.Id.ToString() ?? "", said.About?.Written() ?? "", said.Words, said.Contact, said.Rating?.ToString() ?? ""];
        // Whoever goes away after pressing has told it all the same.
        return repeats.Once(all, () => voices.ReceiveAsync(Draft(said, point), said.Contact, City.Digits, clock.GetUtcNow()));
    }

    /// <summary>A message with the tag of this version of it; null where there is none.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<(VoiceMessage Message, string Tag)?> Find(VoiceNumber number, CancellationToken cancel) => voices.FindAsync(number, cancel);

    /// <summary>The messages that somebody deals with, in some states: a county officer's own, of one bureau or of all a planner's.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public Task<ImmutableArray<VoiceMessage>> List(SignedIn who, AreaCode? bureau, IReadOnlyCollection<VoiceState> states, CancellationToken cancel) =>
        voices.ListAsync(OwnOf(who) ?? bureau, states, cancel);

    /// <summary>How the person can be reached, where this officer has taken the message up.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public Task<string?> FindContact(SignedIn who, VoiceNumber number, CancellationToken cancel) => voices.FindContactAsync(number, who.Id, cancel);

    /// <summary>Leads a message on; false where somebody else changed it meanwhile, or the act is not to be done now.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> Step(SignedIn who, VoiceNumber number, VoiceStep step, string seen, CancellationToken cancel) =>
        voices.StepAsync(number, step, seen, Today, new AccountOrder(who.Id, "", City.Digits, clock.GetUtcNow()), cancel);

    /// <summary>Whether somebody deals with a message.</summary>
    public static bool May(SignedIn who, VoiceMessage message) => OwnOf(who) is not { } own || own == message.Bureau;

    /// <summary>The bureau of a county officer; none of a planner, who deals with all.</summary>
    public static AreaCode? OwnOf(SignedIn who) => who.Role == AccountRole.Planner ? null : AreaCode.Parse(who.Scope);

    private VoiceMessage Draft(VoiceSaid said, ServicePoint? point)
    {
        var state = VoiceSteps.Begin(said.Kind, said.Words);
        return new VoiceMessage(default, said.Kind, point?.Id, VoiceSteps.BureauFor(said.Kind, point, City), said.Words, Today, state)
        {
            About = said.About,
            Rating = said.Rating,
            DueOn = terms.DueOn(said.Kind, Today, calendar.Calendar),
            IsHeld = VoiceWords.IsHeld(said.Words),
            ClosedOn = state == VoiceState.Closed ? Today : null,
        };
    }
}
