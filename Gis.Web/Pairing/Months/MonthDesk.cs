using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Pairing.Month;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store.Pairing;
using Gis.Web.Finder.Hours;
using Gis.Web.Network;

namespace Gis.Web.Pairing.Months;

/// <summary>The months of firms with the villages that are paired with them, planned as they are asked for.</summary>
public sealed class MonthDesk(RoundStore rounds, WishStore wishes, CurrentNetwork current, CurrentCalendar calendar)
{
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<(Snapshot Of, WorkCalendar Days, string Asked), FirmMonth> planned = [];

    /// <summary>What a firm that does not say is taken to have for villages in a month: two days for each lawyer who goes. An assumption.</summary>
    public static MonthlyHours AssumedHours { get; } = new(16);

    /// <summary>The month of one firm; null where the network has none of that name.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs cannot be read.</exception>
    public async Task<FirmMonth?> Plan(string firm, Month month, CancellationToken cancel) => (await Plan(firm, [month], cancel)).FirstOrDefault();

    /// <summary>Some months of one firm, in their order; none where the network has none of that name.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs cannot be read.</exception>
    public Task<ImmutableArray<FirmMonth>> Plan(string firm, ImmutableArray<Month> months, CancellationToken cancel) =>
        Plan(months, current.Snapshot.Network.FindFirm(firm) is { } found ? [found] : [], cancel);

    /// <summary>The months of all firms that have a village in it.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs cannot be read.</exception>
    public async Task<ImmutableArray<FirmMonth>> PlanAll(Month month, CancellationToken cancel) =>
        [.. (await Plan([month], current.Snapshot.Network.Firms, cancel)).Where(each => each.Villages.Length + each.Unlocated.Length > 0)];

    /// <summary>The days from one on, in its month and the next, on which somebody is to come to a village.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs cannot be read.</exception>
    public async Task<ImmutableArray<AdviserDay>> ListDays(StandingPair pair, DateOnly from, CancellationToken cancel) =>
        [.. ListDays(await PlanAhead(pair.Firm, from, cancel), pair.Village, from)];

    /// <summary>The first day from one on, in its month or the next, on which somebody is to come to each of some villages; those nobody is planned to come to are left out.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs cannot be read.</exception>
    public async Task<ImmutableDictionary<AreaCode, AdviserDay>> ListNext(IReadOnlyCollection<AreaCode> villages, DateOnly from, CancellationToken cancel)
    {
        var (asked, pairs) = (villages.Select(village => village.Digits).ToHashSet(StringComparer.Ordinal), await rounds.ListPairsAsync(cancel));
        var standing = pairs.Where(pair => pair.Until is null && asked.Contains(pair.Village)).ToList();
        ImmutableArray<Firm> firms = [.. standing.Select(pair => current.Snapshot.Network.FindFirm(pair.Firm)).OfType<Firm>().Distinct()];
        if (firms.IsEmpty)
            return ImmutableDictionary<AreaCode, AdviserDay>.Empty;
        var months = (await Plan(Ahead(from), firms, pairs, cancel)).ToLookup(month => month.Firm.Id);
        return standing.SelectMany(pair => ListDays(months[pair.Firm], pair.Village, from).Take(1).Select(day => (Village: AreaCode.Parse(pair.Village), Day: day)))
            .ToImmutableDictionary(next => next.Village, next => next.Day);
    }

    /// <summary>The month of a day and the next, of one firm.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs cannot be read.</exception>
    public Task<ImmutableArray<FirmMonth>> PlanAhead(string firm, DateOnly day, CancellationToken cancel) => Plan(firm, Ahead(day), cancel);

    private static ImmutableArray<Month> Ahead(DateOnly day)
    {
        var month = new Month(day.Year, day.Month);
        return [month, month.Plus(1)];
    }

    private static IEnumerable<AdviserDay> ListDays(IEnumerable<FirmMonth> months, string village, DateOnly from) =>
        months.SelectMany(month => month.DaysAt(village).Select(day => month.Write(day.Day, day.Visit))).Where(day => day.Day >= from);

    private async Task<ImmutableArray<FirmMonth>> Plan(ImmutableArray<Month> months, ImmutableArray<Firm> firms, CancellationToken cancel) =>
        await Plan(months, firms, await rounds.ListPairsAsync(cancel), cancel);

    private async Task<ImmutableArray<FirmMonth>> Plan(ImmutableArray<Month> months, ImmutableArray<Firm> firms, ImmutableArray<StandingPair> pairs, CancellationToken cancel)
    {
        var (snapshot, profiles) = (current.Snapshot, await wishes.ListProfilesAsync(cancel));
        return
        [
            .. months.SelectMany(month =>
            {
                var villages = pairs.Where(pair => pair.Since <= month.LastDay && (pair.Until is not { } until || until >= month.LastDay))
                    .ToLookup(pair => pair.Firm, pair => AreaCode.TryParse(pair.Village, out var code) ? snapshot.Network.FindVillage(code) : null);
                return firms.AsParallel().AsOrdered().WithCancellation(cancel)
                    .Select(firm => Recall(snapshot, FirmAsked.Of(firm, month, [.. villages[firm.Id].OfType<Village>()], profiles), cancel));
            }),
        ];
    }

    // Whoever looks at a notice board asks for a firm's whole month: the same is planned once.
    private FirmMonth Recall(Snapshot snapshot, FirmAsked asked, CancellationToken cancel)
    {
        var days = calendar.Calendar;
        if (planned.TryGetValue((snapshot, days, asked.Written), out var known))
            return known;
        var month = Plan(snapshot, days, asked, cancel);
        if (month.Outcome is MonthOutcome.Cancelled)
            return month;
        if (planned.Count >= MostKept)
            planned.Clear();
        return planned[(snapshot, days, asked.Written)] = month;
    }

    private static FirmMonth Plan(Snapshot snapshot, WorkCalendar days, FirmAsked asked, CancellationToken cancel)
    {
        var firm = asked.Firm;
        ImmutableArray<Village> located = firm.Office is null ? [] : [.. asked.Villages.Where(village => village.Position is not null)];
        var planned = new FirmMonth(firm, asked.Month, located, [.. asked.Villages.Except(located)], asked.Hours is null);
        if (located.IsEmpty)
            return planned;
        var posts = Math.Min(firm.Lawyers, located.Length);
        var each = asked.Hours is { } told ? new MonthlyHours(told.Value / posts) : AssumedHours;
        ImmutableArray<TripEnd> places =
        [
            new(firm.Office!.At, snapshot.Network.BankOf(firm.County)), .. located.Select(village => new TripEnd(village.Position!.At, village.Bank)),
        ];
        var task = new MonthTask(
            [.. Enumerable.Range(1, posts).Select(number => new MonthAdviser($"{number}", each))],
            [.. located.Select((village, i) => asked.VillageOf(village, i))],
            snapshot.Travel.Between(TravelMode.Car, places, cancel),
            DutyRules.Plan2018,
            asked.Month)
        { Calendar = days };
        return planned with { Task = task, Outcome = MonthStudy.Plan(task, new MonthWatch(cancel)), Travel = task.Driving.Version };
    }
}

/// <summary>What a firm's month is planned from, beside the network.</summary>
/// <param name="Firm">The firm.</param>
/// <param name="Month">The month.</param>
/// <param name="Villages">The villages paired with it.</param>
/// <param name="Hours">The hours it says it has; none where it does not.</param>
/// <param name="Markets">The market days of its villages, in their order.</param>
internal sealed record FirmAsked(Firm Firm, Month Month, ImmutableArray<Village> Villages, MonthlyHours? Hours, ImmutableArray<ImmutableSortedSet<int>> Markets)
{
    /// <summary>All of it in words, to know the same question again over the same network.</summary>
    internal string Written { get; } = string.Join(
        '|', [Firm.Id, $"{Month}", Hours?.Value.ToString("R", CultureInfo.InvariantCulture) ?? "", .. Villages.Zip(Markets, (village, markets) => $"{village.Code} {string.Join(' ', markets)}")]);

    internal static FirmAsked Of(Firm firm, Month month, ImmutableArray<Village> villages, ImmutableDictionary<(PairingSide, string), PairingProfile> profiles) => new(
        firm,
        month,
        villages,
        profiles.GetValueOrDefault((PairingSide.Firm, firm.Id))?.Hours,
        [.. villages.Select(village => profiles.GetValueOrDefault((PairingSide.Village, village.Code.Digits))?.MarketDays ?? [])]);

    // A firm's lectures are spread over the three months of a quarter.
    internal MonthVillage VillageOf(Village village, int place) => new(village.Code.Digits)
    {
        MarketDays = Markets[Villages.IndexOf(village)],
        HasLecture = place % 3 == (Month.Number - 1) % 3,
    };
}

/// <summary>The month of a firm with its villages.</summary>
/// <param name="Firm">The firm.</param>
/// <param name="Month">The month.</param>
/// <param name="Villages">The villages planned for.</param>
/// <param name="Unlocated">Those that cannot be, as they or the office have no position.</param>
/// <param name="AreHoursAssumed">Whether the firm has not said how many hours it has.</param>
public sealed record FirmMonth(Firm Firm, Month Month, ImmutableArray<Village> Villages, ImmutableArray<Village> Unlocated, bool AreHoursAssumed)
{
    /// <summary>What was asked; null where there is no village to plan for.</summary>
    public MonthTask? Task { get; init; }

    /// <summary>How it ended; null where there is no village to plan for.</summary>
    public MonthOutcome? Outcome { get; init; }

    /// <summary>Names how the trips were come by.</summary>
    public string Travel { get; init; } = "";

    /// <summary>The plan, if there is one.</summary>
    public MonthPlan? Plan => (Outcome as MonthOutcome.Planned)?.Plan;

    /// <summary>The name of a village.</summary>
    public string NameOf(string code) => Villages.FirstOrDefault(village => village.Code.Digits == code)?.Name ?? code;

    /// <summary>The days on which somebody comes to a village, in order.</summary>
    public IEnumerable<(DateOnly Day, MonthVisit Visit)> DaysAt(string village) =>
        (Plan?.Advisers ?? []).SelectMany(adviser => adviser.Days).SelectMany(day => day.Visits.Where(visit => visit.Village == village).Select(visit => (day.Day, visit))).OrderBy(each => each.Day);

    internal AdviserDay Write(DateOnly day, MonthVisit visit) => new(day, ClockOf(visit.Arrival), ClockOf(visit.Leaving), visit.HasLecture);

    /// <summary>A moment of a day, from what was counted since setting out.</summary>
    public TimeOnly ClockOf(Minutes since) => Task!.Rules.SetOut.AddMinutes(Math.Round(since.Value));
}

/// <summary>A day on which the adviser is to be in a village.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">When the adviser comes.</param>
/// <param name="To">When the adviser leaves.</param>
/// <param name="HasLecture">Whether there is a lecture on the law.</param>
public readonly record struct AdviserDay(DateOnly Day, TimeOnly From, TimeOnly To, bool HasLecture);
