using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Web.Layout;

namespace Gis.Web.Pairing;

/// <summary>The wishes of one side as they were filled in: a number beside a name is its place, the same number twice makes equals.</summary>
/// <param name="Places">The numbers, by identifier, as they were written.</param>
/// <param name="Refused">Those ticked as not acceptable.</param>
/// <param name="Others">What it means not to be numbered, as it was written.</param>
/// <param name="Capacity">How many villages a firm takes, as it was written; empty where it does not say.</param>
public sealed record WishForm(ImmutableDictionary<string, string> Places, ImmutableHashSet<string> Refused, string Others, string Capacity)
{
    /// <summary>The field of a place in the list.</summary>
    public const string PlaceField = "place-";

    public const int MostVillages = 500;

    private const int LastPlace = 999;

    public static WishForm Of(WishSheet sheet) => new(
        sheet.Wishes.Ranks.SelectMany((rank, i) => rank.Select(id => (id, i))).ToImmutableDictionary(each => each.id, each => (each.i + 1).ToString(CultureInfo.InvariantCulture)),
        [.. sheet.Wishes.Refused],
        sheet.Wishes.Others == OthersAre.Refused ? "refused" : "any",
        sheet.Capacity?.ToString(CultureInfo.InvariantCulture) ?? "");

    public static WishForm Of(IFormCollection form) => new(
        form.Keys.Where(key => key.StartsWith(PlaceField, StringComparison.Ordinal))
            .Select(key => (Id: key[PlaceField.Length..], Text: form[key].ToString().Trim())).Where(each => each.Text.Length > 0)
            .ToImmutableDictionary(each => each.Id, each => each.Text),
        [.. form["no"].OfType<string>()],
        form["others"].ToString(),
        form["capacity"].ToString().Trim());

    /// <summary>Reads it; the faults say what is wrong.</summary>
    /// <param name="side">Who wishes.</param>
    /// <param name="owner">The code of the village or the identifier of the firm.</param>
    /// <param name="known">Whom may be wished for.</param>
    /// <param name="language">The language of the faults.</param>
    /// <param name="faults">Where they are added.</param>
    public WishSheet Read(PairingSide side, string owner, IReadOnlySet<string> known, Language language, FormFaults faults)
    {
        var places = new List<(int Place, string Id)>();
        foreach (var (id, text) in Places.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(id))
                faults.Add(PlaceField + id, text, language["网络中没有它", "the network has none of this name"]);
            else if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place is < 1 or > LastPlace)
                faults.Add(PlaceField + id, text, language[$"应为 1 到 {LastPlace} 的整数,或留空", $"a whole number from 1 to {LastPlace}, or nothing"]);
            else if (Refused.Contains(id))
                faults.Add(PlaceField + id, text, language["既排了名次又勾了“不要”,请去掉一个", "it has a place and is refused; take one of them away"]);
            else
                places.Add((place, id));
        }

        foreach (var id in Refused.Where(id => !known.Contains(id)))
            faults.Add("no", id, language["网络中没有它", "the network has none of this name"]);
        var ranks = places.GroupBy(each => each.Place).OrderBy(rank => rank.Key).Select(rank => rank.Select(each => each.Id).ToImmutableArray());
        return new WishSheet(side, owner, new WishList([.. ranks], [.. Refused.Order(StringComparer.Ordinal)], ReadOthers(language, faults)), ReadCapacity(side, language, faults), IsSubmitted: false);
    }

    private OthersAre ReadOthers(Language language, FormFaults faults)
    {
        if (Others is not ("refused" or "any"))
            faults.Add("others", Others, language["应为“any”或“refused”", "\"any\" or \"refused\""]);
        return Others == "refused" ? OthersAre.Refused : OthersAre.NoOpinion;
    }

    private int? ReadCapacity(PairingSide side, Language language, FormFaults faults)
    {
        if (side == PairingSide.Village || Capacity.Length == 0)
            return null;
        if (int.TryParse(Capacity, NumberStyles.None, CultureInfo.InvariantCulture, out var villages) && villages <= MostVillages)
            return villages;
        faults.Add("capacity", Capacity, language[$"应为 0 到 {MostVillages} 的整数,或留空", $"a whole number from 0 to {MostVillages}, or nothing"]);
        return null;
    }
}
