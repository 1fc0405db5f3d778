using Gis.Core.Pairing.Matching;

namespace Gis.Core.Tests.Pairing.Matching;

/// <summary>Examples from the literature, with the answers printed there.</summary>
public sealed class PublishedRoundsTests
{
    private static PairingTask Marriages(string[] men, string[] women) => new(
        [.. men.Select((list, i) => new PairingVillage($"v{i + 1}", WishList.Strict(list.Split(' ').Select(each => "f" + each))))],
        [.. women.Select((list, i) => new PairingFirm($"f{i + 1}", 1, WishList.Strict(list.Split(' ').Select(each => "v" + each))))]);

    private static string Solve(PairingTask task, PairingAim aim) => Written(PairingStudy.Solve(PairingInstance.Of(task), aim, PairingStop.Never).Found!.Pairs.Select(pair => pair.Adviser));

    private static string Written(IEnumerable<string?> advisers) => string.Join(' ', advisers.Select(adviser => adviser?[1..] ?? "-"));

    private static List<string> Stable(PairingTask task) =>
        [.. SmallRound.Pairings(task).Where(pairing => SmallRound.Blocking(task, pairing).Count == 0).Select(Written).Order(StringComparer.Ordinal)];

    // Gale, Shapley 1962, American Mathematical Monthly 69, example 1: of six sets of marriages three are stable; the men's
    // first choices, the women's, and everyone's second.
    [Fact]
    public void Gale_and_Shapleys_first_example_has_three_stable_sets()
    {
        var task = Marriages(["1 2 3", "2 3 1", "3 1 2"], ["2 3 1", "3 1 2", "1 2 3"]);
        Assert.Equal(["1 2 3", "2 3 1", "3 1 2"], Stable(task));
        Assert.Equal("1 2 3", Solve(task, PairingAim.VillageBest));
        Assert.Equal("3 1 2", Solve(task, PairingAim.FirmBest));
    }

    // The same paper, example 2: α–C, β–D, γ–A, δ–B and no other.
    [Fact]
    public void Gale_and_Shapleys_second_example_has_one()
    {
        var task = Marriages(["1 2 3 4", "1 4 3 2", "2 1 3 4", "4 2 3 1"], ["4 3 1 2", "2 4 1 3", "4 1 2 3", "3 2 1 4"]);
        Assert.Equal(["3 4 1 2"], Stable(task));
        Assert.Equal("3 4 1 2", Solve(task, PairingAim.VillageBest));
        Assert.Equal("3 4 1 2", Solve(task, PairingAim.FirmBest));
    }

    // Knuth 1976 (Mariages stables); Gusfield, Irving 1989: ten stable matchings, as many as four and four can have.
    [Fact]
    public void Knuths_four_and_four_have_ten()
    {
        var task = Marriages(["1 2 3 4", "2 1 4 3", "3 4 1 2", "4 3 2 1"], ["4 3 2 1", "3 4 1 2", "2 1 4 3", "1 2 3 4"]);
        Assert.Equal(10, Stable(task).Count);
        Assert.Equal("1 2 3 4", Solve(task, PairingAim.VillageBest));
        Assert.Equal("4 3 2 1", Solve(task, PairingAim.FirmBest));
    }

    // Abraham, Irving, Manlove 2007, Journal of Discrete Algorithms 5, figure 1: students, projects, lecturers. Its student-optimal
    // matching leaves s5 and s6 without a project.
    [Fact]
    public void The_students_of_Abraham_Irving_and_Manlove_have_their_printed_projects()
    {
        string[] students = ["p1 p7", "p1 p2 p3 p4 p5 p6", "p2 p1 p4", "p2", "p1 p2 p3 p4", "p2 p3 p4 p5 p6", "p5 p3 p8"];
        var task = new PairingTask(
            [.. students.Select((list, i) => new PairingVillage($"s{i + 1}", WishList.Read(list)))],
            [
                new PairingFirm("l1", 3, WishList.Read("s7 s4 s1 s3 s2 s5 s6"), [new("p1", 2), new("p2", 1), new("p3", 1)]),
                new PairingFirm("l2", 2, WishList.Read("s3 s2 s6 s7 s5"), [new("p4", 1), new("p5", 1), new("p6", 1)]),
                new PairingFirm("l3", 2, WishList.Read("s1 s7"), [new("p7", 1), new("p8", 1)]),
            ]);
        var result = PairingStudy.Solve(PairingInstance.Of(task), PairingAim.VillageBest, PairingStop.Never).Found!;
        Assert.Equal([("s1", "p1"), ("s2", "p5"), ("s3", "p4"), ("s4", "p2"), ("s7", "p3")], result.Pairs.Select(pair => (pair.Village, pair.Adviser)));
        Assert.Equal("s5 s6", string.Join(' ', result.Unmatched));
    }
}
