using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Core.Siting;
using Gis.Core.Units;
using Gis.Web.Coverage;
using Gis.Web.Layout;

namespace Gis.Web.Siting;

/// <summary>The settings of an order as someone writes them in a form or a link, before they are read.</summary>
public sealed record OrderForm
{
    public const string DefaultSeconds = "60";

    private const int LongestPatience = 600;
    private const int MostMonths = 120;
    private const int MostAMonth = 1000;

    public string Steps { get; init; } = "";

    public string Aim { get; init; } = OrderAim.OnTheWay.Written();

    /// <summary>The floor in percent; empty for none.</summary>
    public string Floor { get; init; } = "";

    public string Among { get; init; } = FloorAmong.Counties.Written();

    public string From { get; init; } = "";

    /// <summary>Points finished in a month; empty where each step counts one.</summary>
    public string Rate { get; init; } = "";

    public string Months { get; init; } = "";

    public string Seconds { get; init; } = DefaultSeconds;

    /// <summary>Reads the fields; what is not there is as it stands by default.</summary>
    /// <param name="field">The text of a field; null where it is not there.</param>
    public static OrderForm Of(Func<string, string?> field)
    {
        var blank = new OrderForm();
        return new OrderForm
        {
            Steps = field("steps") ?? blank.Steps,
            Aim = field("aim") ?? blank.Aim,
            Floor = field("floor") ?? blank.Floor,
            Among = field("among") ?? blank.Among,
            From = field("from") ?? blank.From,
            Rate = field("rate") ?? blank.Rate,
            Months = field("months") ?? blank.Months,
            Seconds = field("seconds") ?? blank.Seconds,
        };
    }

    /// <summary>The points that may be built under a question.</summary>
    public static int CountCandidates(ServiceNetwork network, CoverageQuestion question) =>
        network.Points.Count(question.MayBuild);

    /// <summary>Reads the settings; null when a field is wrong, and then the faults say which and what would be right.</summary>
    public OrderSettings? Read(ServiceNetwork network, CoverageQuestion question, Language language, FormFaults faults)
    {
        var read = new NumberFields(language, faults);
        var candidates = CountCandidates(network, question);
        if (candidates == 0)
            faults.Add("steps", Steps, language["没有一个未建成的服务点可排", "there is no point left to build"]);
        var steps = Steps.Length == 0 ? candidates : read.Whole("steps", Steps, 1, Math.Max(1, candidates));
        if (!WrittenName.TryRead<OrderAim>(Aim, out var aim))
            faults.Add("aim", Aim, language["应为其中之一:", "one of "] + string.Join(", ", WrittenName.List<OrderAim>()));
        var floor = ReadFloor(read, steps, language, faults);
        var pace = Rate.Length + Months.Length == 0 ? null : new OrderPace(read.Whole("rate", Rate, 1, MostAMonth), read.Whole("months", Months, 1, MostMonths));
        var patience = TimeSpan.FromSeconds(read.Whole("seconds", Seconds, 1, LongestPatience));
        return faults.IsEmpty ? new OrderSettings(steps, aim, floor, pace, patience) : null;
    }

    private OrderFloor? ReadFloor(NumberFields read, int steps, Language language, FormFaults faults)
    {
        if (Floor.Length == 0)
            return null;
        if (!WrittenName.TryRead<FloorAmong>(Among, out var among))
            faults.Add("among", Among, language["应为其中之一:", "one of "] + string.Join(", ", WrittenName.List<FloorAmong>()));
        var percent = read.Number("floor", Floor, 0, 100);
        return new OrderFloor(new Share(percent / 100), among, From.Length == 0 ? steps : read.Whole("from", From, 0, steps));
    }
}
