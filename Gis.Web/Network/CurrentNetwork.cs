using System.Collections.Concurrent;
using Gis.Core.Coverage;
using Gis.Core.Finder;
using Gis.Core.Network;
using Gis.Core.Travel;
using Gis.Data;
using Gis.Data.Roads;
using Gis.Web.Coverage;
using Gis.Web.Travel;

namespace Gis.Web.Network;

/// <summary>The network being served. A request reads its snapshot once, so that all it says is of one version.</summary>
public sealed class CurrentNetwork(Snapshot first, long version)
{
    private readonly Lock turn = new();
    private volatile Snapshot snapshot = first;
    private long version = version;

    public Snapshot Snapshot => snapshot;

    /// <summary>The number of the version being served.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Serves a version from now on, unless a later one is served already; requests under way end with the one they began with.</summary>
    public void Serve(long number, ServiceNetwork network)
    {
        lock (turn)
        {
            if (number <= version)
                return;
            (snapshot, version) = (snapshot.With(network), number);
        }
    }

    /// <summary>Serves with other roads from now on.</summary>
    /// <param name="prepared">The network with them; where another is served meanwhile, that one gets them.</param>
    public void Serve(Snapshot prepared)
    {
        lock (turn)
            snapshot = ReferenceEquals(prepared.Network, snapshot.Network) ? prepared : snapshot.With(prepared.Travel.Roads);
    }
}

/// <summary>One version of the network with its travel tables, each made when first asked for.</summary>
public sealed class Snapshot
{
    private const int MostScenarios = 8;

    // A value or two for each village and measure.
    private const int MostMeasures = 32;

    // The presets for one mode; a table about a city takes some megabytes.
    private const int MostDays = 8;

    // An answer about a city takes some tens of kilobytes; about a hundred thousand villages some megabytes.
    private readonly int mostAnswers;

    private readonly CityNames names;

    private readonly Lazy<Search> search;

    // By the question as it is written: equal questions read the same.
    private readonly ConcurrentDictionary<string, Lazy<CoverageAnswer>> answers = [];

    private readonly ConcurrentDictionary<string, Lazy<CoverageMeasures>> measures = [];

    private readonly ConcurrentDictionary<string, Lazy<Scenario>> scenarios = [];

    private readonly ConcurrentDictionary<string, Lazy<DayTravel>> days = [];

    private readonly LiveAnswers live;

    /// <param name="network">The network.</param>
    /// <param name="roads">Its roads; minutes are estimated without.</param>
    /// <param name="names">What places are called besides; nothing where that is not known.</param>
    public Snapshot(ServiceNetwork network, RoadTables? roads = null, CityNames? names = null)
        : this(network, new NetworkTravel(network, roads), names ?? CityNames.None)
    {
    }

    private Snapshot(ServiceNetwork network, NetworkTravel travel, CityNames names)
    {
        this.names = names;
        Network = network;
        mostAnswers = Math.Clamp(200_000 / Math.Max(1, network.Villages.Length), 4, 200);
        live = new LiveAnswers(ScenarioOf);
        Estimate = new TravelEstimate(network.Crossings);
        Travel = travel;
        search = new(() => new Search(network, names));
    }

    public ServiceNetwork Network { get; }

    /// <summary>Another version with the same roads; where nothing moved, minutes that are known are not measured again.</summary>
    public Snapshot With(ServiceNetwork next) => new(next, Travel.Of(next), names);

    /// <summary>The same network with other roads, or with none.</summary>
    public Snapshot With(RoadTables? roads) => new(Network, roads, names);

    /// <summary>Finds places and matters by what people type.</summary>
    public Search Search => search.Value;

    public TravelEstimate Estimate { get; }

    /// <summary>How the minutes are come by.</summary>
    public NetworkTravel Travel { get; }

    public TravelTable Table(TravelMode mode) => Travel.Table(mode);

    /// <summary>The network and the travel times a question asks of: with its moves and additions, where it makes any.</summary>
    public Scenario ScenarioOf(CoverageQuestion question) => question.Changes.Length == 0
        ? new Scenario(Network, Table(question.Mode)) { Snapped = Travel.DoubtOf(question.Mode) }
        : Recall(scenarios, MostScenarios, question.Mode + question.Changes, () =>
            Scenario.Of(Network, Table(question.Mode), question, Travel.TripsTo(question.Mode)) with { Snapped = Travel.DoubtOf(question) });

    /// <summary>The network and the travel times of a season or a day, with the moves and additions of a question.</summary>
    public Scenario ScenarioOf(TravelCase day, CoverageQuestion question)
    {
        var travel = Recall(days, MostDays, day.Name, () => Travel.On(day));
        return Scenario.Of(day.Close(Network), travel.Table, day.Ask(question), travel.TripsTo) with { Snapped = Travel.DoubtOf(day.Ask(question)) };
    }

    public CoverageAnswer Measure(CoverageQuestion question) =>
        Recall(answers, mostAnswers, question.ToString(), () => live.Answer(question));

    /// <summary>Every measure of a question.</summary>
    public CoverageMeasures Measure(CoverageQuestion question, MeasureSettings settings) =>
        Recall(measures, MostMeasures, question + MeasuresForm.Written(settings), () =>
            CoverageMeasures.Measure(ScenarioOf(question), question, settings));

    // Nobody asks so many questions again and again; whoever tries them all starts the others anew.
    private static T Recall<T>(ConcurrentDictionary<string, Lazy<T>> known, int most, string key, Func<T> make)
    {
        if (known.Count >= most)
            known.Clear();
        return known.GetOrAdd(key, _ => new Lazy<T>(make)).Value;
    }

    public Receipt ReceiptFor(CoverageQuestion question) =>
        new(Network.Version, Table(question.Mode).Version, question.ToString(), ProgramVersion.Text);

    /// <summary>The receipt of an answer over cases: how the minutes of each were come by, and the cases as they stand in a link.</summary>
    public Receipt ReceiptFor(CaseAnswer answer, string cases) => new(
        Network.Version,
        string.Join(' ', answer.Cases.Select(each => each.Travel).Distinct()),
        $"{answer.Question}&{cases}",
        ProgramVersion.Text);
}
