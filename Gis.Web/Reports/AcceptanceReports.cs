using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Core.Progress.Acceptance;
using Gis.Data;
using Gis.Data.Store.Progress;
using Gis.Web.Layout;
using Gis.Web.Progress;
using Gis.Web.Progress.Acceptance;

namespace Gis.Web.Reports;

/// <summary>Puts together what the reports of the acceptance are written from: the same sheets and scores as on its pages.</summary>
public sealed class AcceptanceReports(AcceptanceDesk acceptance, YearDesk year, EvidenceStore evidence)
{
    /// <summary>The summary of a county, or of the whole city.</summary>
    /// <exception cref="Data.Store.StoreException">Something cannot be read.</exception>
    internal async Task<AcceptanceAnswer> Sum(County? county, Language language, CancellationToken cancel)
    {
        var state = await acceptance.Read(cancel);
        var board = state.Board;
        var points = board.Points.Where(each => county is null || each.Point.Area.County == county.Code).ToList();
        return new AcceptanceAnswer(
            county?.Name ?? state.Network.City.Name,
            (await year.ReadCalendar(cancel)).Year,
            board.Today,
            board.Weights.PassMark,
            [.. Enum.GetValues<StandardGroup>().Select(group => (language.Of(group), board.Weights.ShareOf(group)))],
            [
                .. board.Ranking.Where(each => county is null || each.County == county.Code).Select(each => new CountyAcceptance(
                    state.Network.FindAreaName(each.County) ?? "", each.Rank, each.Mean, each.Declared, each.Scored, each.Accepted)),
            ],
            [.. points.Where(each => each.Score is not null).Select(each => ScoreOf(each, state.Network, language))],
            [.. points.Where(each => each.Point.Stage == Stage.Returned && each.Last is not null).SelectMany(each => ItemsOf(each, state.Network, language))],
            ReceiptOf(state, "acceptance", county),
            state.Network.HasIllustrationOf(county?.Code));
    }

    /// <summary>The evidence of one point, or of all points of a county, or of the city, that were declared.</summary>
    /// <param name="county">The county; null for the whole city.</param>
    /// <param name="only">The one point; null for all.</param>
    /// <param name="draws">Whether photographs are drawn; else only their captions are told, and nothing of them is loaded.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <exception cref="Data.Store.StoreException">Something cannot be read.</exception>
    internal async Task<EvidenceAnswer> Gather(County? county, ServicePoint? only, bool draws, Language language, CancellationToken cancel)
    {
        var (state, progress) = (await acceptance.Read(cancel), await year.Read(cancel));
        var points = new List<EvidencePoint>();
        foreach (var each in state.Board.Points.Where(each => only is null ? each.Point.Stage > Stage.Built && (county is null || each.Point.Area.County == county.Code) : each.Point.Id == only.Id))
            points.Add(await Gather(each, state.Network, progress.History, draws, language, cancel));
        return new EvidenceAnswer(
            only?.Name ?? county?.Name ?? state.Network.City.Name,
            state.Board.Today,
            [.. points],
            ReceiptOf(state, only is null ? "evidence" : $"evidence&point={only.Id}", only is null ? county : null),
            only is null ? state.Network.HasIllustrationOf(county?.Code) : only.IsIllustrative);
    }

    private async Task<EvidencePoint> Gather(PointAcceptance each, ServiceNetwork network, StageHistory history, bool draws, Language language, CancellationToken cancel)
    {
        var pictures = ImmutableArray.CreateBuilder<ReportPicture>();
        foreach (var piece in (await evidence.ListAsync(each.Point.Id, cancel)).Where(piece => piece.IsPicture))
        {
            if ((draws ? await evidence.LoadAsync(piece.Id, cancel) : []) is { } content)
                pictures.Add(new ReportPicture(content, $"{piece.Caption} · {Wording.Day(piece.TakenOn)}"));
        }

        return new EvidencePoint(
            each.Point.Id.ToString(),
            each.Point.Name,
            network.FindAreaName(each.Point.Area.County) ?? "",
            each.Point.Tier,
            each.Point.Stage,
            [.. history.Of(each.Point.Id).Select(move => new EvidenceStep(move.On, move.From, move.To))],
            [.. Enum.GetValues<AcceptanceLevel>().Select(each.LastOf).OfType<Assessment>().SelectMany(sheet => each.Asked.Select(standard => new EvidenceItem(
                language.Of(sheet.Level), standard.Code, language.Of(standard), language.Of(sheet, standard))))],
            pictures.ToImmutable());
    }

    private static PointScore ScoreOf(PointAcceptance each, ServiceNetwork network, Language language) => new(
        each.Point.Name,
        network.FindAreaName(each.Point.Area.County) ?? "",
        each.Point.Tier,
        each.Point.Stage,
        [.. each.Score!.Groups.Select(group => group.Value)],
        each.Score.Total,
        language.Of(each.Score.Finding));

    private static IEnumerable<ReturnedItem> ItemsOf(PointAcceptance each, ServiceNetwork network, Language language) => each.Last!.ItemsOf(each.Asked)
        .Select(standard => new ReturnedItem(
            each.Point.Name, network.FindAreaName(each.Point.Area.County) ?? "", $"{standard.Code} {language.Of(standard)}", each.Due, each.DaysLeft));

    private static Receipt ReceiptOf(AcceptanceState state, string what, County? county) => new(
        state.Network.Version, Wording.Day(state.Board.Today), what + (county is null ? "" : $"&county={county.Code}"), ProgramVersion.Text);
}
