using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Data;
using Gis.Data.Export;
using Gis.Data.Import;
using Gis.Web.Siting;

namespace Gis.Web.Commands;

/// <summary><c>gis solve</c>: the standard problems of siting over an analyst's own tables.</summary>
internal static class SolveVerb
{
    internal static Command Make()
    {
        var problem = new Argument<string>("PROBLEM") { Description = string.Join(", ", SolveForm.Problems) };
        var demand = new Option<FileInfo>("--demand") { Description = "CSV id,weight[,group]", Required = true };
        var sites = new Option<FileInfo>("--sites") { Description = "CSV id[,role][,cost][,capacity]; role candidate (default), existing or forbidden", Required = true };
        var costs = new Option<FileInfo>("--costs") { Description = "CSV demand,site,cost; a pair that is missing is out of reach", Required = true };
        var limit = new Option<string>("--limit") { Description = "The highest cost that still serves; exactly at it does" };
        var build = new Option<string>("--build") { Description = "How many sites to build, or steps of an order" };
        var target = new Option<string>("--target") { Description = "pscp: the share of the weight to cover, 0 to 1" };
        var budget = new Option<string>("--budget") { Description = "The most the sites built may cost together" };
        var times = new Option<string>("--k") { Description = "backup: how many open sites must be within the limit; 2 if not given" };
        var seconds = new Option<string>("--time-limit") { Description = "Seconds after which the best found is given with its bound" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table" };
        var command = new Command("solve", "Where to build: a siting problem with proof, or with the gap") { problem, demand, sites, costs, limit, build, target, budget, times, seconds, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var form = new SolveForm(parsed.GetValue(problem)!)
            {
                Limit = parsed.GetValue(limit),
                Build = parsed.GetValue(build),
                Target = parsed.GetValue(target),
                Budget = parsed.GetValue(budget),
                Times = parsed.GetValue(times),
            };
            var task = form.Read();
            using var deadline = ReadDeadline(parsed.GetValue(seconds));
            var tables = SitingTables.Read(parsed.GetValue(demand)!.FullName, parsed.GetValue(sites)!.FullName, parsed.GetValue(costs)!.FullName);
            foreach (var file in tables.FilesInGb18030)
                await Console.Error.WriteLineAsync($"{file} is not UTF-8; read as GB18030.");
            return await Answer(form, task, tables, new SitingStop(deadline.Token, cancel, new Teller()), parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<int> Answer(SolveForm form, SitingTask task, SitingTables tables, SitingStop stop, bool json)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = SitingStudy.Solve(tables.Instance, task, stop);
        var receipt = new Receipt(tables.Hash, "table", form.Written, ProgramVersion.Text);
        var answer = SolveJson.Of(tables.Instance, task, outcome, Stopwatch.GetElapsedTime(start), receipt);
        await Console.Out.WriteLineAsync(json ? JsonText.Of(answer) : Table(answer));
        return outcome is SitingOutcome.Cancelled ? Verbs.Cancelled : 0;
    }

    private static CancellationTokenSource ReadDeadline(string? seconds)
    {
        if (seconds is null)
            return new CancellationTokenSource();
        return double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= 1e6
            ? new CancellationTokenSource(TimeSpan.FromSeconds(limit))
            : throw new WrongInputException($"--time-limit: found '{seconds}', should be a number of seconds above 0");
    }

    private static string Table(SolveJson answer)
    {
        var lines = new List<string> { $"{answer.Problem}: {answer.Status}{(answer.Reason is { } reason ? $". {reason}" : "")}" };
        if (answer.Objective is { } objective)
            lines.Add($"objective {CsvText.Number(objective)}, bound {CsvText.Number(answer.Bound)}, gap {CsvText.Number(answer.Gap)}");
        if (answer.Steps is { } steps)
            lines.AddRange(steps.Select(step => $"{step.Step,4}  {step.Site}  covered {CsvText.Number(step.Covered)}  added {CsvText.Number(step.Added)}  free {CsvText.Number(step.FreeOptimum)}"));
        else if (answer.Built.Any())
            lines.Add($"built {string.Join(' ', answer.Built)}");
        lines.Add(answer.Receipt.ToString());
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>Says on standard error how far the work has come, a line for each better plan or bound.</summary>
    private sealed class Teller : IProgress<SitingProgress>
    {
        private SitingProgress last;

        public void Report(SitingProgress value)
        {
            var told = value with { Plan = null };
            if (told == last)
                return;
            last = told;
            Console.Error.WriteLine($"{value.Phase.Written()}: best {CsvText.Number(value.Objective)}, bound {CsvText.Number(value.Bound)}");
        }
    }
}
