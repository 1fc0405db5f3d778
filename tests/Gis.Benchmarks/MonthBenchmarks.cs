using System.Diagnostics;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Pairing.Month;
using Gis.Core.Travel;
using Gis.Core.Units;
using Gis.Data.Illustration;

namespace Gis.Benchmarks;

/// <summary>
/// A month of every firm of the default network, its rooms dealt out to the firms in the order of their codes, and of one firm with
/// sixty villages: each with one visit of four hours, and with two of two.
/// </summary>
internal static class MonthBenchmarks
{
    private static readonly Month Month = new(2027, 3);

    internal static void Run()
    {
        var network = new ServiceNetwork(DefaultNetwork.Draw(CityFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "yinchuan"))));
        ServicePoint[] rooms = [.. network.Points.Where(point => point.Tier == Tier.Room && point.Position is not null).OrderBy(room => room.Area)];
        var firms = network.Firms.Length;
        var shares = Enumerable.Range(0, firms).Select(firm => rooms[(firm * rooms.Length / firms)..((firm + 1) * rooms.Length / firms)]).ToArray();
        MonthStudy.PlanAll(shares.Take(3).Select(share => TaskOf(network, share, 1, 2, 20)), MonthWatch.Never);
        foreach (var visits in new[] { 1, 2 })
        {
            Tell($"{firms} firms, {rooms.Length} villages, {visits} visits", [.. shares.Select(share => TaskOf(network, share, visits, 2, 20))]);
            Tell($"one firm, 13 villages, 3 advisers, {visits} visits", [TaskOf(network, rooms[..13], visits, 3, 25)]);
            Tell($"one firm, 60 villages, 8 advisers, {visits} visits", [TaskOf(network, rooms[200..260], visits, 8, 60)]);
            Tell($"one firm, 20 villages, 1 adviser, {visits} visits", [TaskOf(network, rooms[300..320], visits, 1, 170)]);
        }

        TellRemedies(TaskOf(network, rooms[..6], 1, 2, 12));
        TellRemedies(TaskOf(network, rooms[..13], 1, 3, 18));
    }

    private static MonthTask TaskOf(ServiceNetwork network, ServicePoint[] rooms, int visits, int advisers, double hours)
    {
        var centre = network.Points.First(point => point.Tier == Tier.Centre && point.Area == rooms[0].Area.County);
        TripEnd[] places = [.. rooms.Prepend(centre).Select(point => new TripEnd(point.Position!.At, point.Bank))];
        return new MonthTask(
            [.. Enumerable.Range(0, advisers).Select(i => new MonthAdviser("post-" + i, new MonthlyHours(hours)))],
            [.. rooms.Select((room, i) => new MonthVillage(room.Area.Digits) { HasLecture = i % 3 == 0, MarketDays = [(i % 10) + 1, (i % 10) + 11, (i % 10) + 21] })],
            TripMatrix.Estimate(network.Crossings, places, TravelMode.Car, ModePace.Defaults[TravelMode.Car]),
            DutyRules.Plan2018 with { VisitsAMonth = visits },
            Month);
    }

    private static void Tell(string name, MonthTask[] tasks)
    {
        var start = Stopwatch.GetTimestamp();
        var outcomes = MonthStudy.PlanAll(tasks, MonthWatch.Never);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var planned = outcomes.OfType<MonthOutcome.Planned>().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-52} {planned.Count,3} planned, {planned.Count(plan => plan.IsProven),3} proven least, {outcomes.Count(outcome => outcome is MonthOutcome.Infeasible),3} proven impossible, {planned.Sum(plan => plan.Plan.Hours.Value),8:0.0} h (at least {planned.Sum(plan => plan.LeastHours.Value):0.0}), driving {planned.Sum(plan => plan.Plan.Driving.Value):0.0} h, {elapsed.TotalMilliseconds:0} ms"));
        foreach (var lack in outcomes.OfType<MonthOutcome.Overlong>().SelectMany(outcome => outcome.Lacks))
            Console.WriteLine($"    not decided: {lack}");
    }

    private static void TellRemedies(MonthTask task)
    {
        var start = Stopwatch.GetTimestamp();
        var remedies = MonthRemedies.Find(task, MonthWatch.Never);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"remedies of {task.Villages.Length} villages: {remedies.Length}, {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));
    }
}
