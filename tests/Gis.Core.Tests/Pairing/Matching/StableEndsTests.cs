using CsCheck;
using Gis.Core.Pairing.Matching;
using Gis.Core.Units;

namespace Gis.Core.Tests.Pairing.Matching;

/// <summary>The two ends of the stable pairings, against every pairing of thousands of small rounds.</summary>
public sealed class StableEndsTests
{
    private static readonly Gen<PairingTask> Rounds = Gen.Select(SmallRound.Any, Gen.Int[0, 14], Gen.Int[0, 5], Gen.Int[0, 2]).Select((task, limit, veto, firm) => task with
    {
        Limit = limit > 12 ? null : new Minutes(limit),
        Conflicts = veto < task.Villages.Length && firm < task.Firms.Length ? [new PairingConflict($"v{veto}", $"f{firm}")] : [],
    });

    private static PairingResult Solve(PairingTask task, PairingAim aim) =>
        Assert.IsType<PairingOutcome.Optimal>(PairingStudy.Solve(PairingInstance.Of(task), aim, PairingStop.Never)).Result;

    [Fact]
    public void Village_best_gives_every_village_what_it_does_best_with_in_any_stable_pairing() => Rounds.Sample(
        task =>
        {
            var strict = SmallRound.PartEquals(task);
            var stable = SmallRound.Pairings(strict).Where(pairing => SmallRound.Blocking(strict, pairing).Count == 0).ToList();
            var found = SmallRound.Read(task, Solve(task, PairingAim.VillageBest));
            Assert.Contains(stable, pairing => pairing.SequenceEqual(found));
            for (var v = 0; v < found.Length; v++)
                Assert.Equal(stable.Min(pairing => RankOf(strict, pairing, v)), RankOf(strict, found, v));
        },
        iter: 4000);

    [Fact]
    public void Firm_best_gives_no_village_better_than_any_stable_pairing_and_every_firm_its_best() => Rounds.Sample(
        task =>
        {
            var strict = SmallRound.PartEquals(task);
            var stable = SmallRound.Pairings(strict).Where(pairing => SmallRound.Blocking(strict, pairing).Count == 0).ToList();
            var found = SmallRound.Read(task, Solve(task, PairingAim.FirmBest));
            Assert.Contains(stable, pairing => pairing.SequenceEqual(found));
            foreach (var firm in strict.Firms)
            {
                var own = Places(strict, found, firm);
                Assert.All(stable, pairing => Assert.True(own.Zip(Places(strict, pairing, firm)).All(pair => pair.First <= pair.Second)));
            }
        },
        iter: 4000);

    [Fact]
    public void Without_equals_all_stable_pairings_leave_the_same_villages_without_an_adviser() => SmallRound.Strict.Sample(
        task =>
        {
            var unmatched = string.Join(' ', Solve(task, PairingAim.VillageBest).Unmatched);
            foreach (var pairing in SmallRound.Pairings(task).Where(pairing => SmallRound.Blocking(task, pairing).Count == 0))
                Assert.Equal(unmatched, string.Join(' ', task.Villages.Where((_, v) => pairing[v] is null).Select(village => village.Id)));
        },
        iter: 2000);

    [Fact]
    public void Neither_end_has_a_blocking_pair_with_equals_taken_as_equals() => Rounds.Sample(
        task =>
        {
            foreach (var aim in new[] { PairingAim.VillageBest, PairingAim.FirmBest })
            {
                var result = Solve(task, aim);
                Assert.Empty(result.Blocking);
                Assert.Empty(SmallRound.Blocking(task, SmallRound.Read(task, result)));
            }
        },
        iter: 2000);

    [Fact]
    public void The_blocking_pairs_found_are_those_of_the_definition() => Gen.Select(Rounds, Gen.Int[0, 3], Gen.Int[0, 10000]).Sample(
        (task, cap, which) =>
        {
            var capped = task with { Groups = cap > 2 ? [] : [new PairingGroup("east", 0, cap)] };
            var all = SmallRound.Pairings(capped).Where(pairing => SmallRound.KeepsGroups(capped, pairing)).ToList();
            var pairing = all[which % all.Count];
            var instance = PairingInstance.Of(capped);
            var pairs = capped.Villages.Zip(pairing).Where(pair => pair.Second is not null).Select(pair => new PairedVillage(pair.First.Id, pair.Second!));
            var found = PairingWriter.Write(instance, PairingWriter.Read(instance, pairs)).Blocking.Select(pair => (pair.Village, pair.Adviser));
            Assert.Equal(SmallRound.Blocking(capped, pairing).Order(), found.Order());
        },
        iter: 5000);

    private static int RankOf(PairingTask task, string?[] pairing, int v) =>
        pairing[v] is { } adviser ? SmallRound.VillageRank(task, task.Villages[v], adviser)!.Value : int.MaxValue;

    private static List<int> Places(PairingTask task, string?[] pairing, PairingFirm firm) =>
    [
        .. task.Villages.Where((_, v) => pairing[v] is { } adviser && SmallRound.FirmOf(task, adviser).Id == firm.Id)
            .Select(village => SmallRound.FirmRank(firm, village.Id)!.Value).Order(),
    ];
}
