using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Data.Export;
using Gis.Web.Layout;

namespace Gis.Web.Pairing;

/// <summary>A round as files.</summary>
public static class RoundFiles
{
    private static readonly string[] PairHeads = ["village", "village_name", "county", "firm", "firm_name", "minutes", "village_wish", "firm_wish", "source"];

    /// <summary>The pairs proposed, and the villages without an adviser, as a workbook.</summary>
    public static byte[] ToWorkbook(RoundView view, Language language)
    {
        var proposal = view.Round.Proposal!;
        var notes = new Sheet(language["说明", "Notes"], language["项目", "Item"], language["内容", "What it says"])
            .Append(language["轮次", "Round"], view.Round.Name)
            .Append(language["到哪一步", "Where it is"], language.Of(view.Round.State))
            .Append(language["规则", "Rule"], language.Meaning(view.Round.Rules.Aim))
            .Append(language["结对", "Pairs"], proposal.Pairs.Length)
            .Append(language["没有顾问的村", "Villages without"], proposal.Unserved.Length)
            .Append(language["两边都更想要对方的", "Blocking pairs"], proposal.Blocking.Length)
            .Append(language["单程合计(分)", "Minutes one way in all"], proposal.Travel.Value)
            .Append(language["由什么算出", "Computed from"], proposal.Receipt);
        if (view.Network.HasIllustration)
            notes.AppendDataNotice(view.Network, language, null);
        var pairs = new Sheet(language["结对", "Pairs"], PairHeads);
        foreach (var pair in proposal.Pairs)
            pairs.Append(RowOf(view, pair));
        var unserved = new Sheet(language["没有顾问的村", "Without"], "village", "village_name", "county", language["为什么", "why"]);
        foreach (var none in proposal.Unserved)
            unserved.Append(none.Village, view.VillageName(none.Village), view.WhereOf(none.Village), PairingWords.Of(language, view, none));
        var blocking = new Sheet(language["证明", "Certificate"], "village", "village_name", "firm", "firm_name", language["为什么", "why"]);
        foreach (var pair in proposal.Blocking)
            blocking.Append(pair.Village, view.VillageName(pair.Village), pair.Firm, view.FirmName(pair.Firm), language["为了让更多的村有顾问", "so that more villages have an adviser"]);
        return new Workbook().Add(notes).Add(pairs).Add(unserved).Add(blocking).ToBytes();
    }

    /// <summary>The pairs proposed as CSV.</summary>
    public static byte[] ToCsv(RoundView view)
    {
        var text = new CsvText(PairHeads);
        foreach (var pair in view.Round.Proposal!.Pairs)
            text.Append([.. RowOf(view, pair).Select(cell => cell switch { null => "", double number => CsvText.Number(number), _ => $"{cell}" })]);
        return text.ToBytes();
    }

    /// <summary>The wishes so far, one row for everybody who takes part, as a list that <see cref="WishLists"/> takes.</summary>
    public static byte[] WishesToWorkbook(RoundView view, Language language)
    {
        var sheet = new Sheet(language["志愿", "Wishes"], [.. WishLists.Columns, "name"]);
        foreach (var side in Enum.GetValues<PairingSide>())
        {
            foreach (var (id, name) in view.Units(side))
            {
                var handedIn = view.HandedIn(side, id);
                sheet.Append(
                    side.Written(), id, handedIn?.Wishes.ToString() ?? "", string.Join(' ', handedIn?.Wishes.Refused ?? []),
                    handedIn?.Wishes.Others == OthersAre.Refused ? "refused" : "any", handedIn?.Capacity, name);
            }
        }

        return new Workbook().Add(sheet).ToBytes();
    }

    /// <summary>Who has handed in nothing, as CSV.</summary>
    public static byte[] MissingToCsv(RoundView view, PairingSide side)
    {
        var text = new CsvText("side", "id", "name", "where");
        foreach (var (id, name) in view.Missing(side))
            text.Append(side.Written(), id, name, side == PairingSide.Village ? view.WhereOf(id) : "");
        return text.ToBytes();
    }

    private static object?[] RowOf(RoundView view, ProposedPair pair) =>
    [
        pair.Village, view.VillageName(pair.Village), view.WhereOf(pair.Village), pair.Firm, view.FirmName(pair.Firm), pair.Way?.Value, pair.VillageRank, pair.FirmRank, pair.Source.Written(),
    ];
}
