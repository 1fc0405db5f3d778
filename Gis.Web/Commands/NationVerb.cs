using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Gis.Core.Network;
using Gis.Core.Units;
using Gis.Data.Illustration.Nation;
using Gis.Data.Store;

namespace Gis.Web.Commands;

/// <summary><c>gis make-nation</c>: the cities of a made-up nation in an empty store. What fails or is interrupted leaves nothing.</summary>
internal static class NationVerb
{
    internal static Command Make()
    {
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same nation", DefaultValueFactory = _ => NationDraw.DefaultSeed };
        var provinces = new Option<string[]>("--province") { Description = "Only these provinces, by their two digits, as 64; by default all", AllowMultipleArgumentsPerToken = true };
        var command = new Command("make-nation", "Fill an empty store with a made-up nation, to try out its size: real counts of units, everything else illustrative") { seed, provinces };
        StoreChoice.AddStoreTo(command, "The folder of the store; made if it is not there");
        command.SetAction((parsed, cancel) => Fill(ReadFacts(parsed.GetValue(provinces) ?? []), parsed.GetValue(seed), StoreChoice.Of(parsed), cancel));
        return command;
    }

    private static NationFacts ReadFacts(string[] provinces)
    {
        var facts = NationFacts.Read(Path.Combine(AppContext.BaseDirectory, "geodata", "nation"));
        try
        {
            return provinces.Length == 0 ? facts : facts.Only(provinces);
        }
        catch (ArgumentException unknown)
        {
            throw new WrongInputException($"--province: {unknown.Message.Split(" (Parameter")[0]}");
        }
    }

    private static async Task Fill(NationFacts facts, ulong seed, StoreChoice choice, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        using var store = await GisStore.OpenAsync(choice.Place, cancel);
        var counts = new Counts(facts.Cities.Length, new Saying("cities written"));
        await store.FillAsync(
            NationDraw.DrawCities(facts, seed).Select(counts.Add), string.Create(CultureInfo.InvariantCulture, $"gis make-nation: a made-up nation by seed {seed}"),
            TimeProvider.System.GetUtcNow(), cancel);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"Made {store.Name}: {facts.Provinces.Length} provinces, {facts.Cities.Length} cities, {facts.Counties.Length:N0} counties, {counts.Villages:N0} villages, {counts.Stations:N0} stations and {counts.Centres:N0} centres, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s. Nothing in it but names, codes and counts of units and the census of each province is real."));
    }

    private sealed class Counts(int ofCities, IProgress<Share> progress)
    {
        private int cities;

        internal int Villages { get; private set; }

        internal int Stations { get; private set; }

        internal int Centres { get; private set; }

        internal NetworkParts Add(NetworkParts city)
        {
            progress.Report(new Share((double)cities++ / ofCities));
            Villages += city.Villages.Length;
            Stations += city.Points.Count(point => point.Tier == Tier.Station);
            Centres += city.Points.Count(point => point.Tier == Tier.Centre);
            return city;
        }
    }
}
