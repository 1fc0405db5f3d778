using System.CommandLine;
using System.Diagnostics;
using Gis.Core.Network;
using Gis.Core.Pairing.Matching;
using Gis.Data;
using Gis.Data.Export;
using Gis.Data.Import;
using Gis.Web.Pairing;

namespace Gis.Web.Commands;

/// <summary><c>gis match</c>: a round of two-way choice over an analyst's own tables.</summary>
internal static class MatchVerb
{
    private static readonly Dictionary<string, PairingAim> Aims = new(StringComparer.Ordinal)
    {
        ["villages"] = PairingAim.VillageBest,
        ["firms"] = PairingAim.FirmBest,
        ["travel"] = PairingAim.LeastTravel,
        ["fair"] = PairingAim.FairestLoad,
    };

    internal static Command Make()
    {
        var villages = new Option<FileInfo>("--villages") { Description = "CSV id,wishes[,group]; wishes as F3 (F1 F2) F7: best first, equals in parentheses, who is not named is refused", Required = true };
        var firms = new Option<FileInfo>("--firms") { Description = "CSV id,capacity,wishes; wishes are villages, written alike", Required = true };
        var prefer = new Option<string>("--prefer") { Description = $"{string.Join(", ", Aims.Keys)}: whose wishes come first, or the least travel or fairest load of all stable pairings; villages if not given" };
        var costs = new Option<FileInfo>("--costs") { Description = "CSV village,firm,cost; needed for travel and fair, where a pair that is missing cannot be; else the shorter way comes first among equals" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table" };
        var command = new Command("match", "Who is paired with whom: a two-way choice in which no two would both rather have each other") { villages, firms, prefer, costs, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = parsed.GetValue(prefer) ?? "villages";
            if (!Aims.TryGetValue(wanted, out var aim))
                throw new WrongInputException($"--prefer: found '{wanted}', should be one of {string.Join(", ", Aims.Keys)}");
            if (aim is PairingAim.LeastTravel or PairingAim.FairestLoad && parsed.GetValue(costs) is null)
                throw new WrongInputException($"--costs: found nothing, should be a CSV file village,firm,cost, as --prefer {wanted} goes by it");
            var tables = PairingTables.Read(parsed.GetValue(villages)!.FullName, parsed.GetValue(firms)!.FullName, parsed.GetValue(costs)?.FullName);
            foreach (var file in tables.FilesInGb18030)
                await Console.Error.WriteLineAsync($"{file} is not UTF-8; read as GB18030.");
            return await Answer(tables, wanted, aim, parsed.GetValue(json), cancel);
        });
        return command;
    }

    private static async Task<int> Answer(PairingTables tables, string wanted, PairingAim aim, bool json, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = PairingStudy.Solve(tables.Instance, aim, new PairingStop(CancellationToken.None, cancel));
        var receipt = new Receipt(tables.Hash, "table", $"match --prefer {wanted}", ProgramVersion.Text);
        var answer = MatchJson.Of(tables.Instance, outcome, Stopwatch.GetElapsedTime(start), receipt);
        await Console.Out.WriteLineAsync(json ? JsonText.Of(answer) : Table(answer));
        return outcome is PairingOutcome.Cancelled ? Verbs.Cancelled : 0;
    }

    private static string Table(MatchJson answer)
    {
        var lines = new List<string> { $"match: {answer.Status}{(answer.Reason is { } reason ? $". {reason}" : "")}" };
        lines.AddRange(answer.Pairs.Select(pair => $"{pair.Village}  {pair.Firm}"));
        lines.Add($"{answer.Pairs.Count()} paired, {answer.BlockingPairs.Count()} blocking{(answer.Travel is { } travel ? $", travel {CsvText.Number(travel)}" : "")}");
        if (answer.Unmatched.Any())
            lines.Add($"without a firm: {string.Join(' ', answer.Unmatched)}");
        lines.AddRange(answer.BlockingPairs.Select(pair => $"blocking: {pair.Village}  {pair.Firm}"));
        lines.Add(answer.Receipt.ToString());
        return string.Join(Environment.NewLine, lines);
    }
}
