using System.CommandLine;
using Gis.Data.Store;

namespace Gis.Web.Commands;

/// <summary><c>gis verify</c>: whether the store holds together.</summary>
internal static class VerifyVerb
{
    private const int FaultsFound = 1;

    internal static Command Make()
    {
        var data = StoreOption.Make("The folder of the store; nothing in it is made or changed");
        var command = new Command("verify", "Check the store: file, index, codes, totals, version; exit 1 if anything is wrong") { data };
        command.SetAction(async (parsed, cancel) =>
        {
            var faults = await GisStore.VerifyAsync(parsed.GetValue(data)!, cancel);
            foreach (var fault in faults)
                await Console.Out.WriteLineAsync(fault);
            await Console.Out.WriteLineAsync(faults.Count == 0 ? "The store is sound." : $"{faults.Count} faults.");
            return faults.Count == 0 ? 0 : FaultsFound;
        });
        return command;
    }
}
