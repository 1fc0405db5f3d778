using System.CommandLine;
using Gis.Data.Store;
using Gis.Data.Store.Backups;

namespace Gis.Web.Commands;

/// <summary><c>gis verify</c>: whether the store holds together.</summary>
internal static class VerifyVerb
{
    internal const int FaultsFound = 1;

    internal static Command Make()
    {
        var backup = new Option<FileInfo?>("--backup") { Description = "A backup to check instead, every byte of it by the .sha256 beside it" };
        var command = new Command("verify", "Check the store: file, index, codes, totals, version, log; exit 1 if anything is wrong") { backup };
        StoreChoice.AddStoreTo(command, "The folder of the store; nothing in it is made or changed");
        command.SetAction(async (parsed, cancel) =>
        {
            var faults = parsed.GetValue(backup) is { } file
                ? await CheckBackup(file.FullName, cancel)
                : await CheckStore(StoreChoice.Of(parsed).Place, cancel);
            foreach (var fault in faults)
                await Console.Out.WriteLineAsync(fault);
            await Console.Out.WriteLineAsync(faults.Count == 0 ? "The store is sound." : $"{faults.Count} faults.");
            return faults.Count == 0 ? 0 : FaultsFound;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> CheckStore(StorePlace place, CancellationToken cancel)
    {
        var faults = await GisStore.VerifyAsync(place, cancel);
        if (place.FindNotice() is { } notice)
            await Console.Error.WriteLineAsync($"{notice}: that was not checked.");
        return faults;
    }

    private static async Task<IReadOnlyList<string>> CheckBackup(string file, CancellationToken cancel)
    {
        var content = await StoreBackup.CheckAsync(file, cancel);
        return content.Bytes switch
        {
            BackupBytes.Changed => [$"{file} is not as it was written: its SHA-256 is {content.Sha256}, beside it stands another", .. content.Faults],
            BackupBytes.NotKnown => [$"{file}.sha256 is not there, so whether a byte was changed cannot be told", .. content.Faults],
            _ => content.Faults,
        };
    }
}
