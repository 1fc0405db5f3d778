using System.CommandLine;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary><c>gis coverage</c>: who is within reach, in the same numbers as the page and the API.</summary>
internal static class CoverageVerb
{
    internal static Command Make()
    {
        var data = StoreOption.Make();
        var mode = new Option<string>("--mode") { Description = "walk, e-bike, car or bus", DefaultValueFactory = _ => CoverageForm.DefaultMode };
        var limit = new Option<string>("--limit") { Description = "Minutes, above 0 and at most 240; exactly at the limit counts", DefaultValueFactory = _ => CoverageForm.DefaultLimit };
        var tiers = new Option<string>("--tiers") { Description = "centre,station,room or some of them" };
        var with = new Option<string>("--with") { Description = "Ids of points to take as open" };
        var without = new Option<string>("--without") { Description = "Ids of points to take as closed" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table" };
        var command = new Command("coverage", "Who is within reach of an open point") { data, mode, limit, tiers, with, without, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var form = new CoverageForm
            {
                Mode = parsed.GetValue(mode)!,
                Limit = parsed.GetValue(limit)!,
                With = CoverageForm.Split(parsed.GetValue(with)),
                Without = CoverageForm.Split(parsed.GetValue(without)),
            };
            if (parsed.GetValue(tiers) is { } named)
                form = form with { Tiers = CoverageForm.Split(named) };
            await Answer(form, await StoreOption.Load(parsed.GetValue(data), cancel), parsed.GetValue(json));
        });
        return command;
    }

    private static async Task Answer(CoverageForm form, Snapshot snapshot, bool json)
    {
        var question = form.Read(snapshot.Network, Language.English, out var faults)
            ?? throw new WrongInputException(string.Join(Environment.NewLine, faults.Sentences));
        var answer = snapshot.Measure(question);
        await Console.Out.WriteLineAsync(json
            ? JsonText.Of(CoverageJson.Of(answer, snapshot.ReceiptFor(question)))
            : Table(snapshot, answer));
    }

    private static string Table(Snapshot snapshot, CoverageAnswer answer)
    {
        var lines = answer.Counties.Prepend(answer.Total).Select(area => string.Create(
            CultureInfo.InvariantCulture,
            $"{area.Area?.Digits ?? snapshot.Network.City.Code.Digits}  {area.Share,8}  {area.Covered.Count,10:#,0} of {area.Residents.Count,10:#,0}  {(area.Area is { } code ? snapshot.Network.FindAreaName(code) : snapshot.Network.City.Name)}"));
        var notice = snapshot.Network.HasIllustration ? Environment.NewLine + "Includes illustrative data: not for quotation." : "";
        return string.Join(Environment.NewLine, lines) + notice + Environment.NewLine + snapshot.ReceiptFor(answer.Question);
    }
}
