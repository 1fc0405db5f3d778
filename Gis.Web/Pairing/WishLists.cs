using System.Collections.Immutable;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Core.Pairing.Rounds;
using Gis.Data.Import.Files;
using Gis.Web.Import;
using Gis.Web.Layout;

namespace Gis.Web.Pairing;

/// <summary>Wishes that come as a list instead of by the page: all its rows are taken, or none.</summary>
public sealed class WishLists
{
    /// <summary>The columns of a list.</summary>
    public static readonly ImmutableArray<string> Columns = ["side", "id", "wishes", "refused", "others", "capacity"];

    /// <summary>Reads a file; the faults name row and column of what is wrong.</summary>
    public async Task<ImmutableArray<WishSheet>> Read(IFormFile file, RoundView view, Language language, FormFaults faults, CancellationToken cancel)
    {
        try
        {
            return new WishListReader(view, language, faults).Read((await file.ReadTables(cancel))[0]);
        }
        catch (SourceFileException fault)
        {
            faults.Add("file", file.FileName, fault.Message);
            return [];
        }
    }
}

/// <summary>Reads the rows of one list.</summary>
internal sealed class WishListReader(RoundView view, Language language, FormFaults faults)
{
    private readonly ImmutableDictionary<PairingSide, ImmutableHashSet<string>> units = Enum.GetValues<PairingSide>()
        .ToImmutableDictionary(side => side, side => view.Units(side).Select(unit => unit.Id).ToImmutableHashSet(StringComparer.Ordinal));

    private readonly HashSet<(PairingSide, string)> seen = [];
    private ImmutableDictionary<string, int> columns = ImmutableDictionary<string, int>.Empty;

    internal ImmutableArray<WishSheet> Read(SourceTable table)
    {
        columns = table.Columns.Select((head, i) => (head: head.Trim().ToLowerInvariant(), i)).DistinctBy(each => each.head).ToImmutableDictionary(each => each.head, each => each.i);
        foreach (var column in WishLists.Columns.Take(3).Where(column => !columns.ContainsKey(column)))
            faults.Add("file", string.Join(", ", table.Columns), language[$"缺列“{column}”", $"the column \"{column}\" is missing"]);
        return faults.IsEmpty ? [.. table.Rows.Select(Read).OfType<WishSheet>()] : [];
    }

    private WishSheet? Read(SourceRow row)
    {
        if (!WrittenName.TryRead<PairingSide>(Cell(row, "side"), out var side))
            return Refuse(row, "side", language["应为 village 或 firm", "village or firm"]);
        var owner = Cell(row, "id");
        if (!units[side].Contains(owner))
            return Refuse(row, "id", language["网络中没有它", "the network has none of this id"]);
        if (!seen.Add((side, owner)))
            return Refuse(row, "id", language["名单里有两行", "the list has it twice"]);
        if (ReadWishes(row, side) is not { } wishes)
            return null;
        var capacity = Cell(row, "capacity");
        if (capacity.Length == 0)
            return new WishSheet(side, owner, wishes, null, IsSubmitted: true);
        return int.TryParse(capacity, NumberStyles.None, CultureInfo.InvariantCulture, out var villages) && villages <= WishForm.MostVillages
            ? new WishSheet(side, owner, wishes, villages, IsSubmitted: true)
            : Refuse(row, "capacity", language[$"应为 0 到 {WishForm.MostVillages} 的整数,或留空", $"a whole number from 0 to {WishForm.MostVillages}, or nothing"]);
    }

    private WishList? ReadWishes(SourceRow row, PairingSide side)
    {
        var others = Cell(row, "others");
        if (others is not ("" or "any" or "refused"))
        {
            Refuse(row, "others", "any, refused");
            return null;
        }

        try
        {
            var ranked = WishList.Read(Cell(row, "wishes"));
            var refused = Cell(row, "refused").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
            var known = units[side == PairingSide.Village ? PairingSide.Firm : PairingSide.Village];
            var named = ranked.Ranks.SelectMany(rank => rank).Concat(refused).ToList();
            if (named.Find(id => !known.Contains(id)) is { } unknown)
                Refuse(row, "wishes", language[$"网络中没有“{unknown}”", $"the network has no \"{unknown}\""]);
            else if (named.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
                Refuse(row, "wishes", language[$"“{twice.Key}”写了两次", $"\"{twice.Key}\" is named twice"]);
            else
                return new WishList(ranked.Ranks, refused, others == "refused" ? OthersAre.Refused : OthersAre.NoOpinion);
        }
        catch (FormatException fault)
        {
            Refuse(row, "wishes", fault.Message);
        }

        return null;
    }

    private WishSheet? Refuse(SourceRow row, string column, string right)
    {
        faults.Add($"{language["行", "row"]} {row.Number} {column}", Cell(row, column), right);
        return null;
    }

    private string Cell(SourceRow row, string column) => columns.TryGetValue(column, out var place) ? row.Cells[place].Trim() : "";
}
