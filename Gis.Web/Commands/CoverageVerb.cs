using System.CommandLine;
using System.Globalization;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary><c>gis coverage</c>: who is within reach, in the same numbers as the page and the API.</summary>
internal static class CoverageVerb
{
    internal static Command Make()
    {
        var options = new QuestionOptions();
        var cases = new Option<string>("--cases") { Description = "Several cases at once: winter,flood,… each with :mode if it is another; usual, winter, flood, flood-each, market-day" };
        var need = new Option<string>("--need") { Description = "The share of the cases in which a village must be covered; exactly the share is enough", DefaultValueFactory = _ => CaseForm.DefaultNeed };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table" };
        var command = new Command("coverage", "Who is within reach of an open point") { cases, need, json };
        StoreChoice.AddTo(command);
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var snapshot = await StoreChoice.Of(parsed).Load(cancel);
            var question = options.Of(parsed).Read(snapshot.Network, Language.English, out var faults) ?? throw Wrong(faults);
            await Console.Out.WriteLineAsync(parsed.GetValue(cases) is { } named
                ? Answer(new CaseForm { Cases = CoverageForm.Split(named), Need = parsed.GetValue(need)! }, snapshot, question, parsed.GetValue(json))
                : Answer(snapshot, question, parsed.GetValue(json)));
        });
        return command;
    }

    private static string Answer(Snapshot snapshot, CoverageQuestion question, bool json)
    {
        var (answer, receipt) = (snapshot.Measure(question), snapshot.ReceiptFor(question));
        return json
            ? JsonText.Of(CoverageJson.Of(answer, receipt))
            : Table(answer.Network, answer.Counties.Prepend(answer.Total), question, receipt);
    }

    private static string Answer(CaseForm form, Snapshot snapshot, CoverageQuestion question, bool json)
    {
        var faults = new FormFaults();
        var answer = form.Measure(snapshot, question, Language.English, faults) ?? throw Wrong(faults);
        var receipt = snapshot.ReceiptFor(answer, form.ToString());
        if (json)
            return JsonText.Of(CasesJson.Of(snapshot.Network, answer, receipt));
        var cases = answer.Cases.Select(each => string.Create(
            CultureInfo.InvariantCulture, $"{each.Total.Share,8}  {each.Total.Covered.Count,10:#,0}  {each.Case.Name}, {each.Lost.Length} villages lost"));
        return string.Join(Environment.NewLine, cases) + Environment.NewLine
            + Table(snapshot.Network, answer.Counties.Prepend(answer.Total), question, receipt);
    }

    private static string Table(ServiceNetwork network, IEnumerable<AreaCoverage> areas, CoverageQuestion question, Receipt receipt)
    {
        var lines = areas.Select(area => string.Create(
            CultureInfo.InvariantCulture,
            $"{area.Area?.Digits ?? network.City.Code.Digits}  {area.Share,8}  {area.Covered.Count,10:#,0} of {area.Residents.Count,10:#,0}  {(area.Area is { } code ? network.FindAreaName(code) : network.City.Name)}"));
        var counted = question.Weighting == Weighting.Residents ? "" : $"{Environment.NewLine}Counted: {Language.English.Of(question.Weighting).ToLowerInvariant()}.";
        var notice = network.HasIllustration ? Environment.NewLine + "Includes illustrative data: not for quotation." : "";
        return string.Join(Environment.NewLine, lines) + counted + notice + Environment.NewLine + receipt;
    }

    private static WrongInputException Wrong(FormFaults faults) => new(string.Join(Environment.NewLine, faults.Sentences));

    /// <summary>The options that together are a question.</summary>
    private sealed class QuestionOptions
    {
        private readonly Option<string> mode = new("--mode") { Description = "walk, e-bike, car or bus", DefaultValueFactory = _ => CoverageForm.DefaultMode };

        private readonly Option<string> limit = new("--limit") { Description = "Minutes, above 0 and at most 240; exactly at the limit counts", DefaultValueFactory = _ => CoverageForm.DefaultLimit };

        private readonly Option<string> tiers = new("--tiers") { Description = "centre,station,room or some of them" };

        private readonly Option<string> with = new("--with") { Description = "Ids of points to take as open" };

        private readonly Option<string> without = new("--without") { Description = "Ids of points to take as closed" };

        private readonly Option<string> move = new("--move") { Description = "Points taken to stand elsewhere: ID@LON_LAT,…" };

        private readonly Option<string> add = new("--add") { Description = "Points added, called new-1, new-2…: room@LON_LAT,…" };

        private readonly Option<string> weigh = new("--weigh") { Description = "What is counted: residents, villages or rural", DefaultValueFactory = _ => CoverageForm.DefaultWeighting };

        internal void AddTo(Command command)
        {
            foreach (var option in new[] { mode, limit, tiers, with, without, move, add, weigh })
                command.Add(option);
        }

        internal CoverageForm Of(ParseResult parsed)
        {
            var form = new CoverageForm
            {
                Mode = parsed.GetValue(mode)!,
                Limit = parsed.GetValue(limit)!,
                With = CoverageForm.Split(parsed.GetValue(with)),
                Without = CoverageForm.Split(parsed.GetValue(without)),
                Move = CoverageForm.Split(parsed.GetValue(move)),
                Add = CoverageForm.Split(parsed.GetValue(add)),
                Weigh = parsed.GetValue(weigh)!,
            };
            return parsed.GetValue(tiers) is { } named ? form with { Tiers = CoverageForm.Split(named) } : form;
        }
    }
}
