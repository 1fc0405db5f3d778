using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Pairing.Month;
using Gis.Core.Pairing.Rounds;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Store.Pairing;
using Gis.Web.Network;

namespace Gis.Web.Pairing.Months;

/// <summary>The months of firms with the villages that are paired with them, planned as they are asked for.</summary>
public sealed class MonthDesk(RoundStore rounds, WishStore wishes, CurrentNetwork current)
{
    /// <summary>What a firm that does not say is taken to have for villages in a month: two days for each lawyer who goes. An assumption.</summary>
    public static MonthlyHours AssumedHours { get; } = new(16);

    /// <summary>The month of one firm; null where the network has none of that name.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs cannot be read.</exception>
    public async Task<FirmMonth?> Plan(string firm, Month month, CancellationToken cancel) =>
        (await Plan(month, each => each.Id == firm, cancel)).FirstOrDefault();

    /// <summary>The months of all firms that have a village in it.</summary>
    /// <exception cref="Gis.Data.Store.StoreException">The pairs cannot be read.</exception>
    public async Task<ImmutableArray<FirmMonth>> PlanAll(Month month, CancellationToken cancel) =>
        [.. (await Plan(month, _ => true, cancel)).Where(each => each.Villages.Length + each.Unlocated.Length > 0)];

    private async Task<ImmutableArray<FirmMonth>> Plan(Month month, Func<Firm, bool> of, CancellationToken cancel)
    {
        var (snapshot, profiles) = (current.Snapshot, await wishes.ListProfilesAsync(cancel));
        var villages = (await rounds.ListPairsAsync(cancel)).Where(pair => pair.Since <= month.LastDay && (pair.Until is not { } until || until >= month.LastDay))
            .ToLookup(pair => pair.Firm, pair => AreaCode.TryParse(pair.Village, out var code) ? snapshot.Network.FindVillage(code) : null);
        return
        [
            .. snapshot.Network.Firms.Where(of).AsParallel().AsOrdered().WithCancellation(cancel)
                .Select(firm => Plan(snapshot, firm, [.. villages[firm.Id].OfType<Village>()], month, profiles, cancel)),
        ];
    }

    private static FirmMonth Plan(
        Snapshot snapshot, Firm firm, ImmutableArray<Village> villages, Month month, ImmutableDictionary<(PairingSide, string), PairingProfile> profiles, CancellationToken cancel)
    {
        ImmutableArray<Village> located = firm.Office is null ? [] : [.. villages.Where(village => village.Position is not null)];
        var hours = profiles.GetValueOrDefault((PairingSide.Firm, firm.Id))?.Hours;
        var planned = new FirmMonth(firm, month, located, [.. villages.Except(located)], hours is null);
        if (located.IsEmpty)
            return planned;
        var posts = Math.Min(firm.Lawyers, located.Length);
        var each = hours is { } told ? new MonthlyHours(told.Value / posts) : AssumedHours;
        ImmutableArray<TripEnd> places =
        [
            new(firm.Office!.At, snapshot.Network.BankOf(firm.County)), .. located.Select(village => new TripEnd(village.Position!.At, village.Bank)),
        ];
        var task = new MonthTask(
            [.. Enumerable.Range(1, posts).Select(number => new MonthAdviser($"{number}", each))],
            [.. located.Select((village, i) => VillageOf(village, i, month, profiles))],
            snapshot.Travel.Between(TravelMode.Car, places, cancel),
            DutyRules.Plan2018,
            month);
        return planned with { Task = task, Outcome = MonthStudy.Plan(task, new MonthWatch(cancel)), Travel = task.Driving.Version };
    }

    // A firm's lectures are spread over the three months of a quarter.
    private static MonthVillage VillageOf(Village village, int place, Month month, ImmutableDictionary<(PairingSide, string), PairingProfile> profiles) => new(village.Code.Digits)
    {
        MarketDays = profiles.GetValueOrDefault((PairingSide.Village, village.Code.Digits))?.MarketDays ?? [],
        HasLecture = place % 3 == (month.Number - 1) % 3,
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

    /// <summary>A moment of a day, from what was counted since setting out.</summary>
    public TimeOnly ClockOf(Minutes since) => Task!.Rules.SetOut.AddMinutes(Math.Round(since.Value));
}
