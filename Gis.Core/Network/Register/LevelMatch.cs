using System.Collections.Immutable;

namespace Gis.Core.Network.Register;

/// <summary>Pairs the units of one level in two registers, the surest first; what is paired is no candidate for anything else.</summary>
internal sealed class LevelMatch
{
    private readonly List<Side> olds;
    private readonly List<Side> news;
    private readonly List<(Side Old, Side Now)> paired = [];
    private readonly Dictionary<AreaCode, RegisterUnit> newByCode;
    private readonly Dictionary<AreaCode, UnitChange> changes = [];

    /// <param name="olds">The units before; the home of each is where its unit lies by the new register, null where that is not sure.</param>
    /// <param name="news">The units after.</param>
    internal LevelMatch(IEnumerable<Side> olds, IReadOnlyCollection<Side> news) => (this.olds, this.news, newByCode) = ([.. olds], [.. news], news.ToDictionary(side => side.Unit.Code, side => side.Unit));

    /// <summary>The old units that are not paired yet.</summary>
    internal IEnumerable<RegisterUnit> Left => olds.Select(side => side.Unit);

    internal IEnumerable<UnitChange> Changes => changes.Values;

    /// <summary>The sure changes of a level: same code and place; same place at home; the only one of its place around; same code and a name like it.</summary>
    internal void PairSurely(bool byStem)
    {
        PairSameCode((old, now) => old.Place == now.Place, (old, now) => new UnitChange.Kept(old, now));
        PairOnly(side => (side.Home, side.Place), olds, news);
        // A name that others around have too may be any of theirs, even if those are paired.
        PairOnly(side => (side.Around, side.Place), [.. olds, .. paired.Select(pair => pair.Old)], [.. news, .. paired.Select(pair => pair.Now)]);
        if (byStem)
            PairOnly(side => (side.Home, side.Stem), olds, news);
        PairSameCode((old, now) => UnitLikeness.AreAlike(old.Stem, now.Stem) && !IsPart(old, now), (old, now) => new UnitChange.Renamed(old, now));
    }

    /// <summary>The new unit of a code.</summary>
    internal RegisterUnit FindNew(AreaCode code) => newByCode[code];

    /// <summary>All units of an old one lie in one of the new register.</summary>
    /// <param name="old">The old one.</param>
    /// <param name="code">The code of the new one.</param>
    /// <param name="isWhole">Whether no other unit's lie there: if it is not paired otherwise, it is the old one under another name.</param>
    internal void SayWent(RegisterUnit old, AreaCode code, bool isWhole)
    {
        if (isWhole && news.Find(side => side.Unit.Code == code) is { } now)
            Pair(olds.Find(side => side.Unit == old)!, now, old.Code == code ? new UnitChange.Renamed(old, now.Unit) : new UnitChange.Recoded(old, now.Unit));
        else
            Say(new UnitChange.Merged(old, newByCode[code]));
    }

    internal void Say(UnitChange change)
    {
        changes[change.Old!.Code] = change;
        olds.RemoveAll(side => side.Unit == change.Old);
    }

    /// <summary>What is left of the old is in doubt where something like it is left, and gone otherwise; what is left of the new is new.</summary>
    internal ImmutableArray<UnitChange> Finish()
    {
        var taken = new HashSet<AreaCode>();
        foreach (var old in olds.ToList())
        {
            var like = news.Where(now => now.Unit.Code == old.Unit.Code || (now.Around == old.Around && IsLike(old, now)))
                .OrderByDescending(now => now.Unit.Code == old.Unit.Code).Select(now => now.Unit).ToImmutableArray();
            taken.UnionWith(like.Where(unit => unit.Code == old.Unit.Code).Select(unit => unit.Code));
            Say(like.IsEmpty ? new UnitChange.Gone(old.Unit) : new UnitChange.InDoubt(old.Unit, like));
        }

        // While an old unit has the code, a new one cannot.
        return [.. changes.Values, .. news.Where(now => !taken.Contains(now.Unit.Code)).Select(now => new UnitChange.Added(now.Unit))];
    }

    private static bool IsLike(Side old, Side now) =>
        old.Place == now.Place || old.Stem == now.Stem || now.Stem.StartsWith(old.Stem, StringComparison.Ordinal) || old.Stem.StartsWith(now.Stem, StringComparison.Ordinal);

    // 湖畔嘉苑 that became 湖畔嘉苑西区 beside a new 湖畔嘉苑东区 was divided and not renamed.
    private bool IsPart(Side old, Side now) => now.Stem.Length > old.Stem.Length && now.Stem.StartsWith(old.Stem, StringComparison.Ordinal)
        && news.Exists(other => other != now && other.Home == now.Home && other.Stem.StartsWith(old.Stem, StringComparison.Ordinal));

    private void PairSameCode(Func<Side, Side, bool> isSame, Func<RegisterUnit, RegisterUnit, UnitChange> change)
    {
        var byCode = news.ToDictionary(side => side.Unit.Code);
        foreach (var old in olds.ToList())
        {
            if (byCode.TryGetValue(old.Unit.Code, out var now) && isSame(old, now))
                Pair(old, now, change(old.Unit, now.Unit));
        }
    }

    private void PairOnly<TKey>(Func<Side, TKey> key, List<Side> everyOld, List<Side> everyNew)
    {
        var (before, after) = (everyOld.ToLookup(key), everyNew.ToLookup(key));
        foreach (var old in olds.ToList())
        {
            if (before[key(old)].Count() == 1 && after[key(old)].ToList() is [var now] && news.Contains(now))
                Pair(old, now, old.Unit.Code == now.Unit.Code ? new UnitChange.Renamed(old.Unit, now.Unit) : new UnitChange.Recoded(old.Unit, now.Unit));
        }
    }

    private void Pair(Side old, Side now, UnitChange change)
    {
        changes[old.Unit.Code] = change;
        paired.Add((old, now));
        olds.Remove(old);
        news.Remove(now);
    }

    /// <summary>A unit in one of the two registers.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Home">The unit it lies in, by its code in the new register; empty for a county, null where it is not sure.</param>
    /// <param name="Around">The unit round that one; empty for the city, null where it is not sure.</param>
    /// <param name="Place">The place its name means.</param>
    internal sealed record Side(RegisterUnit Unit, string? Home, string? Around, string Place)
    {
        internal string Stem { get; } = RegisterName.StemOf(Place);
    }
}
