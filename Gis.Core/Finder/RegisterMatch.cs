using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Finder;

/// <summary>
/// Finds the unit or service point of a network that a list means, by code and name together. Made once per data version;
/// threads may share it.
/// </summary>
/// <remarks>
/// What is the same is decided by the strongest likeness in the township or county that the list names, and only if one place
/// alone has it; a code and a name that disagree are a doubt, whatever speaks for either.
/// </remarks>
public sealed class RegisterMatch
{
    // Enough to choose from on a page.
    private const int MostCandidates = 8;
    private const int MostNearest = 5;

    private readonly RegisterNames names;
    private readonly RegisterCodes codes;

    /// <summary>Prepares the units and points of a network to be found.</summary>
    /// <param name="network">The network.</param>
    /// <param name="readings">How characters are read.</param>
    /// <param name="oldNames">Other names of units; none where none are known.</param>
    public RegisterMatch(ServiceNetwork network, Readings readings, IEnumerable<OldName>? oldNames = null)
    {
        names = new RegisterNames(network, oldNames ?? [], readings);
        codes = new RegisterCodes(names.Units);
    }

    /// <summary>The place that is meant, those that may be, or none.</summary>
    public RegisterAnswer Find(WrittenUnit written)
    {
        var code = codes.Read(written.Code);
        var named = FindByName(written);
        RegisterAnswer answer = code switch
        {
            { Units.IsEmpty: true } => named ?? new RegisterAnswer.None([]),
            { IsSure: true } => Confirm(code.Units[0], named, isNamed: FoldedText.KeyOf(written.Name).Length > 0),
            _ => Narrow(code.Units, named),
        };
        return answer is RegisterAnswer.Doubtful doubtful
            ? doubtful with { Code = code, Candidates = [.. doubtful.Candidates.Take(MostCandidates)] }
            : answer with { Code = code };
    }

    private RegisterAnswer? FindByName(WrittenUnit written)
    {
        var county = FindAround(written.County, AreaLevel.County, new Scope(null, null));
        var township = FindAround(written.Township, AreaLevel.Township, county.Scope);
        var key = FoldedText.KeyOf(written.Name);
        if (key.Length == 0)
            return township.Answer ?? county.Answer;

        var point = names.ListPoints(key).ToImmutableArray();
        if (point.Length > 0)
            return Decide([.. point.Select(found => new Likely(found, new NameLikeness(MatchHow.Name, null)))], township.Scope);
        return PointName.Find(key) is { } name ? FindPoint(name, township.Scope) : FindUnit(key, null, township.Scope);
    }

    // What is written around a place says where to look for it; what is not known for certain there, leaves a doubt.
    private (RegisterAnswer? Answer, Scope Scope) FindAround(string? text, AreaLevel level, Scope scope)
    {
        var key = FoldedText.KeyOf(text);
        if (key.Length == 0)
            return (null, scope);
        var answer = FindUnit(key, level, scope);
        return (answer, answer is RegisterAnswer.Same same ? scope with { Area = same.Place.Area } : scope with { Doubt = scope.Doubt ?? MatchDoubt.AroundUnknown });
    }

    private RegisterAnswer FindUnit(string key, AreaLevel? level, Scope scope)
    {
        var name = names.Unfold(key);
        var narrowed = scope.Narrow(name.Around);
        // In a township named before it, 立岗 is the village and not that township again.
        var likely = names.ListLike(name.Name, level, narrowed.Area)
            .Where(found => level is not null || found.Place.Area != narrowed.Area || found.Likeness.How == MatchHow.Name)
            .ToList();
        return likely.Count > 0
            ? Decide(likely, narrowed)
            : new RegisterAnswer.None([.. names.ListNearest(name.Name, level, narrowed.Area, MostNearest)]);
    }

    private RegisterAnswer FindPoint(PointName name, Scope scope) => FindUnit(name.Unit, name.Level, scope) switch
    {
        RegisterAnswer.Same same when !name.HasOrdinal => same with { Place = names.PointOf(same.Place, name.Tier) },
        RegisterAnswer.Doubtful doubtful when !name.HasOrdinal => doubtful with
        {
            Candidates = [.. doubtful.Candidates.Select(candidate => candidate with { Place = names.PointOf(candidate.Place, name.Tier) })],
        },
        var answer => answer,
    };

    // Inside what is written around it first. Beyond, anything found is a doubt; it is told beside a weak likeness inside, too.
    private static RegisterAnswer Decide(List<Likely> likely, Scope scope)
    {
        var inside = Rank(likely.Where(found => scope.Holds(found.Place)));
        var outside = Rank(likely.Where(found => !scope.Holds(found.Place)));
        if (inside.IsEmpty)
            return Doubt(MatchDoubt.Elsewhere, outside);
        var best = inside[0].Likeness;
        ImmutableArray<Likely> rivals = [.. outside.Where(found => found.Likeness.How < best.How && found.Likeness.How <= MatchHow.Stem)];
        if (rivals.Length > 0 || inside.Count(found => found.Likeness.How == best.How) > 1)
            return Doubt(MatchDoubt.SeveralAlike, [.. inside, .. rivals]);
        return (best.Doubt ?? scope.Doubt) is { } doubt ? Doubt(doubt, inside) : new RegisterAnswer.Same(inside[0].Place, best.How);
    }

    private static ImmutableArray<Likely> Rank(IEnumerable<Likely> likely) =>
        [.. likely.OrderBy(found => found.Likeness.How).ThenBy(found => found.Likeness.Doubt is not null).ThenBy(found => found.Place.Area).ThenBy(found => found.Place.Point)];

    private static RegisterAnswer.Doubtful Doubt(MatchDoubt why, ImmutableArray<Likely> likely) =>
        new(why, [.. likely.Select(found => new PlaceMatch(found.Place, found.Likeness.How))]);

    private RegisterAnswer Confirm(AreaCode unit, RegisterAnswer? named, bool isNamed)
    {
        var byCode = new RegisterAnswer.Same(names.PlaceOf(unit), MatchHow.Code);
        return named switch
        {
            null => byCode,
            RegisterAnswer.Same same when same.Place.Area == unit => same with { How = MatchHow.Code },
            RegisterAnswer.Same same when !isNamed && unit.IsWithin(same.Place.Area) => byCode,
            RegisterAnswer.Same same => Contradict(byCode.Place, [new PlaceMatch(same.Place, same.How)]),
            RegisterAnswer.Doubtful doubtful => Settle(byCode, doubtful),
            _ => Contradict(byCode.Place, []),
        };
    }

    private static RegisterAnswer.Doubtful Contradict(Place byCode, IEnumerable<PlaceMatch> byName) =>
        new(MatchDoubt.CodeOfAnother, [new PlaceMatch(byCode, MatchHow.Code), .. byName.Where(match => match.Place.Area != byCode.Area)]);

    // A code says which of several alike is meant, and of which kind; it does not mend a name that is another's.
    private static RegisterAnswer Settle(RegisterAnswer.Same byCode, RegisterAnswer.Doubtful doubtful)
    {
        var best = doubtful.Candidates.TakeWhile(match => match.How == doubtful.Candidates[0].How).Where(match => match.Place.Area == byCode.Place.Area).ToList();
        if (best.Count == 0)
            return Contradict(byCode.Place, doubtful.Candidates);
        if (doubtful.Why is MatchDoubt.Elsewhere or MatchDoubt.TooLittle || best.Count > 1)
            return doubtful;
        return new RegisterAnswer.Same(best[0].Place, MatchHow.Code);
    }

    private RegisterAnswer Narrow(ImmutableArray<AreaCode> units, RegisterAnswer? named)
    {
        var byCode = units.Select(unit => new PlaceMatch(names.PlaceOf(unit), MatchHow.Code)).ToImmutableArray();
        return named switch
        {
            null or RegisterAnswer.None => new RegisterAnswer.Doubtful(MatchDoubt.CodeLostDigits, byCode),
            RegisterAnswer.Same same when units.Contains(same.Place.Area) => same,
            RegisterAnswer.Same same => new RegisterAnswer.Doubtful(MatchDoubt.CodeOfAnother, [new PlaceMatch(same.Place, same.How), .. byCode]),
            RegisterAnswer.Doubtful { Why: MatchDoubt.SeveralAlike } several => NarrowSeveral(units, several),
            _ => named,
        };
    }

    private static RegisterAnswer NarrowSeveral(ImmutableArray<AreaCode> units, RegisterAnswer.Doubtful several)
    {
        var left = several.Candidates.Where(match => match.How == several.Candidates[0].How && units.Contains(match.Place.Area)).ToList();
        return left.Count == 1 ? new RegisterAnswer.Same(left[0].Place, left[0].How) : several;
    }
}
