using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Gis.Core.Pairing.Matching;
using Gis.Core.Units;

namespace Gis.Benchmarks;

/// <summary>
/// Two-way choice: the proposals at the size of a province and of the country, and a round of the default city paired again after
/// one wish has changed, for each aim. Villages and firms lie at random in a square and wish for who is near, with luck mixed in.
/// </summary>
internal static class PairingBenchmarks
{
    internal static void Run()
    {
        Propose("village-best 5,000 × 625, lists of 20", 5_000, 625, 20, runs: 40);
        Propose("village-best 620,000 × 40,000, lists of 20", 620_000, 40_000, 20, runs: 3);
        foreach (var hasEquals in new[] { false, true })
        {
            foreach (var aim in Enum.GetValues<PairingAim>())
                PairAgain(aim, hasEquals);
        }

        var round = new RandomRound(11, 508, 89, 12);
        Try("village lists by twos, firm lists by fives", round.Write(2, 5), PairingAim.LeastTravel);
        Try("a floor of 81 for each of six counties", round.WithEquals() with { Groups = [.. Enumerable.Range(0, 6).Select(county => new PairingGroup($"g{county}", 81))] }, PairingAim.VillageBest);
        Try("all served", round.WithEquals() with { ServeAll = true }, PairingAim.LeastTravel);
    }

    private static void Propose(string name, int villages, int firms, int length, int runs)
    {
        var task = new RandomRound(7, villages, firms, length).Strict();
        var instance = PairingInstance.Of(task);
        var whole = new List<double>();
        Timing.Run(name, runs, () => PairingStudy.Solve(instance, PairingAim.VillageBest, PairingStop.Never));
        for (var run = 0; run < 3; run++)
        {
            var start = Stopwatch.GetTimestamp();
            PairingStudy.Solve(PairingInstance.Of(task), PairingAim.VillageBest, PairingStop.Never);
            whole.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var result = PairingStudy.Solve(instance, PairingAim.VillageBest, PairingStop.Never).Found!;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"   the round read as well: median {whole.Order().ElementAt(1):0} ms; {instance.PairCount} acceptable pairs, {result.Pairs.Length} paired, {result.Blocking.Length} blocking"));
    }

    // Another village each run moves its last wish to the front.
    private static void PairAgain(PairingAim aim, bool hasEquals)
    {
        var round = new RandomRound(11, 508, 89, 12);
        var (task, run) = (hasEquals ? round.WithEquals() : round.Strict(), 0);
        PairingOutcome? last = null;
        Timing.Run($"508 × 89 {(hasEquals ? "with equals" : "strict")}, one wish changed, {aim}", 60, () =>
        {
            var village = task.Villages[run++ * 7 % 508];
            var wishes = village.Wishes with { Ranks = [village.Wishes.Ranks[^1], .. village.Wishes.Ranks[..^1]] };
            var changed = task with { Villages = task.Villages.Replace(village, village with { Wishes = wishes }) };
            last = PairingStudy.Solve(PairingInstance.Of(changed), aim, PairingStop.Never);
        });
        if (last is not PairingOutcome.Optimal { Result: var result })
            throw new InvalidOperationException($"Not proven: {last}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {result.Pairs.Length} paired, {result.Travel.Value:0} min, largest load {result.LargestLoad.Value:0} min"));
    }

    private static void Try(string name, PairingTask task, PairingAim aim)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var start = Stopwatch.GetTimestamp();
        var outcome = PairingStudy.Solve(PairingInstance.Of(task), aim, new PairingStop(deadline.Token, CancellationToken.None));
        var open = outcome is PairingOutcome.BestFound best ? string.Create(CultureInfo.InvariantCulture, $", {best.Open} {best.Value:0.#} against {best.Bound:0.#}") : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"508 × 89, {name}, {aim}: {outcome.GetType().Name} in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s of 10; {outcome.Found?.Pairs.Length} paired, {outcome.Found?.Blocking.Length} blocking{open}"));
    }
}

/// <summary>Villages and firms at random places, each village with as many wishes, each firm with a wish for every village that wishes for it.</summary>
internal sealed class RandomRound
{
    private const double Side = 60;

    private readonly (double X, double Y)[] villages;
    private readonly (double X, double Y)[] firms;
    private readonly int[][] wishes;
    private readonly int[][] firmWishes;
    private readonly int room;

    internal RandomRound(int seed, int villageCount, int firmCount, int length)
    {
        var random = new Random(seed);
        villages = [.. Enumerable.Range(0, villageCount).Select(_ => (random.NextDouble() * Side, random.NextDouble() * Side))];
        firms = [.. Enumerable.Range(0, firmCount).Select(_ => (random.NextDouble() * Side, random.NextDouble() * Side))];
        wishes = new int[villageCount][];
        var liking = new List<(double Cost, int Village)>[firmCount];
        for (var firm = 0; firm < firmCount; firm++)
            liking[firm] = [];
        for (var village = 0; village < villageCount; village++)
        {
            // The near ones of a sample stand for the near ones of all, so that the largest round is drawn in time.
            var sample = new HashSet<int>();
            while (sample.Count < Math.Min(firmCount, length * 2))
                sample.Add(random.Next(firmCount));
            wishes[village] = [.. sample.OrderBy(firm => Minutes(village, firm) * (0.5 + random.NextDouble())).Take(length)];
            foreach (var firm in wishes[village])
                liking[firm].Add((Minutes(village, firm) * (0.5 + random.NextDouble()), village));
        }

        firmWishes = [.. liking.Select(list => list.Order().Select(each => each.Village).ToArray())];
        room = (villageCount + firmCount - 1) / firmCount;
    }

    internal PairingTask Strict() => Write(1, 1);

    /// <summary>Firms rank by twos.</summary>
    internal PairingTask WithEquals() => Write(1, 2);

    internal PairingTask Write(int villageEquals, int firmEquals)
    {
        string[] villageIds = [.. villages.Select((_, i) => $"v{i}")];
        string[] firmIds = [.. firms.Select((_, i) => $"f{i}")];
        // One array for each name alone: the largest round would else hold millions of the same.
        ImmutableArray<string>[] aloneVillage = [.. villageIds.Select(id => ImmutableArray.Create(id))];
        ImmutableArray<string>[] aloneFirm = [.. firmIds.Select(id => ImmutableArray.Create(id))];
        return new PairingTask(
            [.. wishes.Select((list, i) => new PairingVillage(villageIds[i], new WishList(Rank(list, villageEquals, aloneFirm)), $"g{i % 6}"))],
            [.. firmWishes.Select((list, i) => new PairingFirm(firmIds[i], room, new WishList(Rank(list, firmEquals, aloneVillage))))])
        {
            Costs = villages.Length > 10_000 ? [] : [.. wishes.SelectMany((list, i) => list.Select(firm => new PairingCost(villageIds[i], firmIds[firm], new Minutes(Math.Round(Minutes(i, firm), 1)))))],
        };
    }

    private static ImmutableArray<ImmutableArray<string>> Rank(int[] list, int equals, ImmutableArray<string>[] alone) => equals == 1
        ? [.. list.Select(each => alone[each])]
        : [.. list.Chunk(equals).Select(chunk => chunk.Select(each => alone[each][0]).ToImmutableArray())];

    private double Minutes(int village, int firm) =>
        Math.Sqrt(Math.Pow(villages[village].X - firms[firm].X, 2) + Math.Pow(villages[village].Y - firms[firm].Y, 2));
}
