using System.Collections.Immutable;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Web.Accounts;
using Gis.Web.Network;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gis.Web.Finder.Voice;

/// <summary>What people told, for the officers who deal with it: a county officer's own, a planner's all, what is due first.</summary>
[Authorize(Policy = Rights.Voice)]
public sealed class VoiceQueueModel(VoiceDesk desk, Visitor visitor, CurrentNetwork current) : PageModel
{
    /// <summary>The most messages that one page lists.</summary>
    public const int MostShown = 200;

    public ServiceNetwork Network { get; } = current.Snapshot.Network;

    /// <summary>Which messages are listed.</summary>
    public QueueShow Show { get; private set; }

    /// <summary>Those of this bureau alone; null for all.</summary>
    public AreaCode? Bureau { get; private set; }

    public ImmutableArray<VoiceMessage> Messages { get; private set; } = [];

    /// <summary>Whether the visitor chooses among bureaus.</summary>
    public bool MayChoose => VoiceDesk.OwnOf(visitor.Account!) is null;

    public DateOnly Today => desk.Today;

    public VoiceTerms Terms => desk.Terms;

    public int Overdue => Messages.Count(message => message.IsOverdue(Today));

    /// <summary>Whether a message was just handed to another bureau.</summary>
    public bool Forwarded { get; private set; }

    /// <summary>The bureaus: the city's and each county's.</summary>
    public IEnumerable<AreaCode> Bureaus => Network.Counties.Select(county => county.Code).Prepend(Network.City.Code);

    public async Task OnGetAsync(string? show, string? bureau, string? done, CancellationToken cancel)
    {
        Show = WrittenName.TryRead<QueueShow>(show, out var chosen) ? chosen : QueueShow.Open;
        Bureau = VoiceDesk.OwnOf(visitor.Account!) ?? (AreaCode.TryParse(bureau, out var code) && Bureaus.Contains(code) ? code : null);
        Forwarded = done == "forward";
        Messages = await desk.List(visitor.Account!, Bureau, StatesOf(Show), cancel);
    }

    /// <summary>The address of a choice.</summary>
    public string AddressOf(QueueShow show) => Url.Content("~/plan/voice") + QueryString.Create((KeyValuePair<string, string?>[])[new("show", show.Written()), new("bureau", MayChoose ? Bureau?.Digits : null)]);

    private static VoiceState[] StatesOf(QueueShow show) => show switch
    {
        QueueShow.Open => [.. Enum.GetValues<VoiceState>().Where(state => state.IsOpen())],
        QueueShow.Answered => [VoiceState.Answered],
        _ => [VoiceState.Closed],
    };
}

/// <summary>Which messages a queue lists.</summary>
public enum QueueShow
{
    /// <summary>Those that wait for an answer.</summary>
    Open,

    /// <summary>Those answered.</summary>
    Answered,

    /// <summary>Those closed.</summary>
    Closed,
}
