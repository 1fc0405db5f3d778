using System.CommandLine;
using Gis.Data.Store;
using Gis.Web.Network;

namespace Gis.Web.Commands;

/// <summary><c>gis copy</c>: a whole store from a file to a database or back.</summary>
internal static class CopyVerb
{
    internal static Command Make()
    {
        var to = new Option<string>("--to") { Description = $"Where to: an empty folder, or a database as Host=db;Database=gis;Username=gis (the password in PGPASSWORD or a .pgpass file), or '{StoreSetting.Variable}' for the one that is set there", Required = true };
        var from = new Option<string>("--from") { Description = "Where from, as --to", DefaultValueFactory = _ => "./data" };
        var command = new Command("copy", "Copy a whole store, every city, account, photograph and entry of the log, to an empty place: from a file to a database, or back") { from, to };
        command.SetAction(async (parsed, cancel) => await Copy(PlaceOf(parsed.GetValue(from)!), PlaceOf(parsed.GetValue(to)!), cancel));
        return command;
    }

    private static async Task Copy(StorePlace from, StorePlace to, CancellationToken cancel)
    {
        var rows = await StoreCopy.RunAsync(from, to, (table, count) => Console.Error.WriteLine($"  {table}: {count}"), cancel);
        await Console.Out.WriteLineAsync($"Copied {rows} rows. Roads, names and keys lie in the data folder and are not part of the store.");
        foreach (var fault in await GisStore.VerifyAsync(to, cancel))
            await Console.Out.WriteLineAsync(fault);
    }

    // Named, so that the secret in it need not be written on the command line.
    private static StorePlace PlaceOf(string written) => StorePlace.Parse(
        written == StoreSetting.Variable
            ? Environment.GetEnvironmentVariable(written) ?? throw new WrongInputException($"{StoreSetting.Variable} is not set")
            : written);
}
