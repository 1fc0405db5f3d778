using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;
using Gis.Core.Units;
using Gis.Data.Store;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.Progress;
using Gis.Web.Accounts;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Progress.Acceptance;

/// <summary>Reads the acceptance as it stands and does what the levels ask; what is handed in is served from then on.</summary>
public sealed class AcceptanceDesk(AcceptanceStore sheets, BureauSettings settings, StandardSet standards, YearDesk year, CurrentNetwork current)
{
    private const string WeightsName = "acceptance.weights";

    /// <summary>What is asked.</summary>
    public StandardSet Standards => standards;

    /// <summary>The day it is in China.</summary>
    public DateOnly Today => year.Today;

    /// <summary>The bureau's weights; null while it has set none.</summary>
    /// <exception cref="StoreException">They cannot be read.</exception>
    public async Task<Weights?> FindWeights(CancellationToken cancel) => (await settings.ReadAsync<WeightsText>(WeightsName, cancel))?.Read();

    /// <summary>Sets them.</summary>
    /// <exception cref="StoreException">They cannot be saved.</exception>
    public Task KeepWeights(Weights weights, SignedIn who, string reason, CancellationToken cancel) =>
        settings.KeepAsync(WeightsName, WeightsText.Of(weights), year.Order(who, reason), cancel);

    /// <summary>The whole acceptance as it stands.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async Task<AcceptanceState> Read(CancellationToken cancel)
    {
        var network = current.Snapshot.Network;
        var saved = await sheets.ListAsync(cancel);
        var weights = await FindWeights(cancel);
        return new AcceptanceState(
            network,
            new AcceptanceBoard(network, saved.Select(each => each.Sheet), standards, weights ?? Weights.Default, Today),
            saved.Where(each => each.Tag.Length > 0).ToLookup(each => (each.Sheet.Point, each.Sheet.Level)),
            weights is not null);
    }

    /// <summary>Keeps a draft; false where somebody else changed it meanwhile.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public Task<bool> Keep(SignedIn who, Assessment sheet, string seen, CancellationToken cancel) => sheets.KeepAsync(sheet, seen, year.Order(who, ""), cancel);

    /// <summary>Hands in sheets that <see cref="AcceptanceSteps.Take"/> lets pass: all of them, or none.</summary>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task<HandInOutcome> HandIn(SignedIn who, AcceptanceAct act, ImmutableArray<(PointAcceptance Point, Assessment Sheet, string Seen, StepOutcome.Taken Taken)> all, CancellationToken cancel)
    {
        // Only what is returned is due, whatever its draft says.
        var steps = all.Select(each => new AcceptanceStep(
            each.Point.Point,
            each.Taken.Stage,
            each.Sheet with { State = each.Taken.State, Due = act == AcceptanceAct.Return ? each.Sheet.Due : null },
            each.Seen,
            SourceOf(each.Sheet.Level, act)));
        var outcome = await sheets.HandInAsync([.. steps], act, year.Order(who, ReasonFor(act, all)), Today, cancel);
        if (outcome is HandInOutcome.Done { Saved: var saved })
            current.Serve(saved.Version, saved.Network);
        return outcome;
    }

    /// <summary>Whether somebody may fill in a level's sheet on a point: an officer those of the own county, a planner those of city and region.</summary>
    public static bool May(SignedIn who, AcceptanceLevel level, ServicePoint point) => level == AcceptanceLevel.County
        ? who.Role == AccountRole.CountyOfficer && Rights.MayEdit(who, point.Area)
        : who.Role == AccountRole.Planner;

    // The data are Chinese, whatever the language of whoever enters them.
    private static string SourceOf(AcceptanceLevel level, AcceptanceAct act) => (level, act) switch
    {
        (AcceptanceLevel.County, _) => "县(市)区司法局申报",
        (AcceptanceLevel.City, AcceptanceAct.Return) => "市司法局退回整改",
        (AcceptanceLevel.City, _) => "市司法局验收",
        (_, AcceptanceAct.Return) => "自治区司法厅退回整改",
        _ => "自治区司法厅验收",
    };

    // No word of the note: nothing can be taken out of the log, and a note may name somebody.
    private static string ReasonFor(AcceptanceAct act, ImmutableArray<(PointAcceptance Point, Assessment Sheet, string Seen, StepOutcome.Taken Taken)> all) => (act, all) switch
    {
        (AcceptanceAct.Return, [var one]) => $"整改:{AcceptanceWords.Codes(one.Sheet.ItemsOf(one.Point.Asked))},期限 {Wording.Day(one.Sheet.Due!.Value)}",
        (_, [var one]) => $"得分 {one.Point.ScoreOf(one.Sheet).Total}",
        _ => $"{all.Length} 个服务点",
    };
}

/// <summary>The acceptance as it stands.</summary>
/// <param name="Network">The network.</param>
/// <param name="Board">Its points and their sheets.</param>
/// <param name="Drafts">The drafts, by point and level.</param>
/// <param name="HasOwnWeights">Whether the bureau has set weights, or those of the program hold.</param>
public sealed record AcceptanceState(
    ServiceNetwork Network, AcceptanceBoard Board, ILookup<(PointId Point, AcceptanceLevel Level), SavedSheet> Drafts, bool HasOwnWeights)
{
    /// <summary>Names what the draft of a level says; empty where there is none.</summary>
    public string TagOf(PointId point, AcceptanceLevel level) => Drafts[(point, level)].LastOrDefault()?.Tag ?? "";
}

/// <summary>Weights as they are kept.</summary>
internal sealed record WeightsText(int Facilities, int Staff, int Work, double PassMark)
{
    internal static WeightsText Of(Weights weights) => new(weights.Facilities, weights.Staff, weights.Work, weights.PassMark.Value);

    internal Weights Read() => new(Facilities, Staff, Work, new Share(PassMark));
}
